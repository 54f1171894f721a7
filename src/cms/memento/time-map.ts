import Negotiator from 'negotiator'
import { type CollectionSlug, type Endpoint, NotFound } from 'payload'
import { isTombstone } from '../../changes/change.ts'
import type { PublicationHead, Publications } from '../../changes/publications.ts'
import { checkQuery } from '../readers/query.ts'
import { refuse } from '../readers/refuse.ts'
import { apiAddresses } from './addresses.ts'
import { publicHeaders, withdrawnById } from './answers.ts'
import { type Addresses, lastingLinks, link, linkFormat } from './links.ts'
import { httpDate } from './moment.ts'
import { timeMapOperation } from './openapi.ts'
import { idIn } from './revision.ts'
import { publicationsOf } from './time-gate.ts'

/** Revisions on a page of a TimeMap. */
const perPage = 500

/**
 * `GET /api/{collection}/{id}/timemap`: the versions of a document (RFC 7089, 5), as links or as JSON, in pages
 * of the numbers of revisions.
 */
export const timeMapEndpoint = (collection: string): Omit<Endpoint, 'root'> => ({
  method: 'get',
  path: '/:id/timemap',
  custom: timeMapOperation(collection),
  handler: async (req) => {
    const config = req.payload.collections[collection as CollectionSlug].config
    const mistakes = await checkQuery(req.query, ['page'], config, req)
    if (mistakes.length > 0) return refuse(mistakes, req)
    const publications = publicationsOf(req, collection)
    const id = idIn(req)
    const latest = await publications?.latest(collection, id)
    if (!publications || !latest) throw new NotFound(req.t)
    const own = { Vary: 'Accept' }
    if (isTombstone(latest)) return withdrawnById(req, latest, own)

    const addresses = apiAddresses(req.payload, latest)
    const number = Number(req.query.page ?? 1)
    const { type, body } = await timeMap(
      publications,
      latest,
      addresses,
      number,
      req.headers.get('Accept'),
    )
    const headers = publicHeaders(req, latest, {
      ...own,
      'Content-Type': type,
      Link: link(addresses.original, 'original'),
    })
    return new Response(body, { headers })
  },
})

/** A page of the versions of a document, as it is preferred. */
export async function timeMap(
  publications: Publications,
  latest: PublicationHead,
  addresses: Addresses,
  number: number,
  accept: string | null,
): Promise<{ type: string; body: string }> {
  const page = await readPage(publications, latest, number)
  return prefersJson(accept)
    ? { type: 'application/json', body: JSON.stringify(asJson(page, addresses)) }
    : { type: linkFormat, body: asLinks(page, addresses) }
}

type Page = {
  number: number
  revisions: PublicationHead[]
  latest: PublicationHead
  /** What there was to read first and last, on whichever page it is. */
  first: number | undefined
  last: number | undefined
}

async function readPage(
  publications: Publications,
  latest: PublicationHead,
  number: number,
): Promise<Page> {
  const { collection, id } = latest
  const before = (number - 1) * perPage
  const isBeyond = before >= latest.revision
  const found = isBeyond ? [] : await publications.revisions(collection, id, before, perPage)
  const first = await publications.nearest(collection, id, 'after', 0)
  const last = await publications.nearest(collection, id, 'before', Number.MAX_SAFE_INTEGER)
  return {
    number,
    revisions: found.filter(({ revision }) => revision <= before + perPage),
    latest,
    first: first?.revision,
    last: last?.revision,
  }
}

const prefersJson = (accept: string | null): boolean =>
  accept !== null &&
  new Negotiator({ headers: { accept } }).mediaType([linkFormat, 'application/json']) ===
    'application/json'

const addressOf = ({ timeMap }: Addresses, page: number): string =>
  page === 1 ? timeMap : `${timeMap}?page=${page}`

const pagesOf = ({ latest }: Page): number => Math.ceil(latest.revision / perPage)

function asLinks(page: Page, addresses: Addresses): string {
  const { number, revisions, first, last } = page
  const [original] = lastingLinks(addresses)
  const others = Array.from({ length: pagesOf(page) }, (_, i) => i + 1)
  const mementos = revisions
    .filter((one) => !isTombstone(one))
    .map(({ revision, at }) => {
      const names = [
        ...(revision === first ? ['first'] : []),
        ...(revision === last ? ['last'] : []),
      ]
      const datetime = httpDate(at)
      return link(addresses.revision(revision), [...names, 'memento'].join(' '), { datetime })
    })
  const span = {
    type: linkFormat,
    from: revisions[0] && httpDate(revisions[0].at),
    until: revisions.at(-1) && httpDate(revisions.at(-1)?.at ?? ''),
  }
  return `${[
    original,
    link(addressOf(addresses, number), 'self', span),
    ...others
      .filter((other) => other !== number)
      .map((other) => link(addressOf(addresses, other), 'timemap', { type: linkFormat })),
    ...mementos,
  ].join(',\n')}\n`
}

function asJson(page: Page, addresses: Addresses) {
  const { number, revisions, latest } = page
  return {
    original: addresses.original,
    timegate: addresses.isTimeGate ? addresses.original : null,
    collection: latest.collection,
    id: latest.id,
    page: number,
    totalPages: pagesOf(page),
    next: number < pagesOf(page) ? addressOf(addresses, number + 1) : null,
    revisions: revisions.map((one) => ({
      revision: one.revision,
      at: one.at,
      kind: one.kind,
      locales: one.locales,
      digest: one.digest,
      url: isTombstone(one) ? null : addresses.revision(one.revision),
    })),
  }
}
