import slugify from '@sindresorhus/slugify'
import type { CollectionSlug, Field, FieldHook, PayloadRequest, Where } from 'payload'
import { messagesFor } from '../words/messages.ts'

const longest = 80

/**
 * The name of a document in addresses. It is made from `source` in the default language, follows it
 * until the document is first published, and then stays; whoever sets it by hand has the last word.
 * A name that readers have known keeps answering (`formerSlugs`), so no other document may take it.
 */
export function slugFields(source: string): Field[] {
  return [
    {
      name: 'slug',
      type: 'text',
      unique: true,
      index: true,
      admin: {
        position: 'sidebar',
        description: 'The name in addresses. Made from the title until first published.',
      },
      hooks: { beforeValidate: [nameFrom(source)] },
      validate: (value: unknown, { req }: { req: PayloadRequest }) =>
        !value ||
        (typeof value === 'string' && value.length <= longest && slugify(value) === value) ||
        messagesFor(req).slug(longest),
    },
    {
      name: 'formerSlugs',
      type: 'text',
      hasMany: true,
      hidden: true,
      index: true,
      hooks: { beforeChange: [keepFormer] },
    },
  ]
}

type Named = { id: string; slug?: string; formerSlugs?: string[]; [field: string]: unknown }

const nameFrom =
  (source: string): FieldHook =>
  async ({ collection, data, operation, originalDoc, req, value }) => {
    const before: string | undefined = originalDoc?.slug ?? undefined
    const given = typeof value === 'string' ? value.trim() : ''
    if (given && given !== before) return given
    if (before && operation === 'update') {
      const wanted = slugify(textOf(data?.[source]))
      const stays =
        !wanted ||
        isNameFor(before, wanted) ||
        !isNameFor(before, slugify(textOf(originalDoc?.[source]))) ||
        !inDefaultLocale(req) ||
        (await wasPublished(req, collection?.slug, originalDoc.id))
      if (stays) return before
    }
    const base = slugify(textOf(data?.[source] ?? originalDoc?.[source]))
    const cut = base.slice(0, longest - 4).replace(/-+$/, '')
    return cut ? freeName(req, collection?.slug as CollectionSlug, cut, originalDoc?.id) : value
  }

/**
 * Remembers the name a published document had when it is published under another. What a client sends is
 * not kept, nor is what a copy brings along: whoever has the name of another gets its readers.
 */
const keepFormer: FieldHook = async ({ collection, data, operation, originalDoc, req, value }) => {
  const isPublishing = data?._status === 'published'
  if (operation !== 'update') return value === undefined ? value : []
  if (!isPublishing && value === undefined) return value
  const stored = await req.payload.db.findOne<Named>({
    collection: collection?.slug as CollectionSlug,
    req,
    where: { id: { equals: originalDoc.id } },
  })
  const former = new Set(stored?.formerSlugs ?? [])
  if (!isPublishing) return [...former]
  const name = stored?._status === 'published' ? stored.slug : undefined
  if (name) former.add(name)
  former.delete(data.slug ?? originalDoc.slug)
  return [...former]
}

async function freeName(
  req: PayloadRequest,
  collection: CollectionSlug,
  base: string,
  id: string | undefined,
): Promise<string> {
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base}-${n}`
    if (!(await isTaken(req, collection, name, id))) return name
  }
}

/** Taken in the published documents, in the newest drafts, or by a name that readers have known. */
async function isTaken(
  req: PayloadRequest,
  collection: CollectionSlug,
  name: string,
  id: string | undefined,
): Promise<boolean> {
  const others: Where[] = id ? [{ id: { not_equals: id } }] : []
  const { db } = req.payload
  const published: Where = {
    and: [...others, { or: [{ slug: { equals: name } }, { formerSlugs: { equals: name } }] }],
  }
  if (await db.findOne({ collection, req, where: published })) return true
  const drafts = await db.queryDrafts({
    collection,
    limit: 1,
    pagination: false,
    req,
    where: {
      and: [...(id ? [{ parent: { not_equals: id } }] : []), { 'version.slug': { equals: name } }],
    },
  })
  return drafts.docs.length > 0
}

async function wasPublished(
  req: PayloadRequest,
  collection: string | undefined,
  id: string,
): Promise<boolean> {
  const { totalDocs } = await req.payload.db.countVersions({
    collection: collection as CollectionSlug,
    req,
    where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] },
  })
  return totalDocs > 0
}

/** Whether `name` is what `base` gives, with or without a number behind it. */
const isNameFor = (name: string, base: string): boolean =>
  name === base || (name.startsWith(`${base}-`) && /^\d+$/.test(name.slice(base.length + 1)))

function inDefaultLocale(req: PayloadRequest): boolean {
  const { localization } = req.payload.config
  return !localization || !req.locale || req.locale === localization.defaultLocale
}

/** A localised value read in all languages is an object by language; its first text names the document. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value && typeof value === 'object') return textOf(Object.values(value).find(Boolean))
  return ''
}
