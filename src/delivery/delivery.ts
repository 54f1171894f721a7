import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Change } from '../changes/change.ts'
import type { Logger } from '../logger.ts'
import { type Answer, amended } from './answer.ts'
import { readBody } from './body.ts'
import { isNotModified } from './conditions.ts'
import { RecentChanges } from './dependencies.ts'
import { encodingFor } from './encodings.ts'
import { GraphqlQuestions, graphqlMediaType, type PersistedQueries } from './graphql-question.ts'
import type { Question, Render } from './rendering.ts'
import { type Outcome, Renders } from './renders.ts'
import { pathOf, restQuestion } from './rest-question.ts'
import { Store } from './store.ts'

export type DeliveryOptions = {
  /** What stands before the path in the address that sources are asked with. */
  origin: string
  /** Whether answers to a GET of that path may be kept. */
  isContent(path: string): boolean
  /** Asked for what REST answers. */
  content: Render
  graphql: { path: string; render: Render; persisted: PersistedQueries }
  /** Whether whoever sends these credentials reads exactly what everybody reads. */
  readsAsPublic(headers: IncomingHttpHeaders): boolean | Promise<boolean>
  /** Payload's: a cookie named `PREFIX-token` is a credential, others are not. */
  cookiePrefix: string
  /** What may be kept, in bytes. */
  maxBytes: number
  /** How long caches in front may give an answer without asking, in seconds. */
  sharedMaxAge: number
  /** When each collection last changed before now, as ISO dates. */
  lastChanged: ReadonlyMap<string, string>
  logger: Logger
  /** The clock, in milliseconds. */
  now?: () => number
}

export type Delivery = {
  /** Answers a public read, or hands it on, with the body if it has read it. */
  handle(req: IncomingMessage, res: ServerResponse, next: (body?: Buffer) => void): void
  /** Drops at once what depends on the changes. */
  apply(changes: readonly Change[]): void
  /** Drops everything. */
  clear(): void
  /** Says that the change log has just been read to its end: what is kept is current. */
  confirm(): void
  stats(): { answers: number; bytes: number; hits: number; misses: number }
}

type Next = (body?: Buffer) => void

