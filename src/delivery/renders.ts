import type { Logger } from '../logger.ts'
import { Answer, type AnswerOptions, type FlatHeaders, readResponse } from './answer.ts'
import { condensed, type RecentChanges } from './dependencies.ts'
import type { Question, Render, Rendering } from './rendering.ts'
import type { Store } from './store.ts'

/** What came of asking a source: an answer to keep, or one to pass on this once. */
export type Outcome = {
  answer?: Answer
  isKept: boolean
  passed: { status: number; headers: FlatHeaders; body: Buffer }
}

/** What a later reader may be told again; anything else may be of the moment. */
const lasting = new Set([200, 308, 404, 410])

/** The questions that are with their sources: each is asked once, however many wait for the answer. */
export class Renders {
  private readonly underWay = new Map<string, Promise<Outcome>>()

  constructor(
    private readonly store: Store,
    private readonly changes: RecentChanges,
    private readonly options: AnswerOptions & { logger: Logger },
  ) {}

  /** Never rejects. Whoever asks after a change does not get what was asked for before. */
  outcome(question: Question, render: Render): Promise<Outcome> {
    const found = this.underWay.get(question.key)
    if (found) return found
    const asked = this.ask(question, render).catch((error: unknown) => {
      this.options.logger.error({ err: error, question: question.key }, 'failed')
      return failed
    })
    const ended = asked.finally(() => {
      if (this.underWay.get(question.key) === ended) this.underWay.delete(question.key)
    })
    this.underWay.set(question.key, ended)
    return ended
  }

  /** Leaves those that are under way to the ones who wait already. */
  detach(): void {
    this.underWay.clear()
  }

  private async ask(question: Question, render: Render): Promise<Outcome> {
    const begun = this.changes.count
    const rendering = await render(question.request())
    const body = Buffer.from(await rendering.response.arrayBuffer())
    const said = readResponse(rendering.response)
    const passed = { status: said.status, headers: passedOn(said.headers, body), body }
    if (!isLasting(rendering) || !this.store.takes(body.length)) return { isKept: false, passed }

    const tags = condensed(rendering.tags ?? [])
    // Made while something that it was made from changed, it may be of before the change.
    if (this.changes.haveTouched(tags, begun)) return { isKept: false, passed }
    const modified = this.changes.lastChangeOf(tags)
    const answer = new Answer(question.key, said, body, tags, modified, this.options)
    this.store.add(answer)
    return { answer, isKept: true, passed }
  }
}

function isLasting({ response, tags }: Rendering): boolean {
  const isKnown = tags !== undefined && tags.size > 0
  return isKnown && lasting.has(response.status) && !response.headers.has('Set-Cookie')
}

const passedOn = (headers: FlatHeaders, body: Buffer): FlatHeaders => [
  ...headers,
  'Content-Length',
  String(body.length),
  'Cache-Control',
  'no-store',
  'Cache-Status',
  'handbill; fwd=miss',
]

const failure = Buffer.from(JSON.stringify({ errors: [{ message: 'Something went wrong.' }] }))
const failed: Outcome = {
  isKept: false,
  passed: {
    status: 500,
    headers: passedOn(['Content-Type', 'application/json'], failure),
    body: failure,
  },
}
