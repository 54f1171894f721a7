import { exposedHeaders } from './exposed-headers.ts'

/** Names and values in turn, as `res.writeHead` takes them fastest. */
export type FlatHeaders = string[]

/** About one connection (RFC 9110, 7.6.1), or for the one who sends the answer to say. */
const never = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'content-length',
  'date',
  'repr-digest',
  'vary',
])

/** Asked for before a request and answered then (Fetch, 3.3.3); Payload says them with every answer. */
export const preflightHeaders = ['access-control-allow-headers', 'access-control-allow-methods']

const notForwarded = new Set([
  ...preflightHeaders,
  // Completed below.
  'access-control-expose-headers',
])

/** What a kept answer says for itself. */
const ownOfKept = new Set([
  'accept-ranges',
  'age',
  'cache-control',
  'etag',
  'expires',
  'last-modified',
  'pragma',
  'surrogate-key',
])

/** The source's headers that go out: those about the content, which a 304 leaves out, and the others. */
export function forwardedHeaders(headers: Headers, isKept: boolean) {
  const content: FlatHeaders = []
  const others: FlatHeaders = []
  for (const [name, value] of headers) {
    if (never.has(name) || notForwarded.has(name) || (isKept && ownOfKept.has(name))) continue
    const list = name.startsWith('content-') ? content : others
    list.push(name, value)
  }
  if (headers.has('Access-Control-Allow-Origin')) {
    const exposed = exposedHeaders(headers.get('Access-Control-Expose-Headers'))
    others.push('Access-Control-Expose-Headers', exposed)
  }
  return { content, others }
}

/** One Vary header (RFC 9110, 12.5.5) of the source's and ours. */
export function mergedVary(source: string | null, own: readonly string[]): string {
  const names = new Map(own.map((name) => [name.toLowerCase(), name]))
  for (const name of source?.split(',') ?? []) {
    const key = name.trim().toLowerCase()
    if (key && !names.has(key)) names.set(key, name.trim())
  }
  return [...names.values()].join(', ')
}
