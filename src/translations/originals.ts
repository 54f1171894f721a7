import { isDeepStrictEqual } from 'node:util'
import type { CollectionBeforeChangeHook, CollectionSlug, PayloadRequest } from 'payload'
import { digestOf } from '../cms/changes/digest.ts'
import { forNobody } from '../cms/dependencies/track.ts'
import { isEmpty, type Text, textsOf, valueAt } from './texts.ts'

/** Of each language, by the key of a text, a digest of the original that its translation is of. */
export type Originals = Record<string, Record<string, string>>

/** The hidden field that keeps them. */
export const originalsField = 'translatedFrom'

/** What is kept of an original, to tell whether it has changed since. */
export const originalDigest = (value: unknown): string => digestOf(value).slice(0, 16)

/**
 * Keeps, whenever a translation is written, which original it is of. Of a translation that was there before
 * that was kept, the original is the one that is replaced now.
 *
 * With `confirm=KEY,KEY` in the query a translator says that a translation is of the original as it is now.
 */
export const keepOriginals: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { localization } = req.payload.config
  if (operation !== 'update' || !localization || !originalDoc) return data
  const { locale } = req
  if (!locale || locale === 'all') return data
  const confirmed = confirmedBy(req)
  const keys = textsOf(collection.flattenedFields, originalDoc).map(({ key }) => key)
  const changed = keys.filter((key) => isChanged(valueAt(data, key), valueAt(originalDoc, key)))
  if (changed.length === 0 && confirmed.size === 0) return data

  const texts = await textsBefore(req, collection.slug as CollectionSlug, originalDoc.id)
  const { defaultLocale } = localization
  const kept: Originals = originalDoc[originalsField] ?? {}
  const isTouched = ({ key }: Text) => changed.includes(key) || confirmed.has(key)
  const added =
    locale === defaultLocale
      ? leftBehind(texts.filter(isTouched), kept, defaultLocale)
      : { [locale]: originalsOf(texts.filter(isTouched), defaultLocale) }
  return { ...data, [originalsField]: merged(kept, added) }
}

const isChanged = (value: unknown, before: unknown): boolean =>
  value !== undefined && !isDeepStrictEqual(value ?? null, before ?? null)

const confirmedBy = ({ query }: PayloadRequest): ReadonlySet<string> =>
  new Set(typeof query?.confirm === 'string' ? query.confirm.split(',').filter(Boolean) : [])

async function textsBefore(
  { payload, transactionID }: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<Text[]> {
  const document = await payload.findByID({
    collection,
    depth: 0,
    disableErrors: true,
    draft: true,
    id,
    locale: 'all',
    req: forNobody(transactionID ? { transactionID } : {}),
    trash: true,
  })
  const { flattenedFields } = payload.collections[collection].config
  return document ? textsOf(flattenedFields, document as unknown as Record<string, unknown>) : []
}

const originalsOf = (texts: Text[], defaultLocale: string): Record<string, string> =>
  Object.fromEntries(texts.map(({ key, values }) => [key, originalDigest(values[defaultLocale])]))

/** The translations of texts whose original changes, where nothing is kept of them yet. */
function leftBehind(texts: Text[], kept: Originals, defaultLocale: string): Originals {
  const found: Originals = {}
  for (const { key, values } of texts) {
    for (const [locale, value] of Object.entries(values)) {
      if (locale === defaultLocale || isEmpty(value) || kept[locale]?.[key]) continue
      found[locale] = { ...found[locale], [key]: originalDigest(values[defaultLocale]) }
    }
  }
  return found
}

function merged(kept: Originals, added: Originals): Originals {
  const both = { ...kept }
  for (const [locale, digests] of Object.entries(added)) {
    both[locale] = { ...both[locale], ...digests }
  }
  return both
}
