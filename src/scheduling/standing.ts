import type { PayloadRequest, Where } from 'payload'
import { headings, type NamedCollection } from '../bundle/documents.ts'
import type { Item, What } from './what.ts'

/** How a document stands: what its newest version says, and whether the public sees one. */
export type Standing = Item & { title: string | null; isDraft: boolean; isPublic: boolean }

/** A newest version, draft or not, without what it says to readers. */
export type Newest = { id: string; _status?: string | null; [field: string]: unknown }

/** The newest versions of documents that are not in the trash, in the default language. */
export async function newestOf(
  req: PayloadRequest,
  collection: NamedCollection,
  where: Where,
): Promise<Newest[]> {
  const { docs } = await req.payload.find({
    collection,
    depth: 0,
    draft: true,
    limit: 0,
    overrideAccess: true,
    pagination: false,
    req,
    where,
  })
  return docs as unknown as Newest[]
}

/** Says of newest versions of a collection how their documents stand. */
export async function standingOf(
  req: PayloadRequest,
  relationTo: NamedCollection,
  newest: readonly Newest[],
): Promise<Standing[]> {
  if (newest.length === 0) return []
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: relationTo,
    limit: 0,
    pagination: false,
    req,
    select: { createdAt: true },
    where: {
      and: [{ id: { in: newest.map(({ id }) => id) } }, { _status: { equals: 'published' } }],
    },
  })
  const published = new Set(docs.map(({ id }) => id))
  return newest.map(({ id, _status, [headings[relationTo]]: title }) => ({
    relationTo,
    value: id,
    title: typeof title === 'string' ? title : null,
    isDraft: _status !== 'published',
    isPublic: published.has(id),
  }))
}

/** Whether there is something to be done for it. */
export const isDue = ({ isDraft, isPublic }: Standing, what: What): boolean =>
  what === 'publish' ? isDraft : isPublic
