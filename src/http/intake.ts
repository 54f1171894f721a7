import { AsyncResource } from 'node:async_hooks'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { requestLimits, workLimits } from '../limits.ts'
import { isDeeperThan } from './json-depth.ts'

export type IntakeOptions = {
  /** Whether somebody is signed in who may send files. */
  isEditor(headers: IncomingHttpHeaders): boolean
  /** Paths whose handlers read a body themselves. */
  reading: readonly string[]
}

/** What is wrong with a request before anybody has looked at what it asks for. */
type Refusal = { status: number; message: string; retryAfter?: number }

/**
 * Holds requests to their limits. A body is read here, to its end and no further than it may go, so that
 * nobody behind waits for a slow client.
 */
export function createIntake({ isEditor, reading }: IntakeOptions) {
  let held = 0

  function checkBody(req: IncomingMessage): Refusal | undefined {
    const { headers } = req
    const coding = headers['content-encoding']
    if (coding !== undefined && coding.toLowerCase() !== 'identity') {
      return {
        status: 415,
        message: 'Content-Encoding: accepted: none, for nothing is unpacked here.',
      }
    }
    const most = mostBytes(req)
    if (lengthOf(req) > most) return tooLarge(most)
    if (headers['transfer-encoding'] !== undefined && reads(req.url)) {
      return { status: 411, message: 'Content-Length: needed here.' }
    }
    if (held + Math.min(lengthOf(req), most) > workLimits.bodies) {
      return { status: 503, message: 'The server is busy. Ask again in 1 s.', retryAfter: 1 }
    }
    return undefined
  }

  const reads = (url = ''): boolean =>
    reading.some((path) => url.startsWith(path) && /^[/?]?$/.test(url[path.length] ?? ''))

  /** Of a body that comes in pieces nobody knows the length; it is held to what it may be. */
  function mostBytes({ headers, url }: IncomingMessage): number {
    const isFile =
      /^multipart\//i.test(headers['content-type'] ?? '') || /\/import(?:\?|$)/.test(url ?? '')
    return isFile && !reads(url) && isEditor(headers) ? requestLimits.upload : requestLimits.body
  }

  return {
    /** Refuses a head that is too large; it costs a kept answer next to nothing. */
    takesHead(req: IncomingMessage, res: ServerResponse): boolean {
      if ((req.url as string).length > requestLimits.url) {
        refuse(res, {
          status: 414,
          message: `The address: accepted: ${requestLimits.url} characters. A longer query goes into the body of a POST with X-Payload-HTTP-Method-Override: GET.`,
        })
        return false
      }
      if (req.rawHeaders.length > 2 * requestLimits.headers) {
        refuse(res, { status: 431, message: `Accepted: ${requestLimits.headers} header fields.` })
        return false
      }
      return true
    },

    /** Has the body read, and hands it on; of a request without one, or whose handler reads it, nothing. */
    takeBody(req: IncomingMessage, res: ServerResponse, then: (body?: Buffer) => void): void {
      if (!hasBody(req.headers)) {
        then()
        return
      }
      const refusal = checkBody(req)
      if (refusal) {
        refuse(res, refusal)
        return
      }
      if (req.method === 'GET' || req.method === 'HEAD' || reads(req.url)) {
        then()
        return
      }

      // Called by the connection, it would not know for which request it runs.
      const goOn = AsyncResource.bind(then)
      const most = mostBytes(req)
      const chunks: Buffer[] = []
      let size = 0
      let kept = 0
      res.once('close', () => {
        held -= kept
        kept = 0
      })
      const take = (chunk: Buffer) => {
        size += chunk.length
        held += chunk.length
        kept += chunk.length
        if (size <= most) return void chunks.push(chunk)
        req.off('data', take)
        req.resume()
        refuse(res, tooLarge(most))
      }
      req.on('data', take)
      // It goes away; there is nobody to answer.
      req.once('error', () => {})
      req.once('end', () => {
        if (size > most) return
        const body = Buffer.concat(chunks)
        if (isJson(req.headers) && isDeeperThan(requestLimits.nesting, body)) {
          return refuse(res, {
            status: 400,
            message: `The body is nested too deeply; accepted: ${requestLimits.nesting} levels.`,
          })
        }
        goOn(body)
      })
    },
  }
}

const hasBody = (headers: IncomingHttpHeaders): boolean =>
  headers['transfer-encoding'] !== undefined ||
  (headers['content-length'] !== undefined && headers['content-length'] !== '0')

const isJson = (headers: IncomingHttpHeaders): boolean =>
  /^[^;]*\bjson\b/i.test(headers['content-type'] ?? '')

const lengthOf = ({ headers }: IncomingMessage): number => Number(headers['content-length'] ?? 0)

const tooLarge = (most: number): Refusal => ({
  status: 413,
  message: `The body: accepted: ${most / 1_000_000} MB.`,
})

/** What is still to come of such a request is not waited for. */
function refuse(res: ServerResponse, { status, message, retryAfter }: Refusal): void {
  if (res.headersSent || res.destroyed) return
  const body = JSON.stringify({ errors: [{ message }] })
  res.writeHead(status, {
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'private, no-store',
    Connection: 'close',
    'Content-Length': Buffer.byteLength(body),
    'Content-Type': 'application/json; charset=utf-8',
    ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
  })
  res.end(body)
}
