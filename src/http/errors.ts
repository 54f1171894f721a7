import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Logger } from '../logger.ts'
import { Busy } from './lane.ts'

/** A request that is wrong before anybody has looked at what it asks for. */
export class BadRequest extends Error {
  override name = 'BadRequest'
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message)
  }
}

/** What is wrong now may be right soon; without a word caches keep some mistakes (RFC 9110, 15.1). */
const unkept = { 'Cache-Control': 'private, no-store' }

/** Errors everywhere have Payload's body, so that a client needs one way to read them. */
const body = (message: string) => ({ errors: [{ message }] })

export const notFound: RequestHandler = (req, res) => {
  res
    .set(unkept)
    .status(404)
    .json(body(`Nothing is at ${req.path}.`))
}

/**
 * The last resort. What the client did wrong is said; anything else is logged and answered without
 * detail, because an unexpected error can hold anything.
 */
export const lastError =
  (logger: Logger): ErrorRequestHandler =>
  (error, req, res, next) => {
    if (error instanceof Busy && !res.headersSent) {
      res.set({ ...unkept, 'Retry-After': String(error.retryAfter) })
      return void res.status(error.status).json(body(error.message))
    }
    const status = statusOf(error)
    if (status >= 500) logger.error({ err: error, method: req.method, path: req.path }, 'failed')
    // Half an answer is cut off, so that nobody takes it for a whole one.
    if (res.headersSent) return next(error)
    // They describe the answer that did not come about, but for those about the request.
    for (const name of res.getHeaderNames())
      if (!name.startsWith('ratelimit') && name !== 'x-request-id') res.removeHeader(name)
    res
      .set(unkept)
      .status(status)
      .json(body(status >= 500 ? 'Something went wrong.' : error.message))
  }

function statusOf(error: { status?: number; code?: string }): number {
  // An address that is none cannot become a Fetch Request.
  if (error.code === 'ERR_INVALID_URL') return 400
  return error.status && error.status >= 400 ? error.status : 500
}
