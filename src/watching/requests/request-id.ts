import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import proxyAddr from 'proxy-addr'

/** As load balancers write it: a UUID, hexadecimal. Nothing that a key or an address could look like. */
const wellFormed = /^[A-Za-z\d-]{8,64}$/

export type TraceParent = { traceId: string; spanId: string; flags: number }

/** What a client says of the trace that its request belongs to (W3C Trace Context, 3.2). */
export function traceParentOf({ headers }: IncomingMessage): TraceParent | undefined {
  const { traceparent } = headers
  if (typeof traceparent !== 'string') return undefined
  const [, traceId = '', spanId = '', flags = ''] = form.exec(traceparent) ?? []
  if (/^0*$/.test(traceId) || /^0*$/.test(spanId)) return undefined
  return { traceId, spanId, flags: Number.parseInt(flags, 16) }
}

const form = /^(?!ff)[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(?:-|$)/

/** Names requests: as a trusted proxy or the client's trace does, or else by itself. */
export function requestIds(
  trustedProxies: readonly string[],
): (req: IncomingMessage, parent: TraceParent | undefined) => string {
  const isTrusted = proxyAddr.compile([...trustedProxies])
  const server = randomBytes(8).toString('hex')
  let count = 0
  return (req, parent) => {
    const given = req.headers['x-request-id']
    if (typeof given === 'string' && wellFormed.test(given)) {
      if (isTrusted(req.socket.remoteAddress ?? '', 0)) return given
    }
    if (parent) return `${parent.traceId}-${parent.spanId}`
    count += 1
    return `${server}-${count.toString(36)}`
  }
}
