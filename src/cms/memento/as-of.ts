import { isTombstone } from '../../changes/change.ts'
import type { Publication, PublicationHead, Publications } from '../../changes/publications.ts'
import { endOfSecond } from './moment.ts'

/** What became of a document at some time. */
export type Then = { memento: PublicationHead } | { withdrawn: PublicationHead }

/**
 * What was published under a name at a time: of the document that had the name then, or else of the one
 * that came to have it first. Before its first publication, that one stands (RFC 7089, 4.5.3).
 *
 * What is withdrawn now is withdrawn in all its versions.
 *
 * @returns undefined when nothing public ever had the name
 */
export async function publishedAsOf(
  publications: Publications,
  collection: string,
  slug: string,
  at: Date,
): Promise<Then | undefined> {
  const until = endOfSecond(at)
  const named =
    (await publications.namedAsOf(collection, slug, until)) ??
    (await publications.firstNamed(collection, slug))
  if (!named) return undefined
  const { id } = named
  const latest = await publications.latest(collection, id)
  if (latest && isTombstone(latest)) return { withdrawn: latest }
  const then =
    (await publications.asOf(collection, id, until)) ??
    (await publications.nearest(collection, id, 'after', 0))
  if (!then) return undefined
  return isTombstone(then) ? { withdrawn: then } : { memento: then }
}

type Revision = { memento: Publication & { content: string } } | { withdrawn: PublicationHead }

/** One revision by its number. What is withdrawn now is withdrawn in all its revisions. */
export async function publishedRevision(
  publications: Publications,
  collection: string,
  id: string,
  revision: number,
): Promise<Revision | undefined> {
  const found = await publications.revision(collection, id, revision)
  if (!found) return undefined
  const latest = (await publications.latest(collection, id)) ?? found
  if (isTombstone(latest)) return { withdrawn: latest }
  const { content } = found
  return content === null ? { withdrawn: found } : { memento: { ...found, content } }
}

/** @returns the number of a revision in an address; undefined when it is none */
export const readRevision = (text: unknown): number | undefined =>
  /^[1-9]\d{0,8}$/.test(String(text)) ? Number(text) : undefined
