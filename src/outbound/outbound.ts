import { tracingChannel } from 'node:diagnostics_channel'
import type { LookupAddress } from 'node:dns'
import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { type OutboundEvent, outboundChannel } from './channel.ts'
import { type DestinationOptions, destinations } from './destination.ts'
import { OutboundError } from './errors.ts'

type OutboundRequest = {
  url: string
  method: 'GET' | 'HEAD' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** Milliseconds that everything together may take, the name's look-up and the body included. */
  deadline: number
  /** Bytes of the answer's body that are read; the rest is not. */
  maxBody: number
  signal?: AbortSignal
}

type OutboundResponse = {
  status: number
  headers: IncomingHttpHeaders
  /** The body's beginning. */
  body: Buffer
}

export type Outbound = {
  /**
   * Says why an address cannot be asked, as far as its text tells. Nothing is asked.
   *
   * @returns what would be accepted; undefined when nothing is wrong
   */
  mistakeIn(address: string): string | undefined
  /**
   * Says why an address cannot be asked, also by where its name leads at present. A name that is not
   * known, or not in time, is no mistake: it may be known later, and is looked up again at sending.
   */
  lookForMistake(address: string, deadline: number): Promise<string | undefined>
  /**
   * Asks an address on the public internet, and follows no redirect.
   *
   * @throws OutboundError when it may not be asked, or has not answered by the deadline
   */
  send(request: OutboundRequest): Promise<OutboundResponse>
}

const channel = tracingChannel<unknown, OutboundEvent>(outboundChannel)

/**
 * Requests to addresses that somebody else has chosen. They reach the public internet only: the host is
 * looked up once, every address of it is checked, and the connection is made to one of these.
 */
export function createOutbound(options: DestinationOptions = {}): Outbound {
  const { parse, locate } = destinations(options)

  async function send(request: OutboundRequest): Promise<OutboundResponse> {
    const late = AbortSignal.timeout(request.deadline)
    const signal = request.signal ? AbortSignal.any([request.signal, late]) : late
    try {
      const url = parse(request.url)
      const found = await orAborted(locate(url), signal)
      const response = await ask(url, found, request, signal)
      const { statusCode: status = 0, headers } = response
      return { status, headers, body: await beginningOf(response, request.maxBody) }
    } catch (cause) {
      if (cause instanceof OutboundError) throw cause
      if (late.aborted) {
        const message = `No answer within ${request.deadline / 1000} s.`
        throw new OutboundError('late', message, { cause })
      }
      throw new OutboundError('unreachable', (cause as Error).message, { cause })
    }
  }

  const messageOf = (error: unknown): string | undefined => {
    if (!(error instanceof OutboundError)) throw error
    return error.reason === 'refused' ? error.message : undefined
  }
  return {
    send(request) {
      if (!channel.start.hasSubscribers) return send(request)
      const { hostname: host } = URL.canParse(request.url) ? new URL(request.url) : { hostname: '' }
      return channel.tracePromise(() => send(request), { method: request.method, host })
    },
    mistakeIn(address) {
      try {
        parse(address)
        return undefined
      } catch (error) {
        return messageOf(error)
      }
    },
    async lookForMistake(address, deadline) {
      const late = AbortSignal.timeout(deadline)
      try {
        await orAborted(locate(parse(address)), late)
        return undefined
      } catch (error) {
        return late.aborted ? undefined : messageOf(error)
      }
    },
  }
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    // First, for a rejection that nobody takes would end the process.
    promise.then(resolve, reject)
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

/** Connects to one of the addresses that were found, whatever the name leads to by now. */
function ask(
  url: URL,
  found: LookupAddress[],
  { method, headers, body }: OutboundRequest,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const options = {
      method,
      // Node's own decoder of one of the encodings has a flaw, and nothing here is large.
      headers: { 'Accept-Encoding': 'identity', 'User-Agent': 'Handbill', ...headers },
      // A connection of its own: none is left over that another name could be served on.
      agent: false as const,
      lookup: (...[, { all }, answer]: Parameters<LookupFunction>) => {
        const [first] = found
        if (all) answer(null, found)
        else answer(null, first?.address ?? '', first?.family)
      },
      signal,
    }
    const outgoing = (url.protocol === 'https:' ? https : http).request(url, options)
    outgoing.once('response', resolve)
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** What has come of the body when there is enough of it, or no more comes; then the connection ends. */
async function beginningOf(response: IncomingMessage, maxBody: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  // Whoever asks for the headers alone waits for nothing behind them.
  if (maxBody === 0) response.destroy()
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= maxBody) break
    }
  } catch {
    // The answer has been given, and what is missing of its body is not needed.
  }
  return Buffer.concat(chunks).subarray(0, maxBody)
}
