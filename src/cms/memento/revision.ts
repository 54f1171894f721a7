import { type Endpoint, NotFound, type PayloadRequest } from 'payload'
import { changeLogOf } from '../changes/change-log.ts'
import { hasAlready } from '../has-already.ts'
import { type Mistake, mistake } from '../readers/mistake.ts'
import { refuse } from '../readers/refuse.ts'
import { apiAddresses } from './addresses.ts'
import { publicHeaders, withdrawnById } from './answers.ts'
import { publishedRevision, readRevision } from './as-of.ts'
import { farFuture } from './earlier-documents.ts'
import { lastingLinks, link, versionLinks } from './links.ts'
import { httpDate } from './moment.ts'
import { revisionOperation } from './openapi.ts'
import { publicationsOf } from './time-gate.ts'

/**
 * `GET /api/{collection}/{id}/revisions/{n}`: a document as it was published once, in the canonical JSON of
 * RFC 8785. The bytes never change.
 */
export const revisionEndpoint = (collection: string): Omit<Endpoint, 'root'> => ({
  method: 'get',
  path: '/:id/revisions/:revision',
  custom: revisionOperation(collection),
  handler: async (req) => {
    const mistakes = checkNothing(req.query)
    if (mistakes.length > 0) return refuse(mistakes, req)
    const publications = publicationsOf(req, collection)
    const number = readRevision(req.routeParams?.revision)
    const id = idIn(req)
    const found =
      publications && number
        ? await publishedRevision(publications, collection, id, number)
        : undefined
    if (!publications || !found) throw new NotFound(req.t)
    if ('withdrawn' in found) return withdrawnById(req, found.withdrawn, {})

    const { at, content, digest, revision } = found.memento
    const now = await publications.asOf(collection, id, farFuture)
    const addresses = apiAddresses(req.payload, { collection, id, slug: now?.slug })
    const links = [
      ...lastingLinks(addresses),
      ...(await versionLinks(publications, found.memento, addresses, revision)),
      ...(now ? [link(addresses.revision(now.revision), 'latest-version')] : []),
    ]
    const etag = `"${digest}"`
    const headers = publicHeaders(req, found.memento, {
      ETag: etag,
      Link: links.join(', '),
      'Memento-Datetime': httpDate(at),
      ...(isRetracted(req, collection, now?.content) ? { 'Handbill-Status': 'retracted' } : {}),
    })
    if (hasAlready(req.headers.get('If-None-Match'), etag)) {
      return new Response(null, { status: 304, headers })
    }
    headers.set('Content-Type', 'application/json')
    headers.set('Repr-Digest', `sha-256=:${Buffer.from(digest ?? '', 'hex').toString('base64')}:`)
    return new Response(content, { headers })
  },
})

/** Ids are taken in any case, as databases do. */
export const idIn = (req: PayloadRequest): string => String(req.routeParams?.id).toLowerCase()

const checkNothing = (query: object): Mistake[] =>
  Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [mistake(name, 'not a parameter here; accepted: none')],
  )

/** Whether what the document is now is taken back; earlier versions cannot say so themselves. */
const isRetracted = (
  { payload }: Pick<PayloadRequest, 'payload'>,
  collection: string,
  content: string | null | undefined,
): boolean =>
  Boolean(content) &&
  (changeLogOf(payload)?.isRetracted(collection, JSON.parse(content ?? '{}')) ?? false)
