import type { ChangeLog } from '../changes/change-log.ts'
import type { Publications } from '../changes/publications.ts'
import type { Logger } from '../logger.ts'
import { failure, preflight, refusal } from './answers.ts'
import { createEndpoints, type Endpoint } from './endpoints.ts'
import { createReading } from './reading.ts'
import { BadRequest, StartOver } from './refusals.ts'
import { createHub } from './stream/hub.ts'

export type SyncOptions = {
  /** Where the endpoints are, such as `/api/changes`. */
  path: string
  log: ChangeLog
  publications: Publications
  collections: ReadonlySet<string>
  logger: Logger
  /** Milliseconds between two signs of life of a stream. 15 seconds unless given. */
  heartbeat?: number
}

export type Sync = {
  path: string
  /** All paths at which something is. */
  paths: string[]
  source(request: Request): Promise<Response>
  /** Ends the streams, so that the server can close. */
  hangUp(): void
  stop(): Promise<void>
}

/** How partners keep a copy: pages of changes, the same as a stream, and an audit of what they have. */
export async function createSync(options: SyncOptions): Promise<Sync> {
  const { path, log, publications, collections, logger, heartbeat = 15_000 } = options
  const reading = createReading(log, publications)
  const hub = await createHub({ log, reading, logger, heartbeat })
  const endpoints = createEndpoints({ log, publications, collections, reading, hub })
  return {
    path,
    paths: Object.keys(endpoints).map((name) => path + name),
    async source(request) {
      const { pathname } = new URL(request.url)
      const endpoint = Object.hasOwn(endpoints, pathname.slice(path.length))
        ? endpoints[pathname.slice(path.length)]
        : undefined
      if (!endpoint) return failure(404, `Nothing is at ${pathname}.`)
      try {
        return await answer(endpoint, request)
      } catch (error) {
        if (error instanceof BadRequest || error instanceof StartOver) return refusal(error)
        throw error
      }
    },
    hangUp: hub.end,
    stop: hub.stop,
  }
}

async function answer({ method, handle }: Endpoint, request: Request): Promise<Response> {
  const methods = method === 'GET' ? 'GET, HEAD, OPTIONS' : `${method}, OPTIONS`
  if (request.method === 'OPTIONS') return preflight(methods)
  if (request.method !== method && !(request.method === 'HEAD' && method === 'GET')) {
    const message = `${request.method} is not a method here; accepted: ${methods}`
    return failure(405, message, { Allow: methods })
  }
  return handle(request)
}
