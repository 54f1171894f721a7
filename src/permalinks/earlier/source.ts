import { publishedRevision } from '../../cms/memento/as-of.ts'
import { lastingLinks, versionLinks } from '../../cms/memento/links.ts'
import { httpDate } from '../../cms/memento/moment.ts'
import { publicationsOf } from '../../cms/memento/time-gate.ts'
import type { Source } from '../../http/source.ts'
import { answering } from '../answering.ts'
import { jsonAnswer, pageAnswer } from '../answers.ts'
import type { Format } from '../asked.ts'
import { badRequest, gone, notFound } from '../errors.ts'
import { findOrTell } from '../find.ts'
import type { Parts } from '../pages.ts'
import { publicRequest } from '../read.ts'
import { documentPage } from '../render/document.ts'
import type { Earlier } from '../render/earlier.ts'
import { wordsFor } from '../words/words.ts'
import { pageAddresses, revisionPathOf, revisionPlaceOf } from './address.ts'
import { readAt } from './moment.ts'
import { readEarlier } from './read-earlier.ts'

/** `/{collection}/{slug}/revisions/{n}`: a document as it was published once, as a page and as JSON. */
export function earlierSource(parts: Parts, formats: readonly [Format, ...Format[]]): Source {
  const { payload, site, languages } = parts
  return answering({ ...parts, formats, others: ['at'] }, async (request, asked, told) => {
    const { pathname, search, searchParams } = new URL(request.url)
    const place = revisionPlaceOf(pathname)
    const publications = place && publicationsOf({ payload }, place.collection)
    if (!place || !publications) return notFound(told)
    const { collection, number } = place
    const elsewhere = (slug: string) => revisionPathOf({ collection, slug, number }) + search
    const named = await findOrTell(await publicRequest(payload, request), place, told, elsewhere)
    if (named instanceof Response) return named
    const revision = await publishedRevision(publications, collection, named.id, number)
    if (!revision) return notFound(told)
    if ('withdrawn' in revision) return gone(told, place, revision.withdrawn)

    const { memento } = revision
    const after = await publications.revisions(collection, named.id, number, 1)
    const moment = readAt(searchParams.get('at'), memento, after[0])
    if ('parameter' in moment) return badRequest(told, [moment])
    const found = await readEarlier(parts, place, memento, moment.at, asked)
    if (!found) return notFound(told)
    const { permalink, missing } = found
    const addresses = pageAddresses(site.publicUrl, place)
    const links = [
      ...lastingLinks(addresses),
      ...(await versionLinks(publications, memento, addresses, number)),
      `<${permalink.permalink}>; rel="canonical"`,
    ]
    const headers = {
      'Content-Language': permalink.locale,
      Link: links.join(', '),
      'Memento-Datetime': httpDate(moment.said ?? memento.at),
      'X-Robots-Tag': 'noindex',
      ...(found.isRetractedNow ? { 'Handbill-Status': 'retracted' } : {}),
      ...(asked.vary.length > 0 ? { Vary: asked.vary.join(', ') } : {}),
    }
    if (!told.isPage) return jsonAnswer(permalink, { headers })
    const earlier: Earlier = {
      place,
      said: moment.said,
      shownAt: moment.said ?? memento.at,
      from: memento.at,
      until: after[0]?.at,
      previous: (await publications.nearest(collection, named.id, 'before', number))?.revision,
      next: (await publications.nearest(collection, named.id, 'after', number))?.revision,
      isRetractedNow: found.isRetractedNow,
      retractedSince: found.retractedSince,
    }
    const view = {
      words: wordsFor(missing ?? permalink.locale),
      publicUrl: site.publicUrl,
      locale: permalink.locale,
      fallback: languages.defaultLocale,
      untranslated: found.untranslated,
      campaignId: found.campaignId,
      chosen: asked.chosen,
      missing,
      earlier,
    }
    return pageAnswer(documentPage(view, permalink), { headers })
  })
}
