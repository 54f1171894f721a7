import type { Logger } from '../logger.ts'
import type { Answer } from './answer.ts'
import type { AppliedChanges } from './applied-changes.ts'
import { collapseTags } from './collapse-tags.ts'
import type { Freshness } from './freshness.ts'
import type { Entry, KeptAnswers } from './kept-answers.ts'
import { failedAnswer, isKeepable, keptAnswer, passedAnswer, type Rendered } from './make-answer.ts'
import type { Question } from './question.ts'
import type { FlatHeaders } from './source-headers.ts'

/** What became of a question. Without an answer everybody who asked is to ask for themselves. */
export type Made = { answer: Answer | undefined; entry?: Entry }

export type MakingParts = {
  kept: KeptAnswers
  applied: AppliedChanges
  freshness: Freshness
  logger: Logger
  maxBytes: number
  sharedMaxAge: number
  renderTimeout: number
  fields: FlatHeaders
}

/** Has questions answered by their source, and keeps the answers that no change has overtaken. */
export function createMaking(parts: MakingParts): (question: Question) => Promise<Made> {
  const { kept, applied, freshness, logger, fields, maxBytes, sharedMaxAge, renderTimeout } = parts
  return async (question) => {
    const began = applied.moment()
    const lastModified = freshness.newest()
    try {
      const rendered = await within(renderTimeout, render(question))
      const { response, body, tags } = rendered
      // A session that the source began is one client's, and several may be waiting.
      if (response.headers.has('Set-Cookie')) return { answer: undefined }
      if (applied.isTouchedSince(began, tags)) return { answer: passedAnswer(rendered, true) }
      const isKept = isKeepable(rendered) && body.length <= maxBytes / 8 && question.isSuccess(body)
      if (!isKept) return { answer: passedAnswer(rendered, false) }
      const answer = keptAnswer(rendered, question, lastModified, sharedMaxAge, fields)
      const entry = kept.add(question.key, answer, tags)
      return { answer: entry.answer, entry }
    } catch (error) {
      // Its parameters can hold anything.
      const [asked] = question.key.split(/[?\n]/, 1)
      logger.error({ err: error, question: asked?.slice(0, 500) }, 'could not be answered')
      return { answer: failedAnswer() }
    }
  }
}

async function render(question: Question): Promise<Rendered> {
  const { response, tags } = await question.render()
  const body = Buffer.from(await response.arrayBuffer())
  return { response, body, tags: collapseTags(tags ?? new Set()) }
}

/** @throws an Error after so many milliseconds: one answer that never comes must not hold up all others. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const error = new Error(`The source did not answer within ${milliseconds} ms.`)
    timer = setTimeout(() => reject(error), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
