import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import express, { type RequestHandler } from 'express'
import { clientTimeouts, requestLimits, workLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import { keepBody, serve } from './bridge.ts'
import { lastError, notFound } from './errors.ts'
import type { createIntake } from './intake.ts'
import type { LaneOf } from './lane.ts'
import type { Source } from './source.ts'

export type Routes = {
  /** Sources by the path below which they answer; the longest path that fits is asked. */
  sources: Record<string, Source>
  /** Node handlers by the path below which they answer: the admin, which Next serves. */
  handlers: Record<string, RequestHandler>
}

/**
 * Answers what it can before anything else is asked, and hands on the rest, with the body if it has read it.
 */
export type Front = (
  req: IncomingMessage,
  res: ServerResponse,
  next: (body?: Buffer) => void,
) => void

/** Sees requests go by. */
export type Watch = {
  /** Answers what is asked of the server itself; says whether it was that. */
  answer(req: IncomingMessage, res: ServerResponse): boolean
  /** Is told of what nobody has answered yet, and runs what is done for it. */
  pass(req: IncomingMessage, res: ServerResponse, run: () => void): void
}

export type ServerParts = {
  logger: Logger
  front: Front
  watch: Watch
  intake: ReturnType<typeof createIntake>
  /** Where a request waits for its turn, of those that a source answers. */
  laneOf: LaneOf
  /** What every answer says that is not from memory. */
  headers: Record<string, string>
}

/** The front server: every request goes down this list, and the first that answers it ends its way. */
export function createHttpServer(
  routes: Routes,
  { logger, front, watch, intake, laneOf, headers }: ServerParts,
): Server {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  // Payload reads queries itself (qs, with its own limits), and a path is its business too.
  app.set('query parser', false)
  app.enable('strict routing')

  for (const [path, handler] of Object.entries(routes.handlers)) app.all(below(path), handler)
  for (const [path, source] of byLength(routes.sources))
    app.all(below(path), serve(source, path, laneOf))
  app.use(notFound)
  app.use(lastError(logger))
  const server = createServer(
    {
      maxHeaderSize: requestLimits.head,
      headersTimeout: clientTimeouts.headers,
      requestTimeout: clientTimeouts.request,
      keepAliveTimeout: clientTimeouts.keepAlive,
      connectionsCheckingInterval: clientTimeouts.look,
    },
    (req, res) => {
      if (watch.answer(req, res) || !intake.takesHead(req, res)) return
      front(req, res, (body) => {
        watch.pass(req, res, () => {
          for (const name in headers) res.setHeader(name, headers[name] ?? '')
          if (body) return goOn(req, res, body)
          intake.takeBody(req, res, (taken) => goOn(req, res, taken))
        })
      })
    },
  )
  server.maxConnections = workLimits.connections
  return server

  function goOn(req: IncomingMessage, res: ServerResponse, body: Buffer | undefined) {
    if (body) keepBody(req, body)
    app(req, res)
  }
}

const below = (path: string): string[] => (path === '/' ? ['/'] : [path, `${path}/{*rest}`])

const byLength = (sources: Record<string, Source>): [string, Source][] =>
  Object.entries(sources).sort(([a], [b]) => b.length - a.length)
