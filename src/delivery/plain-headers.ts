import type { IncomingHttpHeaders } from 'node:http'
import { memo } from './memo.ts'

/** A name or an address, and a port; anything else is to be refused (RFC 9112, 3.2). */
const isPlain = memo(
  (host) =>
    /^(?:\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.test(host) && URL.canParse(`http://${host}`),
)

export const hasPlainHost = ({ host }: IncomingHttpHeaders): boolean =>
  host === undefined || isPlain(host)

/** Whether a body follows (RFC 9112, 6.3). */
export const hasBody = (headers: IncomingHttpHeaders): boolean =>
  headers['transfer-encoding'] !== undefined ||
  (headers['content-length'] !== undefined && headers['content-length'] !== '0')

/** Whether a body of JSON follows, of at most so many bytes and as it is. */
export function hasJsonBody(headers: IncomingHttpHeaders, maxBytes: number): boolean {
  const type = headers['content-type'] ?? ''
  if (!/^application\/json(?:\s*;\s*charset=(?:utf-8|"utf-8"))?\s*$/i.test(type)) return false
  if (headers['transfer-encoding'] !== undefined) return false
  if (headers['content-encoding'] !== undefined) return false
  return Number(headers['content-length'] ?? Number.NaN) <= maxBytes
}

/** Whether another time than now is asked for (RFC 7089); the present answer may be the wrong one. */
export const asksForEarlier = (headers: IncomingHttpHeaders): boolean =>
  headers['accept-datetime'] !== undefined
