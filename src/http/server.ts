import { createServer, type Server } from 'node:http'
import express, { type RequestHandler } from 'express'
import type { Logger } from '../logger.ts'
import { serve } from './bridge.ts'
import { lastError, notFound } from './errors.ts'
import type { Source } from './source.ts'

export type Routes = {
  /** Sources by the path below which they answer; the longest path that fits is asked. */
  sources: Record<string, Source>
  /** Node handlers by the path below which they answer: the admin, which Next serves. */
  handlers: Record<string, RequestHandler>
}

/** The front server: every request goes down this list, and the first that answers it ends its way. */
export function createHttpServer(routes: Routes, logger: Logger): Server {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  // Payload reads queries itself (qs, with its own limits), and a path is its business too.
  app.set('query parser', false)
  app.enable('strict routing')

  for (const [path, handler] of Object.entries(routes.handlers)) app.all(below(path), handler)
  for (const [path, source] of byLength(routes.sources)) app.all(below(path), serve(source))
  app.use(notFound)
  app.use(lastError(logger))
  return createServer(app)
}

const below = (path: string): string[] => (path === '/' ? ['/'] : [path, `${path}/{*rest}`])

const byLength = (sources: Record<string, Source>): [string, Source][] =>
  Object.entries(sources).sort(([a], [b]) => b.length - a.length)
