import type { ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import { NoAnswer, type Patience } from './pulse.ts'

/** A Node handler for whose answer nobody waits when what it waits for does not answer. */
export const holding =
  (waitsFor: Patience, handler: RequestHandler): RequestHandler =>
  (req, res, next) => {
    const work = () =>
      new Promise<void>((resolve) => {
        res.once('finish', resolve)
        res.once('close', resolve)
        handler(req, res, next)
      })
    waitsFor.hold(work, req.method !== 'GET' && req.method !== 'HEAD').catch((error: unknown) => {
      if (!(error instanceof NoAnswer)) return next(error)
      if (res.headersSent) return
      next(error)
      leave(res)
    })
  }

const said = ['appendHeader', 'end', 'flushHeaders', 'setHeader', 'write', 'writeHead'] as const

/** What its handler still has to say is heard by nobody. */
function leave(res: ServerResponse): void {
  for (const name of said) Object.assign(res, { [name]: () => res })
}
