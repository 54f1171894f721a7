import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Logger } from '../logger.ts'

/** Errors everywhere have Payload's body, so that a client needs one way to read them. */
const body = (message: string) => ({ errors: [{ message }] })

export const notFound: RequestHandler = (req, res) => {
  res.status(404).json(body(`Nothing is at ${req.path}.`))
}

/**
 * The last resort. What the client did wrong is said; anything else is logged and answered without
 * detail, because an unexpected error can hold anything.
 */
export const lastError =
  (logger: Logger): ErrorRequestHandler =>
  (error, req, res, next) => {
    const status = statusOf(error)
    if (status >= 500) logger.error({ err: error, method: req.method, path: req.path }, 'failed')
    if (res.headersSent) return next(error)
    res.status(status).json(body(status >= 500 ? 'Something went wrong.' : error.message))
  }

function statusOf(error: { status?: number; code?: string }): number {
  // A request whose address or Host header is not one cannot become a Fetch Request.
  if (error.code === 'ERR_INVALID_URL') return 400
  return error.status && error.status >= 400 ? error.status : 500
}
