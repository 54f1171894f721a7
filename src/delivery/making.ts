import { inTime } from '../in-time.ts'
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

/** What was made, and whether a change has overtaken it all the same. */
type Settled = { rendered: Rendered; lastModified: number; isOvertaken: boolean }

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

/** An answer that changes overtake so often is given as it is, to those who wait for it. */
const mostAttempts = 3

/**
 * Has questions answered by their source, and keeps the answers that no change has overtaken. One that was overtaken
 * is made anew: its source asks the database several times, and may have seen half of what was published together.
 */
export function createMaking(parts: MakingParts): (question: Question) => Promise<Made> {
  const { kept, applied, freshness, logger, fields, maxBytes, sharedMaxAge, renderTimeout } = parts
  const late = () => new Error(`The source did not answer within ${renderTimeout} ms.`)
  return async (question) => {
    try {
      // One answer that never comes must not hold up all others.
      const made = await inTime(renderTimeout, settled(question), late)
      // Who asked after the change has had it made already.
      if ('entry' in made) return { answer: made.entry.answer, entry: made.entry }
      const { rendered, lastModified, isOvertaken } = made
      const { response, body, tags } = rendered
      // A session that the source began is one client's, and several may be waiting.
      if (response.headers.has('Set-Cookie')) return { answer: undefined }
      if (isOvertaken) return { answer: passedAnswer(rendered, true) }
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

  async function settled(question: Question): Promise<{ entry: Entry } | Settled> {
    for (let attempt = 1; ; attempt++) {
      const began = applied.moment()
      const lastModified = freshness.newest()
      const rendered = await render(question)
      const isOvertaken = applied.isTouchedSince(began, rendered.tags)
      if (!isOvertaken || attempt === mostAttempts) return { rendered, lastModified, isOvertaken }
      const entry = kept.get(question.key)
      if (entry) return { entry }
    }
  }
}

async function render(question: Question): Promise<Rendered> {
  const { response, tags } = await question.render()
  const body = Buffer.from(await response.arrayBuffer())
  return { response, body, tags: collapseTags(tags ?? new Set()) }
}
