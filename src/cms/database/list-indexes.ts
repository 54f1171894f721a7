import type { SanitizedCollectionConfig } from 'payload'

/** What is published and not in the trash. */
const shown = ['_status', 'deletedAt']

/** What lists are sorted by: the newest first, and in feeds what changed last. */
export const listTimes = ['createdAt', 'updatedAt']

/**
 * The fields by which readers' lists are found in their order: what is published and not in the trash,
 * by one of the times, of all or of what one relation names. With such an index the first page is read from
 * its beginning, however much follows.
 */
export function listIndexes(collection?: SanitizedCollectionConfig): string[][] {
  if (!collection?.trash || !collection.versions?.drafts) return []
  const relations = collection.flattenedFields.filter(
    (field) => field.type === 'relationship' && field.index && !field.hasMany,
  )
  return listTimes.flatMap((time) => {
    const order = [...shown, time, 'id']
    return [order, ...relations.map(({ name }) => [name, ...order])]
  })
}
