import type { Payload } from 'payload'
import type { Source } from '../http/source.ts'
import type { Logger } from '../logger.ts'
import { type FeedFormat, feedPathOf, isSlug, pageCollections } from '../permalinks/address.ts'
import { answerWith, methodAnswer } from '../permalinks/answers.ts'
import { checkNames, checkValue } from '../permalinks/asked.ts'
import { badRequest, failed, notFound } from '../permalinks/errors.ts'
import { findOrTell } from '../permalinks/find.ts'
import type { PublicSource } from '../permalinks/pages.ts'
import { type Site, siteOf } from '../permalinks/permalink.ts'
import { defaultLocaleOf, localesOf, publicRequest } from '../permalinks/read.ts'
import { wordsFor } from '../permalinks/words/words.ts'
import { toAtom } from './atom.ts'
import type { Feed } from './feed.ts'
import { toJsonFeed } from './json-feed.ts'
import { campaignFeed, collectionFeed } from './read-feed.ts'

const writers: Record<FeedFormat, { type: string; write(feed: Feed): string }> = {
  atom: { type: 'application/atom+xml; charset=utf-8', write: toAtom },
  json: { type: 'application/feed+json', write: toJsonFeed },
}

/** `/feeds/{name}.atom` and `.json`: of a collection by its name, and of any other campaign by its slug. */
export const feeds = (payload: Payload, settings: Site, logger: Logger): PublicSource => ({
  below: ['/feeds'],
  source: feedSource(payload, siteOf(settings), logger),
  isContent: (path) => feedPlaceOf(path) !== undefined,
  preferences: [],
})

type FeedPlace = { name: string; format: FeedFormat }

function feedPlaceOf(path: string): FeedPlace | undefined {
  const [, name = '', format] = /^\/feeds\/([^/]+)\.(atom|json)$/.exec(path) ?? []
  return isSlug(name) ? { name, format: format as FeedFormat } : undefined
}

function feedSource(payload: Payload, site: Site, logger: Logger): Source {
  const locales = localesOf(payload)
  const defaultLocale = defaultLocaleOf(payload)
  return async (request) => {
    const refused = methodAnswer(request)
    if (refused) return refused
    const { pathname, search, searchParams } = new URL(request.url)
    const locale = searchParams.get('locale') ?? defaultLocale
    const told = { isPage: false, words: wordsFor(locale), vary: [] }
    const place = feedPlaceOf(pathname)
    if (!place) return notFound(told)
    const mistakes = [
      ...checkNames(searchParams, ['locale']),
      ...checkValue(searchParams, 'locale', locales),
    ]
    if (mistakes.length > 0) return badRequest(told, mistakes)
    try {
      const feed = await read(place, locale, (slug) => feedPathOf(slug, place.format) + search)
      if (feed instanceof Response) return feed
      const { type, write } = writers[place.format]
      return answerWith(type, write(feed), { headers: { 'Content-Language': locale } })
    } catch (error) {
      logger.error({ err: error, path: pathname.slice(0, 500) }, 'a feed could not be made')
      return failed(told)
    }

    async function read(
      { name, format }: FeedPlace,
      inLocale: string,
      addressOf: (slug: string) => string,
    ): Promise<Feed | Response> {
      const req = await publicRequest(payload, request)
      const asked = { locale: inLocale, format, isDefaultLocale: inLocale === defaultLocale }
      const collection = pageCollections.find((one) => one === name)
      if (collection) return collectionFeed(req, site, collection, asked)
      const named = await findOrTell(req, { collection: 'campaigns', slug: name }, told, addressOf)
      if (named instanceof Response) return named
      return (await campaignFeed(req, site, named.id, name, asked)) ?? notFound(told)
    }
  }
}
