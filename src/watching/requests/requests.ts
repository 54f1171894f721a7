import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Span } from '@opentelemetry/api'
import type { Tally } from '../../delivery/tally.ts'
import type { Logger } from '../../logger.ts'
import { follow, runAs } from '../current-request.ts'
import type { Tracing } from '../tracing/tracing.ts'
import { createFollows } from './follows.ts'
import { requestIds, traceParentOf } from './request-id.ts'
import { pathOf, type RouteOf } from './routes.ts'
import { createTallies, type Tallies } from './tallies.ts'

/** How a request was answered that was not answered from memory: by an answer to keep, or by whoever is behind. */
type Outcome = 'miss' | 'pass'

/** A request that has ended. */
type Ended = {
  route: string
  /** 499 when the client did not wait for its answer, as it does not for a stream's end. */
  status: number
  outcome: Outcome
  seconds: number
  /** It stays open for as long as the client likes, and its length says nothing. */
  isStream: boolean
}

/** A request that is being answered by more than memory. */
type Watched = {
  id: string
  /** What its answer says of it, as a line of its head. */
  lines: string
  /** Runs what is done for it. */
  run<T>(work: () => T): T
}

export type Requests = {
  /** Begins to watch, once; a miss that nobody could answer passes. */
  watch(req: IncomingMessage, res: ServerResponse, outcome: Outcome): Watched
  /** Runs what is done for a request of which it is not known yet whether it will be answered from memory. */
  runFor<T>(req: IncomingMessage, work: () => Promise<T>): Promise<T>
  /** Notes that the gate has refused a request, which is cheap, for it is done to whoever asks too often. */
  refused(req: IncomingMessage, res: ServerResponse, status: number): void
  /** The counts for a kept answer to this request. */
  tallyOf(req: IncomingMessage, status: number): Tally
  tallies: Tallies
  /** Refusals of the gate by status. */
  refusals: ReadonlyMap<number, number>
  underWay(): number
  /** Has the routes known, of which there are none before. */
  know(routeOf: RouteOf): void
  /** Has somebody told of each request that has ended. */
  tell(listener: (ended: Ended) => void): void
}

/** What is done for a request that is not followed. */
const unfollowed = { run: <T>(work: () => T): T => work(), end() {} }

const watched = Symbol('watched')
const named = Symbol('named')
type Marked = IncomingMessage & { [named]?: string; [watched]?: Watched & { outcome: Outcome } }

/** Watches what is not answered from memory: names it, times it, logs it. */
export function createRequests(options: {
  trustedProxies: readonly string[]
  logger: Logger
  tracing: Tracing | undefined
}): Requests {
  const { logger, tracing, trustedProxies } = options
  const nameOf = requestIds(trustedProxies)
  const follows = createFollows()
  const tallies = createTallies()
  const refusals = new Map<number, number>()
  let routeOf: RouteOf = () => 'other'
  let listener: ((ended: Ended) => void) | undefined
  let underWay = 0

  function idOf(req: Marked): string {
    req[named] ??= nameOf(req, traceParentOf(req))
    return req[named]
  }

  function begin(req: IncomingMessage, res: ServerResponse, outcome: Outcome) {
    const startedAt = performance.now()
    const parent = traceParentOf(req)
    const id = idOf(req)
    const route = routeOf(pathOf(req.url))
    const { method = '' } = req
    const span = tracing?.beginRequest(method, route, parent)
    const tags = { requestId: id, ...(span ? tagsOf(span) : {}) }
    const { run, end } = span || follows.wants(req) ? follow({ tags, span }) : unfollowed
    const mine = { id, lines: `X-Request-Id: ${id}\r\n`, run, outcome }
    underWay += 1
    res.once('close', () => {
      end()
      underWay -= 1
      const hasStreamed = isStream(res)
      const status = res.writableFinished || hasStreamed ? res.statusCode : 499
      const milliseconds = performance.now() - startedAt
      if (status >= 500) follows.failed()
      const ended = { route, status, outcome: mine.outcome, seconds: milliseconds / 1000 }
      listener?.({ ...ended, isStream: hasStreamed })
      if (span) tracing?.endRequest(span, status, mine.outcome)
      const told = { ...tags, method, route, status, outcome: mine.outcome }
      logger[levelOf(route, status)]({ ...told, ms: Math.round(milliseconds) }, 'answered')
    })
    return mine
  }

  return {
    watch(req, res, outcome) {
      const marked = req as Marked
      const known = marked[watched] ?? begin(req, res, outcome)
      marked[watched] = known
      known.outcome = outcome
      return known
    },
    runFor: (req, work) => runAs({ tags: { requestId: idOf(req) } }, work),
    refused(req, res, status) {
      refusals.set(status, (refusals.get(status) ?? 0) + 1)
      const requestId = idOf(req)
      if (!res.headersSent) res.setHeader('X-Request-Id', requestId)
      // Whoever asks too often is not to fill the log as well.
      logger.debug({ requestId, method: req.method, status, outcome: 'refused' }, 'refused')
    },
    tallyOf: (req, status) => tallies.of(routeOf(pathOf(req.url)), status),
    tallies,
    refusals,
    underWay: () => underWay,
    know(given) {
      routeOf = given
    },
    tell(given) {
      listener = given
    },
  }
}

function tagsOf(span: Span): Record<string, string> {
  const { traceId, spanId } = span.spanContext()
  return { trace_id: traceId, span_id: spanId }
}

/** What went wrong is seen wherever little is logged; the files of an admin's page are many. */
function levelOf(route: string, status: number): 'debug' | 'info' | 'warn' {
  if (status >= 500) return 'warn'
  return route.startsWith('/_next') ? 'debug' : 'info'
}

function isStream(res: ServerResponse): boolean {
  const type = res.getHeader('Content-Type')
  return typeof type === 'string' && type.startsWith('text/event-stream')
}
