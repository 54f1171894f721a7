import type { ServerResponse } from 'node:http'
import { fieldsOf, type RateLimit } from './rate-limit-headers.ts'
import type { Refusal } from './verdict.ts'

/** Scripts of other origins are to learn why they were refused, and when to ask again. */
const forEveryOrigin = [
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Expose-Headers',
  'RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
]

/** Answers with a refusal, in the form that errors have everywhere. */
export function refuse(
  res: ServerResponse,
  { status, code, message, retryAfter }: Refusal,
  limit?: RateLimit,
): void {
  if (res.destroyed) return
  const body = JSON.stringify({ errors: [{ message, data: { code } }] })
  res
    .writeHead(status, [
      'Content-Type',
      'application/json; charset=utf-8',
      'Content-Length',
      String(Buffer.byteLength(body)),
      'Cache-Control',
      'private, no-store',
      ...forEveryOrigin,
      ...(status === 401 ? ['WWW-Authenticate', 'Bearer realm="API", error="invalid_token"'] : []),
      ...(retryAfter === undefined ? [] : ['Retry-After', String(retryAfter)]),
      ...(limit ? fieldsOf(limit) : []),
    ])
    .end(body)
}
