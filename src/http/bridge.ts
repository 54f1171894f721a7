import { pipeline } from 'node:stream/promises'
import { createRequest } from '@remix-run/node-fetch-server'
import type { Response as ExpressResponse, RequestHandler } from 'express'
import type { Source } from './source.ts'

/**
 * Lets Express answer with a source: a Node request becomes a Fetch Request whose signal is aborted
 * when the client goes away, and the Response is sent as it is, several Set-Cookie headers included.
 */
export const serve =
  (source: Source): RequestHandler =>
  async (req, res) => {
    const response = await source(createRequest(req, res))
    if (res.destroyed) return void response.body?.cancel()
    res.statusCode = response.status
    if (response.statusText) res.statusMessage = response.statusText
    res.setHeaders(response.headers)
    await sendBody(response, res)
  }

async function sendBody(response: Response, res: ExpressResponse): Promise<void> {
  if (!response.body) return void res.end()
  const body = response.body[Symbol.asyncIterator]()
  const first = await body.next()
  if (first.done) return void res.end()

  const second = body.next()
  const isWhole = await isDoneAtOnce(second)
  // A body of one piece, which is what Response.json gives, goes out in one write and with its length.
  if (isWhole && !res.hasHeader('Content-Length')) {
    res.setHeader('Content-Length', first.value.byteLength)
  }
  if (isWhole || res.req.method === 'HEAD') {
    res.end(res.req.method === 'HEAD' ? undefined : first.value)
    await body.return?.()
    return
  }
  const rest = async function* () {
    yield first.value
    for (let next = await second; !next.done; next = await body.next()) yield next.value
  }
  // A client that goes away ends the pipeline and, with it, the source's stream.
  await pipeline(rest, res).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}

/** Whether the stream has ended already, without waiting for one that goes on later. */
async function isDoneAtOnce(next: Promise<IteratorResult<Uint8Array>>): Promise<boolean> {
  const later = new Promise<'later'>((resolve) => setImmediate(() => resolve('later')))
  const result = await Promise.race([next, later])
  return result !== 'later' && result.done === true
}
