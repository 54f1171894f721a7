import type { PayloadRequest, Where } from 'payload'
import { published } from '../../collections/access/rules.ts'
import { headings, type NamedCollection } from '../bundle/documents.ts'

/** How many documents a feed has, the newest. */
const longest = 50

/** A document of a feed, before its content is read. */
export type Listed = {
  collection: NamedCollection
  id: string
  slug: string
  updatedAt: string
  createdAt: string
  /** Its heading by language, for those that it has one in. */
  titles: Record<string, string>
}

/** The documents of a collection that the public sees, those that changed last first. */
export async function listNewest(
  req: PayloadRequest,
  collection: NamedCollection,
  where: Where = {},
): Promise<Listed[]> {
  const heading = headings[collection]
  const { docs } = await req.payload.find({
    collection,
    depth: 0,
    limit: longest,
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    req,
    select: { [heading]: true, slug: true, updatedAt: true, createdAt: true },
    sort: '-updatedAt',
    where: { and: [where, published] },
  })
  return (docs as unknown as Row[]).flatMap((row) =>
    row.slug ? [{ ...row, collection, slug: row.slug, titles: texts(row[heading]) }] : [],
  )
}

type Row = Omit<Listed, 'collection' | 'slug' | 'titles'> & {
  slug?: string | null
  [field: string]: unknown
}

const texts = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(Object(value)).filter((pair): pair is [string, string] => Boolean(pair[1])),
  )

/** The newest of several lists together. */
export const newestOf = (lists: Listed[][]): Listed[] =>
  lists
    .flat()
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0))
    .slice(0, longest)
