import { link } from '../../cms/memento/links.ts'
import { publicationsOf } from '../../cms/memento/time-gate.ts'
import { timeMap } from '../../cms/memento/time-map.ts'
import { checkPage } from '../../cms/readers/limits.ts'
import type { Source } from '../../http/source.ts'
import { pathOf } from '../address.ts'
import { answerWith, methodAnswer } from '../answers.ts'
import { checkNames } from '../asked.ts'
import { badRequest, notFound } from '../errors.ts'
import { findOrTell } from '../find.ts'
import type { Parts } from '../pages.ts'
import { publicRequest } from '../read.ts'
import { wordsFor } from '../words/words.ts'
import { pageAddresses, timeMapPlaceOf } from './address.ts'

/** `/{collection}/{slug}/timemap`: the pages of a document's versions. */
export function timeMapSource({ payload, site, languages }: Parts): Source {
  const told = { isPage: false, words: wordsFor(languages.defaultLocale), vary: ['Accept'] }
  return async (request) => {
    const refused = methodAnswer(request)
    if (refused) return refused
    const { pathname, search, searchParams } = new URL(request.url)
    const place = timeMapPlaceOf(pathname)
    const publications = place && publicationsOf({ payload }, place.collection)
    if (!place || !publications) return notFound(told)
    const page = searchParams.get('page')
    const mistakes = [
      ...checkNames(searchParams, ['page']),
      ...(page === null ? [] : checkPage(page)),
    ]
    if (mistakes.length > 0) return badRequest(told, mistakes)
    const { collection } = place
    const elsewhere = (slug: string) => `${pathOf({ collection, slug })}/timemap${search}`
    const named = await findOrTell(await publicRequest(payload, request), place, told, elsewhere)
    if (named instanceof Response) return named
    const latest = await publications.latest(collection, named.id)
    if (!latest) return notFound(told)
    const addresses = pageAddresses(site.publicUrl, place)
    const accept = request.headers.get('Accept')
    const { type, body } = await timeMap(publications, latest, addresses, Number(page ?? 1), accept)
    const headers = { Link: link(addresses.original, 'original'), Vary: 'Accept' }
    return answerWith(type, body, { headers })
  }
}
