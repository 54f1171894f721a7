import type { Change } from './change.ts'

/**
 * What an answer was made from, as a name that changes can be matched with: `claims` (any change in the
 * collection), `claims/ID` (one document), `claims/slug/NAME` (which document has that name).
 */
export type Tag = string

export const collectionTag = (collection: string): Tag => collection

/** Ids are taken in any case, as databases do. */
export const documentTag = (collection: string, id: string | number): Tag =>
  `${collection}/${String(id).toLowerCase()}`

export const slugTag = (collection: string, slug: string): Tag => `${collection}/slug/${slug}`

/** What depends on these is no longer what it was. */
export function tagsOf({ collection, id, slug }: Change): Tag[] {
  const tags = [collectionTag(collection), documentTag(collection, id)]
  return slug === null ? tags : [...tags, slugTag(collection, slug)]
}