/**
 * Answers public reads from memory, ahead of everything else; what is not there is asked of its source
 * once, however many wait for it, and kept until something that it was made from changes.
 */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { graphql, origin, now = Date.now } = options
  const store = new Store(options.maxBytes)
  const changes = new RecentChanges(options.lastChanged)
  const renders = new Renders(store, changes, options)
  const questions = new GraphqlQuestions(origin + graphql.path, graphql.persisted)
  const tokenCookie = `${options.cookiePrefix}-token`
  let confirmedAt = now()
  let hits = 0
  let misses = 0

  const hasCredentials = ({ authorization, cookie }: IncomingHttpHeaders): boolean =>
    authorization !== undefined || (cookie?.includes(tokenCookie) ?? false)

  function handle(req: IncomingMessage, res: ServerResponse, next: Next): void {
    const read = req.method === 'POST' ? readPost : isGet(req) ? readGet : undefined
    if (!read) return void next()
    if (!hasCredentials(req.headers)) return void read(req, res, next)
    // Not worth asking about for what is not kept anyway.
    if (!mayBeKept(req)) return void next()
    const isPublic = options.readsAsPublic(req.headers)
    if (isPublic === true) return void read(req, res, next)
    if (isPublic === false) return void next()
    isPublic.then(
      (yes) => (yes ? read(req, res, next) : next()),
      () => next(),
    )
  }

  function mayBeKept({ url = '' }: IncomingMessage): boolean {
    const path = pathOf(url)
    return path === graphql.path || options.isContent(path)
  }

  function readGet(req: IncomingMessage, res: ServerResponse, next: Next): void {
    const { url = '' } = req
    if (isGraphql(url)) return void readGraphqlUrl(req, res, next)
    const found = store.byAlias(url)
    if (found) return void hit(found, req, res)
    if (!options.isContent(pathOf(url))) return void next()
    answer(restQuestion(url, origin), url, options.content, req, res, next)
  }

  const isGraphql = (url: string): boolean =>
    url.startsWith(graphql.path) && pathOf(url) === graphql.path

  function readGraphqlUrl(req: IncomingMessage, res: ServerResponse, next: Next): void {
    const mediaType = graphqlMediaType(req.headers.accept)
    if (!mediaType) return void next()
    const { url = '' } = req
    const alias = `${mediaType} ${url}`
    const found = store.byAlias(alias)
    if (found) return void hit(found, req, res)
    answer(questions.fromUrl(url, mediaType), alias, graphql.render, req, res, next)
  }

  function readPost(req: IncomingMessage, res: ServerResponse, next: Next): void {
    const mediaType = req.url === graphql.path && graphqlMediaType(req.headers.accept)
    if (!mediaType || !isJson(req.headers)) return void next()
    const isRead = readBody(req, (body) => {
      const text = body.toString()
      const alias = `${mediaType} ${text}`
      const found = store.byAlias(alias)
      if (found) return void hit(found, req, res)
      const question = questions.fromBody(text, mediaType)
      answer(question, alias, graphql.render, req, res, () => next(body))
    })
    if (!isRead) next()
  }

  function answer(
    question: Question | undefined,
    alias: string,
    render: Render,
    req: IncomingMessage,
    res: ServerResponse,
    next: Next,
  ): void {
    if (!question) return void next()
    const found = store.byKey(question.key)
    if (found) {
      question.answered?.()
      store.addAlias(found, alias)
      return void hit(found, req, res)
    }
    misses++
    void renders.outcome(question, render).then((outcome) => {
      if (outcome.answer && outcome.isKept) {
        question.answered?.()
        store.addAlias(outcome.answer, alias)
      }
      tell(outcome, req, res)
    })
  }

  function hit(found: Answer, req: IncomingMessage, res: ServerResponse): void {
    hits++
    send(found, req, res)
  }

  function tell(
    { answer: made, isKept, passed }: Outcome,
    req: IncomingMessage,
    res: ServerResponse,
  ) {
    if (made && isKept) return void send(made, req, res, 'handbill; fwd=miss; stored')
    if (res.destroyed) return
    res.writeHead(passed.status, passed.headers)
    res.end(req.method === 'HEAD' ? undefined : passed.body)
  }

  function send(
    found: Answer,
    req: IncomingMessage,
    res: ServerResponse,
    cacheStatus?: string,
  ): void {
    const time = now()
    const encoding = encodingFor(req.headers['accept-encoding'], found.body.length)
    const variant = found.variant(encoding, time)
    if (variant instanceof Promise) {
      void variant.then(() => {
        store.remeasure(found)
        send(found, req, res, cacheStatus)
      })
      return
    }
    if (res.destroyed) return
    const age = Math.max(0, Math.floor((time - confirmedAt) / 1000))
    // Dropped while it was compressed, it is not for caches in front, which may have been told already.
    if (req.method === 'POST' || store.byKey(found.key) !== found) {
      res.writeHead(found.status, amended(variant.posted, age, cacheStatus))
      res.end(req.method === 'HEAD' ? undefined : variant.body)
    } else if (isNotModified(req.headers, variant.etag, found.lastModified(time))) {
      res.writeHead(304, amended(variant.notModified, age, cacheStatus))
      res.end()
    } else {
      res.writeHead(found.status, amended(variant.whole, age, cacheStatus))
      res.end(req.method === 'HEAD' ? undefined : variant.body)
    }
  }

  return {
    handle,
    apply(batch) {
      for (const change of batch) store.drop(changes.add(change))
      renders.detach()
    },
    clear() {
      changes.forget()
      renders.detach()
      store.clear()
    },
    confirm() {
      confirmedAt = now()
    },
    stats: () => ({ answers: store.count, bytes: store.bytes, hits, misses }),
  }
}

/** A body along with a GET has no meaning (RFC 9110, 9.3.1), and only the source knows what to do with it. */
const isGet = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers['transfer-encoding'] === undefined &&
  (headers['content-length'] ?? '0') === '0'

const isJson = (headers: IncomingHttpHeaders): boolean => {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';')
  const charset = parameters.find((one) => one.includes('charset='))
  return type.trim() === 'application/json' && (!charset || /charset="?utf-8"?\s*$/.test(charset))
}
