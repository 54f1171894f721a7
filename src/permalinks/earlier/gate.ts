import type { Publications } from '../../changes/publications.ts'
import { publishedAsOf } from '../../cms/memento/as-of.ts'
import { lastingLinks, versionLinks } from '../../cms/memento/links.ts'
import { acceptedMoment, readMoment } from '../../cms/memento/moment.ts'
import { acceptDatetime } from '../../cms/memento/time-gate.ts'
import { mistake } from '../../cms/readers/mistake.ts'
import { isSlug, type Place } from '../address.ts'
import { redirect } from '../answers.ts'
import { badRequest, gone, notFound, type Told } from '../errors.ts'
import { pageAddresses, revisionPathOf } from './address.ts'
import { inAddress } from './moment.ts'

/** Leads to the page as it was at the time that `Accept-Datetime` says. */
export async function gateAnswer(
  request: Request,
  publications: Publications,
  place: Place,
  publicUrl: string,
  told: Told,
): Promise<Response> {
  const wanted = readMoment(request.headers.get(acceptDatetime) ?? '')
  if (!wanted) return badRequest(told, [mistake(acceptDatetime, acceptedMoment)])
  const { collection } = place
  const then = await publishedAsOf(publications, collection, place.slug, wanted)
  if (!then) return notFound(told)
  if ('withdrawn' in then) return gone(told, place, then.withdrawn)
  const { id, revision: number, at: from } = then.memento
  const slug = (await publications.latest(collection, id))?.slug ?? place.slug
  if (!isSlug(slug)) return notFound(told)
  const addresses = pageAddresses(publicUrl, { collection, slug })
  const links = await versionLinks(publications, { collection, id }, addresses, number)
  const { searchParams } = new URL(request.url)
  const path = revisionPathOf(
    { collection, slug, number },
    {
      at: momentWithin(wanted, from),
      locale: searchParams.get('locale') ?? undefined,
      format: searchParams.get('format') ?? undefined,
    },
  )
  return redirect(path, 302, { Link: [...lastingLinks(addresses), ...links].join(', ') })
}

/** The moment wanted, if the revision stood already; and never one that is to come. */
function momentWithin(wanted: Date, from: string): string | undefined {
  const second = Math.floor(Date.parse(from) / 1000) * 1000
  if (wanted.getTime() < second) return undefined
  const now = Math.max(second, Math.floor(Date.now() / 1000) * 1000)
  return inAddress(new Date(Math.min(wanted.getTime(), now)))
}
