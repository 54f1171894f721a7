import type { Payload } from 'payload'
import { lastingLinks } from '../cms/memento/links.ts'
import { acceptDatetime, publicationsOf } from '../cms/memento/time-gate.ts'
import type { Source } from '../http/source.ts'
import type { Logger } from '../logger.ts'
import { pageCollections, placeOf } from './address.ts'
import { answering } from './answering.ts'
import { jsonAnswer, pageAnswer } from './answers.ts'
import type { Format } from './asked.ts'
import { citationFormats, citationPlaceOf, citationSource } from './cite/source.ts'
import { pageAddresses, revisionPlaceOf } from './earlier/address.ts'
import { gateAnswer } from './earlier/gate.ts'
import { earlierSource } from './earlier/source.ts'
import { timeMapSource } from './earlier/time-map.ts'
import { notFound } from './errors.ts'
import { home } from './home.ts'
import { acceptPreference, languagePreference } from './negotiation.ts'
import { oembed } from './oembed.ts'
import { type Site, siteOf } from './permalink.ts'
import { defaultLocaleOf, localesOf } from './read.ts'
import { readPermalink } from './read-permalink.ts'
import { documentPage } from './render/document.ts'
import { wordsFor } from './words/words.ts'

/** Answers that anybody may have, and that a cache may keep. */
export type PublicSource = {
  /** The paths below which it answers. */
  below: readonly string[]
  source: Source
  /** Whether there can be something to keep at the path. */
  isContent(path: string): boolean
  /** Whether the answer at the path is another one with `Accept-Datetime`. */
  isTimeGate?(path: string): boolean
  /** The headers that its answers depend on. */
  preferences: readonly (
    | ReturnType<typeof acceptPreference>
    | ReturnType<typeof languagePreference>
  )[]
}

const formats: readonly [Format, ...Format[]] = [
  { name: 'html', type: 'text/html' },
  { name: 'json', type: 'application/json' },
]

/** Permalinks: every published document as a page, and as JSON; and references to claims. */
export function pages(payload: Payload, settings: Site, logger: Logger): PublicSource[] {
  const languages = { locales: localesOf(payload), defaultLocale: defaultLocaleOf(payload) }
  const language = languagePreference(languages.locales, languages.defaultLocale)
  const parts = { payload, site: siteOf(settings), logger, languages }
  const document = documentSource(parts)
  const citation = citationSource(parts)
  const earlier = earlierSource(parts, formats)
  const versions = timeMapSource(parts)
  return [
    {
      below: pageCollections.map((collection) => `/${collection}`),
      source(request) {
        const { pathname } = new URL(request.url)
        // Which programs read also when no document can have that name.
        if (/^\/claims\/[^/]+\/cite$/.test(pathname)) return citation(request)
        if (/^\/[^/]+\/[^/]+\/timemap$/.test(pathname)) return versions(request)
        return revisionPlaceOf(pathname) ? earlier(request) : document(request)
      },
      isContent: (path) => placeOf(path) !== undefined,
      isTimeGate: (path) => placeOf(path) !== undefined,
      preferences: [acceptPreference(formats.map(({ type }) => type)), language],
    },
    {
      below: [],
      source: citation,
      isContent: (path) => citationPlaceOf(path) !== undefined,
      preferences: [acceptPreference(citationFormats.map(({ type }) => type)), language],
    },
    home(parts, formats),
    oembed(parts),
  ]
}

export type Parts = {
  payload: Payload
  site: Site
  logger: Logger
  languages: { locales: string[]; defaultLocale: string }
}

function documentSource(parts: Parts): Source {
  const { site, logger, languages } = parts
  const answer = answering({ formats, languages, logger }, async (request, asked, told) => {
    const { pathname, search } = new URL(request.url)
    const place = placeOf(pathname)
    if (!place) return notFound(told)
    const publications = publicationsOf(parts, place.collection)
    if (publications && request.headers.has(acceptDatetime)) {
      return gateAnswer(request, publications, place, site.publicUrl, told)
    }
    const found = await readPermalink(request, parts, place, asked, told, search)
    if (found instanceof Response) return found
    const { permalink, missing, untranslated, campaignId } = found
    const headers = {
      'Content-Language': permalink.locale,
      Link: [
        `<${permalink.permalink}>; rel="canonical"`,
        '</api/permalink.schema.json>; rel="describedby"',
        ...(publications ? lastingLinks(pageAddresses(site.publicUrl, place)) : []),
      ].join(', '),
      ...(asked.vary.length > 0 ? { Vary: asked.vary.join(', ') } : {}),
    }
    if (!told.isPage) return jsonAnswer(permalink, { headers })
    const view = {
      words: wordsFor(missing ?? permalink.locale),
      publicUrl: site.publicUrl,
      locale: permalink.locale,
      fallback: languages.defaultLocale,
      untranslated,
      campaignId,
      chosen: asked.chosen,
      missing,
    }
    return pageAnswer(documentPage(view, permalink), { headers })
  })
  return async (request) => {
    const response = await answer(request)
    // Also of what is gone now there may have been something then.
    response.headers.append('Vary', acceptDatetime)
    return response
  }
}
