import { headersWithCors, type PayloadRequest } from 'payload'
import type { PublicationHead } from '../../changes/publications.ts'
import { documentTag, type Tag } from '../../changes/tags.ts'
import { mementoOptions } from './options.ts'

type Document = { collection: string; id: string }

/**
 * Headers of an answer that is anybody's. It is asked for again each time, though a version never changes:
 * what is withdrawn must be gone from caches, too.
 *
 * @param tags of more than the document, for a cache in front that is told of changes
 */
export function publicHeaders(
  req: PayloadRequest,
  { collection, id }: Document,
  own: Record<string, string>,
  tags: Tag[] = [],
): Headers {
  const headers = new Headers({
    'Cache-Control': cacheControl(mementoOptions(req.payload)?.sharedMaxAge ?? 0),
    'Surrogate-Key': [documentTag(collection, id), ...tags].join(' '),
    ...own,
  })
  return headersWithCors({ headers, req })
}

const cacheControl = (seconds: number): string =>
  `public, max-age=0, must-revalidate, s-maxage=${seconds}`

/** The same for who asks by id: the name, which tells what the document said, is not in it. */
export const withdrawnById: typeof withdrawn = (req, tombstone, own) =>
  withdrawn(req, { ...tombstone, slug: null }, own)

/** The answer where a version was withdrawn, or was not public at the time. */
export function withdrawn(
  req: PayloadRequest,
  tombstone: PublicationHead,
  own: Record<string, string>,
): Response {
  const { collection, id, kind, at } = tombstone
  const message = `${collection}/${id} was withdrawn: ${kind} at ${at}.`
  const headers = publicHeaders(req, tombstone, own)
  return Response.json({ errors: [{ message }], tombstone }, { status: 410, headers })
}
