import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Change } from '../changes/change.ts'
import { tagsOf } from '../changes/tags.ts'
import type { Logger } from '../logger.ts'
import { createAppliedChanges } from './applied-changes.ts'
import { type Asking, createAskings } from './asking.ts'
import type { Content } from './content.ts'
import { credentialsIn } from './credentials.ts'
import { createFlights } from './flights.ts'
import { createFreshness } from './freshness.ts'
import { createKeptAnswers, type Entry } from './kept-answers.ts'
import { busyAnswer } from './make-answer.ts'
import { createMaking, type Made } from './making.ts'
import type { PersistedQueries } from './persisted-queries.ts'
import { asksForEarlier, hasBody, hasPlainHost } from './plain-headers.ts'
import type { Question } from './question.ts'
import { readBody } from './read-body.ts'
import type { Render } from './rendering.ts'
import { createSend } from './send.ts'
import type { FlatHeaders } from './source-headers.ts'
import { noTally, type Tally } from './tally.ts'
import type { HeadLines } from './write-response.ts'

export type DeliveryOptions = {
  /** Where the service is reached from outside; the source is asked under this origin. */
  origin: string
  /** Sources whose answers may be kept; a path is the first one's that takes it. */
  contents: readonly Content[]
  graphql?: { path: string; render: Render; persisted: PersistedQueries }
  /** Whether the credentials of a request see exactly what the public sees. Asked only when there are some. */
  readsAsPublic(req: IncomingMessage): boolean | Promise<boolean>
  /** What an answer says beside what is kept: header fields as they go over the wire, each line ended. */
  linesFor?(req: IncomingMessage): string
  /** Told of what is answered from memory, before it is. */
  onHit?(req: IncomingMessage): void
  /** Told of what is not; it runs what is done for it, and gives lines for the head of the answer. */
  onMiss?(req: IncomingMessage, res: ServerResponse): Missed
  /** Where answers from memory are counted that are kept for such a request, with such a status. */
  tallyOf?(req: IncomingMessage, status: number): Tally
  /** A cookie `${cookiePrefix}-token` is a credential; other cookies are not. */
  cookiePrefix: string
  /** Bytes of memory for kept answers. With 0 nothing is kept, and everything goes to `next`. */
  maxBytes: number
  /** Seconds for which a shared cache may answer without asking, and again while it asks. */
  sharedMaxAge: number
  logger: Logger
  /** Milliseconds after which a source that has not answered has failed. 30 seconds unless given. */
  renderTimeout?: number
  /** Milliseconds after which somebody who waits for an answer is told to ask again; it goes on being made. */
  patience?: number
  /** Makes an answer in its turn; it throws when there is no room. */
  inTurn?<T>(make: () => Promise<T>): Promise<T>
  /** Fields that every kept answer has. */
  fields?: FlatHeaders
  /** Milliseconds since 1970. */
  now?: () => number
}

/** Hands a request on, with its body when that has been read already. */
type Next = (body?: Buffer) => void

type Missed = { lines: HeadLines; run<T>(work: () => T): T }

const unwatched: Missed = { lines: '', run: (work) => work() }

export type DeliveryStats = {
  entries: number
  bytes: number
  /** Tags that something depends on. */
  tags: number
  /** Ways in which the entries were asked for. */
  aliases: number
  /** Answers that went because there was no room for them. */
  evictions: number
  /** Requests answered from memory. */
  hits: number
  /** Requests that waited for an answer to be made. */
  misses: number
  /** Answers made: fewer than the misses where several waited for one. */
  renders: number
}

export type Delivery = {
  /** Answers the request, or calls next, once. */
  handle(req: IncomingMessage, res: ServerResponse, next: Next): void
  /** Drops what the changes touch. No request that comes later is answered from before them. */
  apply(changes: readonly Change[]): void
  /** Drops everything. */
  clear(): void
  /** Says that the change log has been read to its end just now: what is kept is current. */
  confirm(): void
  /** Tells the time (ISO 8601) of the newest change from before this process, for Last-Modified. */
  knowLastChange(at: string): void
  stats(): DeliveryStats
}

type Exchange = { req: IncomingMessage; res: ServerResponse; next(): void }

