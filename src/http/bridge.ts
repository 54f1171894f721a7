import type { IncomingMessage } from 'node:http'
import { createRequest } from '@remix-run/node-fetch-server'
import type {
  Request as ExpressRequest,
  Response as ExpressResponse,
  RequestHandler,
} from 'express'
import { exposedHeaders } from '../delivery/exposed-headers.ts'
import { preflightHeaders } from '../delivery/source-headers.ts'
import { isPublicRead } from '../public-read.ts'
import { noteArrival } from './arrivals.ts'
import { BadRequest } from './errors.ts'
import { Busy, type LaneOf, within } from './lane.ts'
import type { Source } from './source.ts'

/**
 * Lets Express answer with a source: a Node request becomes a Fetch Request whose signal is aborted
 * when the client goes away, and the Response is sent as it is, several Set-Cookie headers included.
 */
export const serve =
  (source: Source, path: string, laneOf: LaneOf): RequestHandler =>
  async (req, res) => {
    const request = toRequest(req, res)
    noteArrival(request.headers, req)
    const { lane, patience, waitsFor } = laneOf(req, path)
    let answer: Promise<Response> | undefined
    const make = (isLeft = () => false) => {
      answer = lane.run(() => {
        if (isLeft()) throw new Busy()
        return source(request)
      })
      return answer
    }
    const held = waitsFor ? waitsFor.hold(make, mayWrite(req)) : make()
    const response = await within(patience, held).catch((error: unknown) => {
      // An answer that comes too late may hold a file open.
      answer?.then(({ body }) => body?.cancel()).catch(() => {})
      throw error
    })
    if (res.destroyed) return void response.body?.cancel()
    res.statusCode = response.status
    if (response.statusText) res.statusMessage = response.statusText
    res.setHeaders(response.headers)
    if (req.method !== 'OPTIONS') for (const name of preflightHeaders) res.removeHeader(name)
    if (response.headers.has('Access-Control-Allow-Origin')) {
      const own = response.headers.get('Access-Control-Expose-Headers')
      res.setHeader('Access-Control-Expose-Headers', exposedHeaders(own))
    }
    if (isOwn(response)) res.setHeader('Cache-Control', 'private, no-store')
    if (response.body) await sendBody(response.body, res)
    else res.end()
  }

const mayWrite = ({ headers, method, originalUrl }: ExpressRequest): boolean =>
  method !== 'GET' && method !== 'HEAD' && !isPublicRead({ headers, method, url: originalUrl })

/** Data that no cache in front may keep: it is somebody's own, or a mistake that is soon put right. */
const isOwn = ({ headers }: Response): boolean =>
  !headers.has('Cache-Control') && Boolean(headers.get('Content-Type')?.includes('json'))

const kept = new WeakMap<IncomingMessage, Buffer>()

/** Keeps the body of a request that has been read to its end, for the source that is to have it. */
export function keepBody(req: IncomingMessage, body: Buffer): void {
  kept.set(req, body)
}

/** @throws BadRequest for what no Fetch Request can be made of. */
function toRequest(req: ExpressRequest, res: ExpressResponse): Request {
  const host = req.headers.host ?? 'localhost'
  if (!isHost(host)) throw new BadRequest('Host: accepted: a name or an address, and a port.')
  // Fetch refuses the methods that concern a connection and not what is behind it.
  if (['CONNECT', 'TRACE', 'TRACK'].includes(req.method)) {
    throw new BadRequest(`${req.method} is not a method here.`, 405)
  }
  // A client may ask as it would ask a proxy, with the origin in front (RFC 9112, 3.2.2).
  if (/^https?:\/\//i.test(req.url)) {
    const { pathname, search } = new URL(req.url)
    req.url = pathname + search
  }
  const request = createRequest(req, res)
  const body = kept.get(req)
  return body ? new Request(request, { body: new Uint8Array(body) }) : request
}

/** Whether the Host header names a host and nothing else: it stands before the path in the address. */
const isHost = (host: string): boolean =>
  /^(\[[\da-f:.]+\]|[\w.~%!$&'()*+,;=-]+)(:\d*)?$/i.test(host) && URL.canParse(`http://${host}`)

type Read = Promise<ReadableStreamReadResult<Uint8Array>>

async function sendBody(body: ReadableStream<Uint8Array>, res: ExpressResponse): Promise<void> {
  const reader = body.getReader()
  // A client that goes away ends the source's stream, also one that is waiting for something to say.
  const gone = new Promise<void>((resolve) => res.once('close', resolve))
  void gone.then(() => reader.cancel()).catch(() => {})

  const isHead = res.req.method === 'HEAD'
  if (isHead && res.hasHeader('Content-Length')) return void res.end()

  const first = reader.read()
  const hasBegun = await settlesAtOnce(first)
  if (isHead && !hasBegun) return void res.end()
  // The client learns that a stream is open before it has said anything.
  if (!hasBegun) res.flushHeaders()

  const { value } = await first
  const rest = reader.read()
  // A source that breaks off while the client is waited for says so twice.
  rest.catch(() => {})
  // A body of one piece, which is what Response.json gives, goes out in one write and with its length.
  if (hasBegun && !res.hasHeader('Content-Length') && (await endsAtOnce(rest))) {
    res.setHeader('Content-Length', value?.byteLength ?? 0)
  }
  if (isHead) return void res.end()
  const ended = Promise.race([gone, reader.closed])
  ended.catch(() => {})
  if (value) await write(value, res, ended)
  for (let next = await rest; !next.done; next = await reader.read()) {
    await write(next.value, res, ended)
  }
  res.end()
}

/** Waits for a client that reads slower than the source speaks, as long as both are there. */
async function write(
  chunk: Uint8Array,
  res: ExpressResponse,
  ended: Promise<unknown>,
): Promise<void> {
  if (res.destroyed || res.write(chunk)) return
  await Promise.race([new Promise((resolve) => res.once('drain', resolve)), ended])
}

/** Whether the promise is settled already, or is within this turn of the event loop. */
async function settlesAtOnce(promise: Promise<unknown>): Promise<boolean> {
  const later = new Promise<'later'>((resolve) => setImmediate(() => resolve('later')))
  const settled = promise.then(
    () => 'settled',
    () => 'settled',
  )
  return (await Promise.race([settled, later])) === 'settled'
}

const endsAtOnce = async (read: Read): Promise<boolean> =>
  (await settlesAtOnce(read)) && (await read.catch(() => undefined))?.done === true
