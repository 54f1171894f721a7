import type { Tag } from '../changes/tags.ts'

/** How many documents of a collection are named one by one. */
const perCollection = 50
/** How many tags there are in all: the header that lists them must pass through any proxy. */
const inAll = 200

/**
 * The same dependencies in fewer tags: a collection's own tag stands for its documents' tags where it
 * is there anyway, and where they are too many.
 */
export function collapseTags(tags: ReadonlySet<Tag>): Set<Tag> {
  const collections = new Map<string, Tag[]>()
  for (const tag of tags) {
    const collection = collectionOf(tag)
    const list = collections.get(collection)
    if (list) list.push(tag)
    else collections.set(collection, [tag])
  }
  const collapsed = new Set<Tag>()
  for (const [collection, list] of collections) {
    const isWhole = list.length > perCollection || tags.has(collection)
    for (const tag of isWhole ? [collection] : list) collapsed.add(tag)
  }
  return collapsed.size > inAll ? new Set(collections.keys()) : collapsed
}

const collectionOf = (tag: Tag): string => {
  const end = tag.indexOf('/')
  return end < 0 ? tag : tag.slice(0, end)
}
