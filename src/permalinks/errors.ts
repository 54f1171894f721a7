import type { Tombstone } from '../cms/plugins/slug-endpoint.ts'
import { BadQuery, type Mistake } from '../cms/readers/mistake.ts'
import type { Place } from './address.ts'
import { jsonAnswer, pageAnswer } from './answers.ts'
import { errorPage } from './render/error.ts'
import type { Words } from './words/words.ts'

/** How whoever asks is told of errors: as pages, or as JSON with the body that errors have everywhere. */
export type Told = { isPage: boolean; words: Words; vary: readonly string[] }

type Said = { status: number; title: string; texts: string[]; body: object; isLasting?: boolean }

function tell({ isPage, words, vary }: Told, { status, title, texts, body, isLasting }: Said) {
  const headers = {
    ...(vary.length > 0 ? { Vary: vary.join(', ') } : {}),
    // There are as many of these as anybody cares to make up, so none is kept.
    ...(isLasting ? {} : { 'Cache-Control': 'no-store' }),
    ...(isPage ? { 'Content-Language': words.locale } : {}),
  }
  return isPage
    ? pageAnswer(errorPage(words, title, texts), { status, headers })
    : jsonAnswer(body, { status, headers })
}

const bodyOf = (message: string) => ({ errors: [{ message }] })

export const badRequest = (told: Told, mistakes: Mistake[]): Response => {
  const error = new BadQuery(mistakes)
  return tell(told, {
    status: error.status,
    title: told.words.errors.badRequest,
    texts: mistakes.map(({ message }) => message),
    body: error.toBody(),
  })
}

export const notFound = (told: Told): Response =>
  tell(told, {
    status: 404,
    title: told.words.errors.notFound,
    texts: [told.words.errors.notFoundText],
    body: bodyOf('Not Found'),
  })

export function gone(told: Told, { collection, slug }: Place, tombstone: Tombstone): Response {
  const { kinds, errors } = told.words
  const { kind, at } = tombstone
  const reason = kind === 'deleted' ? errors.goneKinds.deleted : errors.goneKinds.unpublished
  return tell(told, {
    status: 410,
    title: errors.gone,
    texts: [errors.goneText(kinds[collection], at), reason],
    body: {
      ...bodyOf(`${collection}/${slug} was withdrawn: ${kind} at ${at}.`),
      tombstone,
    },
    isLasting: true,
  })
}

export const failed = (told: Told): Response =>
  tell(told, {
    status: 500,
    title: told.words.errors.failed,
    texts: [told.words.errors.failedText],
    body: bodyOf('Something went wrong.'),
  })
