import type { CollectionSlug, FlattenedField, Payload, Where } from 'payload'
import type { InTransaction, Reference } from './public-state.ts'

/**
 * Finds the documents that refer to a document. Readers see a relation only to what is public, so that as
 * one document comes or goes, others change without having been written.
 *
 * @param collections in which to look
 */
export function findReferrers(payload: Payload, collections: ReadonlySet<string>) {
  const { localization } = payload.config
  const codes = localization ? localization.localeCodes : []

  return async (reference: Reference, req: InTransaction): Promise<Reference[]> => {
    const found: Reference[] = []
    for (const collection of collections) {
      const { flattenedFields } = payload.collections[collection as CollectionSlug].config
      const conditions = conditionsFor(reference, flattenedFields, codes)
      if (conditions.length === 0) continue
      const { docs } = await payload.db.find<{ id: string | number }>({
        collection: collection as CollectionSlug,
        limit: 0,
        pagination: false,
        req,
        select: {},
        where: { or: conditions },
      })
      found.push(...docs.map(({ id }) => ({ collection, id: String(id) })))
    }
    return found
  }
}

/** One condition for each field that can hold the reference, and for each language that it can hold it in. */
function conditionsFor(
  reference: Reference,
  fields: FlattenedField[],
  codes: string[],
  at = '',
): Where[] {
  return fields.flatMap((field): Where[] => {
    const paths =
      'localized' in field && field.localized
        ? codes.map((code) => `${at}${field.name}.${code}`)
        : [at + field.name]
    return paths.flatMap((path) => conditionsAt(path, reference, field, codes))
  })
}

function conditionsAt(
  path: string,
  reference: Reference,
  field: FlattenedField,
  codes: string[],
): Where[] {
  const { collection, id } = reference
  if (field.type === 'relationship' || field.type === 'upload') {
    if (field.relationTo === collection) return [{ [path]: { in: [id] } }]
    const isAmong =
      Array.isArray(field.relationTo) && (field.relationTo as string[]).includes(collection)
    return isAmong ? [{ [path]: { equals: { relationTo: collection, value: id } } }] : []
  }
  if (field.type === 'blocks') {
    return field.blocks.flatMap((block) =>
      'flattenedFields' in block
        ? conditionsFor(reference, block.flattenedFields, codes, `${path}.`)
        : [],
    )
  }
  return 'flattenedFields' in field
    ? conditionsFor(reference, field.flattenedFields, codes, `${path}.`)
    : []
}
