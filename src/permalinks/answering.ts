import type { Source } from '../http/source.ts'
import type { Logger } from '../logger.ts'
import { methodAnswer, redirect } from './answers.ts'
import { type Asked, type Format, type Languages, readAsked, withoutTracking } from './asked.ts'
import { badRequest, failed, type Told } from './errors.ts'
import { wordsFor } from './words/words.ts'

type Answering<F extends Format> = {
  formats: readonly [F, ...F[]]
  languages: Languages
  logger: Logger
  /** Parameters that the answer checks itself. */
  others?: readonly string[]
}

/** A source that reads what is asked for, tells of mistakes, and says no more than that when it fails. */
export function answering<F extends Format>(
  { formats, languages, logger, others }: Answering<F>,
  answer: (request: Request, asked: Asked<F>, told: Told) => Promise<Response>,
): Source {
  return async (request) => {
    const refused = methodAnswer(request)
    if (refused) return refused
    const clean = withoutTracking(request.url)
    if (clean) return redirect(clean, 302, { 'Cache-Control': 'no-store' })
    const asked = readAsked(request, formats, languages, others)
    const { chosen, format, mistakes, preferred, vary } = asked
    const words = wordsFor(chosen ?? preferred[0] ?? languages.defaultLocale)
    const told = { isPage: format.type.startsWith('text/html'), words, vary }
    if (mistakes.length > 0) return badRequest(told, mistakes)
    try {
      return await answer(request, asked, told)
    } catch (error) {
      const { pathname } = new URL(request.url)
      logger.error({ err: error, path: pathname.slice(0, 500) }, 'a page could not be made')
      return failed(told)
    }
  }
}
