import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { RequestHandler } from 'express'
import type next from 'next'
import type { Logger } from '../logger.ts'
import type { Settings } from '../settings.ts'
import { ensureBuilt, projectRoot } from './build.ts'
import { buildingPage } from './building-page.ts'
import { setPolicy } from './policy.ts'
import { knowStorages, pauseTracking } from './step-tracking.ts'

export type Admin = {
  handler: RequestHandler
  /** Builds the admin where that is due, then serves it. Until then `handler` says so. */
  start(server: Server): void
  /** Lets go of the browsers that hold a connection to hear of changes, as they do in development. */
  hangUp(): void
  close(): Promise<void>
}

/** After so many milliseconds without a request the admin is taken to be idle. */
const idleAfter = 1000

type NextApp = ReturnType<typeof next>
type NextHandler = ReturnType<NextApp['getRequestHandler']>

/** The admin UI: Payload's, on Next, in this process, so that it shares the one Payload instance. */
export function createAdmin({ mode }: Settings, logger: Logger): Admin {
  const closing = new AbortController()
  let app: NextApp | undefined
  let handle: NextHandler | undefined
  let failure: string | undefined
  let preparing: Promise<void> | undefined
  const hearers = new Set<Duplex>()

  async function prepare(server: Server): Promise<void> {
    // Whoever started the server has the first word.
    await setImmediate()
    const dev = mode === 'development'
    if (!dev) {
      await ensureBuilt({
        signal: closing.signal,
        onStart: () => console.log('The admin is being built: about a minute, in the background.'),
        onLine: (line) => console.log(`  admin | ${line}`),
        onEnd: () => console.log('The admin is built.'),
      })
    }
    closing.signal.throwIfAborted()
    knowStorages()
    const { default: createNext } = await import('next')
    app = createNext({ dev, dir: projectRoot, httpServer: server, quiet: true })
    await app.prepare()
    handle = app.getRequestHandler()
    whenIdle()
  }

  let underWay = 0
  let idle: NodeJS.Timeout | undefined
  /** In development Next works on its own as well. */
  function whenIdle(): void {
    clearTimeout(idle)
    if (underWay > 0 || mode === 'development') return
    idle = setTimeout(pauseTracking, idleAfter).unref()
  }

  return {
    handler: (req, res) => {
      setPolicy(req, res, mode === 'development')
      if (handle) {
        underWay++
        clearTimeout(idle)
        res.once('close', () => {
          underWay--
          whenIdle()
        })
        return handle(req, res)
      }
      res.status(503).set('Retry-After', '5').send(buildingPage(failure))
    },
    start(server) {
      if (mode === 'development') {
        server.on('upgrade', (_, socket) => {
          hearers.add(socket)
          socket.once('close', () => hearers.delete(socket))
        })
      }
      preparing = prepare(server).catch((error: Error) => {
        if (closing.signal.aborted) return
        failure = error.message
        logger.error({ err: error }, 'The admin does not start.')
      })
    },
    hangUp() {
      for (const socket of hearers) socket.destroy()
    },
    async close() {
      closing.abort()
      await preparing
      await app?.close()
    },
  }
}