/**
 * Answers anonymous reads from memory, in front of everything else.
 *
 * An answer is kept until a change touches what it was made from. The source sees none of the client's
 * headers, so that no client can choose what others get.
 */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { logger, maxBytes, sharedMaxAge, renderTimeout = 30_000 } = options
  const hasCredentials = credentialsIn(options.cookiePrefix)
  const freshness = createFreshness(options.now ?? Date.now)
  const applied = createAppliedChanges()
  const kept = createKeptAnswers(Math.max(1, maxBytes))
  const flights = createFlights<Made>()
  const { fields = [], inTurn = (work) => work(), patience } = options
  const parts = { kept, applied, freshness, logger, maxBytes, sharedMaxAge, renderTimeout, fields }
  const make = createMaking(parts)
  const send = createSend(freshness, options.linesFor)
  const askings = createAskings(options)
  const counts = { hits: 0, misses: 0, renders: 0 }

  function handle(req: IncomingMessage, res: ServerResponse, next: Next) {
    const { method, headers } = req
    if (maxBytes === 0 || !hasPlainHost(headers)) return next()
    if (method === 'POST') return handlePost(req, res, next)
    if ((method !== 'GET' && method !== 'HEAD') || hasBody(headers)) return next()
    // The usual request is answered without reading its URL.
    const entry = kept.find(req.url as string)
    const isUsual = entry && !asksForEarlier(headers) && !hasCredentials(headers)
    if (isUsual) return hit(entry, { req, res, next })
    const asking = askings.ofGet(req)
    if (!asking) return next()
    ifPublic(req, () => answer(asking, { req, res, next }), next)
  }

  function handlePost(req: IncomingMessage, res: ServerResponse, next: Next) {
    const askingOf = askings.ofPost(req)
    if (!askingOf) return next()
    const withBody = (body: Buffer) => answer(askingOf(body), { req, res, next: () => next(body) })
    ifPublic(req, () => readBody(req, withBody), next)
  }

  function ifPublic(req: IncomingMessage, then: () => void, otherwise: () => void) {
    if (!hasCredentials(req.headers)) return then()
    void isPublic(req).then((is) => (is ? then() : otherwise()))
  }

  async function isPublic(req: IncomingMessage): Promise<boolean> {
    try {
      return await options.readsAsPublic(req)
    } catch (error) {
      // Whoever answers the request judges them again, and says what is wrong.
      logger.warn({ err: error }, 'credentials could not be judged')
      return false
    }
  }

  function answer({ alias, question: read }: Asking, exchange: Exchange) {
    const known = kept.find(alias)
    if (known) return hit(known, exchange)
    const question = read()
    if (!question) return exchange.next()
    const entry = kept.get(question.key)
    if (!entry) return miss(question, alias, exchange)
    learn(entry, question, alias)
    hit(entry, exchange)
  }

  function hit({ answer, tally }: Entry, { req, res }: Exchange): void {
    counts.hits += 1
    options.onHit?.(req)
    send(answer, req, res, tally, '')
  }

  function miss(question: Question, alias: string, { req, res, next }: Exchange): void {
    counts.misses += 1
    const { lines, run } = options.onMiss?.(req, res) ?? unwatched
    const start = () =>
      inTurn(() => {
        counts.renders += 1
        return make(question)
      }).catch((): Made => ({ answer: busyAnswer() }))
    let hasLeft = false
    const leave = () => {
      hasLeft = true
      send(busyAnswer(), req, res, noTally, lines)
    }
    const late = patience === undefined ? undefined : setTimeout(leave, patience)
    void run(() => flights.join(question.key, start)).then(({ answer, entry }) => {
      clearTimeout(late)
      if (entry) {
        if (entry.tally === noTally && options.tallyOf) {
          entry.tally = options.tallyOf(req, entry.answer.status)
        }
        learn(entry, question, alias)
      }
      if (hasLeft) return
      if (answer) send(answer, req, res, noTally, lines)
      else next()
    })
  }

  function learn(entry: Entry, question: Question, alias: string): void {
    if (question.isRemembered) kept.addAlias(entry, alias)
    question.onAnswered()
  }

  return {
    handle,
    apply(changes) {
      if (changes.length === 0) return
      const tags = new Set(changes.flatMap(tagsOf))
      applied.touch(tags)
      for (const tag of tags) kept.drop(tag)
      for (const { at } of changes) freshness.changed(Date.parse(at))
      flights.detach()
    },
    clear() {
      applied.touchAll()
      kept.clear()
      freshness.changed(Number.NEGATIVE_INFINITY)
      flights.detach()
    },
    confirm: freshness.confirm,
    knowLastChange: (at) => freshness.knowPast(Date.parse(at)),
    stats: () => ({ ...kept.stats(), ...counts }),
  }
}
