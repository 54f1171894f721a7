import { headings, type NamedCollection } from '../bundle/documents.ts'

/** A page stands for a document, by the name that the collection's documents have in addresses. */
export type Place = { collection: NamedCollection; slug: string }

export const pageCollections = Object.keys(headings) as NamedCollection[]

/** As `collections/fields/slug.ts` makes them. Nothing else is looked for. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
export const longestSlug = 80

export const isSlug = (text: string): boolean =>
  text.length <= longestSlug && slugPattern.test(text)

/** @returns the document whose page is at the path; undefined when none can be there */
export function placeOf(path: string): Place | undefined {
  const [empty, collection = '', name = '', ...more] = path.split('/')
  const isPlace = empty === '' && more.length === 0 && isSlug(name)
  const known = pageCollections.find((one) => one === collection)
  return isPlace && known ? { collection: known, slug: name } : undefined
}

/** The path of a document's page. */
export const pathOf = ({ collection, slug }: Place, locale?: string): string =>
  `/${collection}/${slug}${locale ? `?locale=${encodeURIComponent(locale)}` : ''}`

export const citationPathOf = ({ collection, slug }: Place, format: string, locale: string) =>
  `/${collection}/${slug}/cite?format=${format}&locale=${encodeURIComponent(locale)}`

export type FeedFormat = 'atom' | 'json'

/** The path of a feed: of a collection by its name, and of any other campaign by its slug. */
export const feedPathOf = (name: string, format: FeedFormat, locale?: string): string =>
  `/feeds/${name}.${format}${locale ? `?locale=${encodeURIComponent(locale)}` : ''}`

/** Whether a campaign of that slug has a feed: the collections' own names come first. */
export const hasFeed = (slug: string): boolean => !pageCollections.some((name) => name === slug)
