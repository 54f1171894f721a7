import { NotFound, type PayloadRequest } from 'payload'
import type { Publications } from '../../changes/publications.ts'
import { slugTag } from '../../changes/tags.ts'
import { changeLogOf } from '../changes/change-log.ts'
import { type Mistake, mistake } from '../readers/mistake.ts'
import { refuse } from '../readers/refuse.ts'
import { apiAddresses } from './addresses.ts'
import { publicHeaders, withdrawn } from './answers.ts'
import { publishedAsOf } from './as-of.ts'
import { lastingLinks, versionLinks } from './links.ts'
import { acceptedMoment, readMoment } from './moment.ts'
import { mementoOptions } from './options.ts'

/** The header by which the answer at the address of a present document is another one. */
export const acceptDatetime = 'Accept-Datetime'

/** @returns what is known of earlier versions; undefined when the config keeps none of the collection */
export function publicationsOf(
  { payload }: Pick<PayloadRequest, 'payload'>,
  collection: string,
): Publications | undefined {
  const logged = mementoOptions(payload) && changeLogOf(payload)
  return logged?.collections.has(collection) ? logged.publications : undefined
}

/**
 * Leads to what was published under a name at the time that `Accept-Datetime` says (RFC 7089, pattern 1.1):
 * the address of the present document is its own TimeGate.
 *
 * @throws NotFound when nothing public ever had the name
 */
export async function timeGate(
  req: PayloadRequest,
  publications: Publications,
  collection: string,
  slug: string,
): Promise<Response> {
  const at = readMoment(req.headers.get(acceptDatetime) ?? '')
  const mistakes = [
    ...(at ? [] : [mistake(acceptDatetime, acceptedMoment)]),
    ...checkWhole({ ...req.query, ...req.data }),
  ]
  if (!at || mistakes.length > 0) return refuse(mistakes, req)
  const then = await publishedAsOf(publications, collection, slug, at)
  if (!then) throw new NotFound(req.t)
  const found = 'memento' in then ? then.memento : then.withdrawn
  const latest = await publications.latest(collection, found.id)
  const addresses = apiAddresses(req.payload, { ...found, slug: latest?.slug ?? found.slug })
  const own = { Vary: acceptDatetime, Link: lastingLinks(addresses).join(', ') }
  if ('withdrawn' in then) return withdrawn(req, found, own)
  const links = await versionLinks(publications, found, addresses, found.revision)
  const headers = publicHeaders(
    req,
    found,
    {
      ...own,
      Link: [own.Link, ...links].join(', '),
      Location: addresses.revision(found.revision),
    },
    [slugTag(collection, slug)],
  )
  return new Response(null, { status: 302, headers })
}

/** A version is kept whole, and is the same for everybody. */
const whole: Record<string, string> = { depth: '0', locale: 'all' }

const checkWhole = (query: Record<string, unknown>): Mistake[] =>
  Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined || (Object.hasOwn(whole, name) && String(value) === whole[name])) {
      return []
    }
    const accepted = whole[name] ?? 'depth=0, locale=all'
    return [mistake(name, `what was published earlier is answered whole; accepted: ${accepted}`)]
  })
