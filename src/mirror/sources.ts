import type { Payload } from 'payload'
import type { Source } from '../http/source.ts'
import type { Logger } from '../logger.ts'
import { answering } from '../permalinks/answering.ts'
import { jsonAnswer, methodAnswer, pageAnswer } from '../permalinks/answers.ts'
import { notFound } from '../permalinks/errors.ts'
import { defaultLocaleOf, localesOf } from '../permalinks/read.ts'
import { wordsFor } from '../permalinks/words/words.ts'
import { publishedKeys } from './keys/published-keys.ts'
import { verifyPage } from './page/page.ts'

const keysPath = '/.well-known/handbill-keys.json'
const pagePath = '/verify'

/** The keys that copies are signed with, and the page that checks a copy with them. */
export const mirrorSources = (payload: Payload, logger: Logger): Record<string, Source> => ({
  [keysPath]: keysSource(payload),
  [pagePath]: pageSource(payload, logger),
})

function keysSource(payload: Payload): Source {
  return async (request) => {
    const refused = methodAnswer(request)
    if (refused) return refused
    if (new URL(request.url).pathname !== keysPath) {
      return notFound({ isPage: false, words: wordsFor(defaultLocaleOf(payload)), vary: [] })
    }
    const headers = {
      'Cache-Control': 'public, max-age=60',
      'Content-Type': 'application/jwk-set+json',
    }
    return jsonAnswer(await publishedKeys(payload), { headers })
  }
}

function pageSource(payload: Payload, logger: Logger): Source {
  const languages = { locales: localesOf(payload), defaultLocale: defaultLocaleOf(payload) }
  const formats = [{ name: 'html', type: 'text/html' }] as const
  return answering({ formats, languages, logger }, async (request, asked, told) => {
    if (new URL(request.url).pathname !== pagePath) return notFound(told)
    const page = await verifyPage(told.words.locale, 'origin')
    const headers = {
      'Content-Language': told.words.locale,
      'Content-Security-Policy': page.policy,
      ...(asked.vary.length > 0 ? { Vary: asked.vary.join(', ') } : {}),
    }
    return pageAnswer(page.html, { headers })
  })
}
