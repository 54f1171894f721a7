import { accepts, type Mistake, mistake } from '../cms/readers/mistake.ts'
import type { Source } from '../http/source.ts'
import { type Place, placeOf } from './address.ts'
import { jsonAnswer, methodAnswer } from './answers.ts'
import { checkNames } from './asked.ts'
import { badRequest, failed, notFound } from './errors.ts'
import type { Parts, PublicSource } from './pages.ts'
import { readPermalink } from './read-permalink.ts'
import { titleOf } from './render/claim-status.ts'
import { headingOf } from './render/document.ts'
import type { Permalink } from './schema.ts'
import { wordsFor } from './words/words.ts'

/**
 * `/oembed?url=…`: how to show a link to a page (oembed.com). A link, and not `rich`: what is rich would
 * need a height, which no text has before it is set.
 *
 * Nothing is kept of it, for an address can be written in any number of ways.
 */
export const oembed = (parts: Parts): PublicSource => ({
  below: ['/oembed'],
  isContent: () => false,
  preferences: [],
  source: describe(parts),
})

function describe(parts: Parts): Source {
  const { site, logger, languages } = parts
  return async (request) => {
    const refused = methodAnswer(request)
    if (refused) return refused
    const { pathname, searchParams } = new URL(request.url)
    const told = { isPage: false, words: wordsFor(languages.defaultLocale), vary: [] }
    if (pathname !== '/oembed') return notFound(told)
    if (searchParams.get('format') === 'xml') {
      return jsonAnswer({ errors: [{ message: 'format: accepted: json' }] }, { status: 501 })
    }
    const mistakes = checkParameters(searchParams)
    if (mistakes.length > 0) return badRequest(told, mistakes)
    const asked = readAddress(searchParams.get('url') ?? '', site.publicUrl)
    if (!asked) return notFound(told)
    const { place, locale } = asked
    const chosen = locale && languages.locales.includes(locale) ? locale : undefined
    try {
      const found = await readPermalink(request, parts, place, { chosen, preferred: [] }, told, '')
      if (found instanceof Response) return moved(found, site.publicUrl)
      return jsonAnswer(descriptionOf(found.permalink, site.publicUrl))
    } catch (error) {
      logger.error({ err: error }, 'a link could not be described')
      return failed(told)
    }
  }
}

function descriptionOf(permalink: Permalink, publicUrl: string) {
  const heading = headingOf(permalink)
  const title =
    permalink.collection === 'claims'
      ? titleOf(wordsFor(permalink.locale), heading, permalink.verification.status)
      : heading
  return {
    version: '1.0',
    type: 'link',
    title,
    provider_name: new URL(publicUrl).host,
    provider_url: `${publicUrl}/`,
    // A correction has to be seen soon.
    cache_age: 60,
    ...authorOf(permalink),
    ...thumbnailOf(permalink, publicUrl),
  }
}

const authorOf = (permalink: Permalink) =>
  permalink.collection !== 'campaigns' && permalink.campaign
    ? { author_name: permalink.campaign.title, author_url: permalink.campaign.url }
    : {}

function thumbnailOf(permalink: Permalink, publicUrl: string) {
  const { url, width, height } = (permalink.collection === 'campaigns' && permalink.image) || {}
  return url && width && height
    ? {
        thumbnail_url: new URL(url, publicUrl).href,
        thumbnail_width: width,
        thumbnail_height: height,
      }
    : {}
}

function checkParameters(parameters: URLSearchParams): Mistake[] {
  const format = parameters.get('format') ?? 'json'
  const sizes = ['maxwidth', 'maxheight'].filter(
    (name) => !/^\d{0,6}$/.test(parameters.get(name) ?? ''),
  )
  return [
    ...checkNames(parameters, ['url', 'format', 'maxwidth', 'maxheight']),
    ...(parameters.get('url') ? [] : [mistake('url', 'accepted: the address of a page here')]),
    ...(format === 'json' ? [] : [mistake('format', accepts(['json']))]),
    ...sizes.map((name) => mistake(name, 'accepted: a whole number')),
  ]
}

/** @returns undefined for an address that is none of a page here */
function readAddress(
  url: string,
  publicUrl: string,
): { place: Place; locale: string | null } | undefined {
  if (!URL.canParse(url)) return undefined
  const { origin, pathname, searchParams } = new URL(url)
  const here = new URL(publicUrl)
  const prefix = here.pathname.replace(/\/$/, '')
  if (origin !== here.origin || !pathname.startsWith(prefix)) return undefined
  const place = placeOf(pathname.slice(prefix.length))
  return place && { place, locale: searchParams.get('locale') }
}

/** Where a page has moved, its description has too. */
function moved(answer: Response, publicUrl: string): Response {
  const to = answer.headers.get('Location')
  if (!to) return answer
  const headers = new Headers(answer.headers)
  headers.set('Location', `/oembed?url=${encodeURIComponent(publicUrl + to)}&format=json`)
  return new Response(null, { status: answer.status, headers })
}
