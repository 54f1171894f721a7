import type { ChildProcess } from 'node:child_process'
import type { Server } from 'node:http'
import type { RequestHandler } from 'express'
import next from 'next'
import type { Logger } from '../logger.ts'
import type { Settings } from '../settings.ts'
import { build, isBuilt, projectRoot } from './build.ts'
import { buildingPage } from './building-page.ts'

export type Admin = {
  handler: RequestHandler
  /** Builds the admin where that is due, then serves it. Until then `handler` says so. */
  start(server: Server): void
  close(): Promise<void>
}

type NextApp = ReturnType<typeof next>
type NextHandler = ReturnType<NextApp['getRequestHandler']>

/** The admin UI: Payload's, on Next, in this process, so that it shares the one Payload instance. */
export function createAdmin({ mode }: Settings, logger: Logger): Admin {
  let app: NextApp | undefined
  let building: ChildProcess | undefined
  let handle: NextHandler | undefined
  let failure: string | undefined
  let isClosing = false

  async function prepare(server: Server): Promise<void> {
    if (mode !== 'development' && !isBuilt()) {
      console.log('The admin is being built: about a minute, in the background.')
      const { child, done } = build((line) => console.log(`  admin | ${line}`))
      building = child
      await done
      building = undefined
      console.log('The admin is built.')
    }
    if (isClosing) return
    app = next({ dev: mode === 'development', dir: projectRoot, httpServer: server, quiet: true })
    await app.prepare()
    handle = app.getRequestHandler()
  }

  return {
    handler: (req, res) => {
      if (handle) return handle(req, res)
      res.status(503).set('Retry-After', '5').send(buildingPage(failure))
    },
    start(server) {
      prepare(server).catch((error: Error) => {
        if (isClosing) return
        failure = error.message
        logger.error({ err: error }, 'The admin does not start.')
      })
    },
    async close() {
      isClosing = true
      building?.kill()
      await app?.close()
    },
  }
}
