import DataLoader from 'dataloader'
import type {
  CollectionAfterReadHook,
  CollectionSlug,
  FlattenedField,
  PayloadRequest,
  Plugin,
} from 'payload'
import { readsDrafts } from '../../../collections/access/drafts.ts'

/**
 * Withholds relations to documents that the reader may not read.
 *
 * Payload leaves the bare id of a draft or a deleted document where it may not show the document. What
 * is left as an id when Payload has populated is looked up once more, all of a request's ids together.
 */
export const withholdUnreadable: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      afterRead: [...(collection.hooks?.afterRead ?? []), withhold],
    },
  })),
})

const withhold: CollectionAfterReadHook = async ({ collection, doc, overrideAccess, req }) => {
  // Editors see the ids: a form that is saved again must not lose what it could not show.
  const isEditor = req.user?.collection === req.payload.config.admin.user
  if (overrideAccess || isEditor || !doc) return doc
  await visit(collection.flattenedFields, doc, readability(req))
  return doc
}

type Reference = { collection: string; id: string }
type Readability = DataLoader<Reference, boolean, string>

/** One look-up for each kind of document, however many relations of however many documents ask. */
function readability(req: PayloadRequest): Readability {
  const draft = readsDrafts(req.user)
  const key = draft ? 'handbillReadabilityOfDrafts' : 'handbillReadability'
  req.context[key] ??= new DataLoader<Reference, boolean, string>(
    async (references) => {
      const readable = new Set<string>()
      for (const collection of new Set(references.map((r) => r.collection))) {
        const ids = references.filter((r) => r.collection === collection).map((r) => r.id)
        const { docs } = await req.payload.find({
          collection: collection as CollectionSlug,
          depth: 0,
          disableErrors: true,
          draft,
          overrideAccess: false,
          pagination: false,
          req,
          select: { createdAt: true },
          where: { id: { in: ids } },
        })
        for (const { id } of docs) readable.add(keyOf({ collection, id: String(id) }))
      }
      return references.map((reference) => readable.has(keyOf(reference)))
    },
    { cacheKeyFn: keyOf },
  )
  return req.context[key] as Readability
}

const keyOf = ({ collection, id }: Reference): string => `${collection}/${id}`

type Row = Record<string, unknown>

async function visit(fields: FlattenedField[], row: Row, readable: Readability): Promise<void> {
  await Promise.all(
    fields.map(async (field) => {
      const value = row[field.name]
      if (value === null || value === undefined) return
      if (field.type === 'relationship' || field.type === 'upload') {
        row[field.name] = await keepReadable(value, field.relationTo, readable)
      } else if (field.type === 'array' && Array.isArray(value)) {
        await Promise.all(value.map((inner) => visit(field.flattenedFields, inner, readable)))
      } else if (field.type === 'blocks' && Array.isArray(value)) {
        await Promise.all(value.map((block) => visitBlock(field, block, readable)))
      } else if ('flattenedFields' in field && typeof value === 'object') {
        await visit(field.flattenedFields, value as Row, readable)
      }
    }),
  )
}

async function visitBlock(
  field: Extract<FlattenedField, { type: 'blocks' }>,
  block: Row,
  readable: Readability,
): Promise<void> {
  const config = field.blocks.find((one) => one.slug === block.blockType)
  if (config && 'flattenedFields' in config) await visit(config.flattenedFields, block, readable)
}

/** A populated document stays; an id stays when it can be read; a list closes over what cannot. */
async function keepReadable(
  value: unknown,
  relationTo: string | string[],
  readable: Readability,
): Promise<unknown> {
  if (Array.isArray(value)) {
    const kept = await Promise.all(value.map((v) => keepReadable(v, relationTo, readable)))
    return kept.filter((one) => one !== null)
  }
  if (Array.isArray(relationTo)) {
    const { relationTo: collection, value: inner } = value as { relationTo: string; value: unknown }
    return (await keepReadable(inner, collection, readable)) === null ? null : value
  }
  if (typeof value !== 'string' && typeof value !== 'number') return value
  return (await readable.load({ collection: relationTo, id: String(value) })) ? value : null
}
