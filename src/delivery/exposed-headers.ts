/** What scripts of other origins may read beside what every browser lets them (Fetch, 3.3.4). */
const always = [
  'Age',
  'Deprecation',
  'ETag',
  'Handbill-Status',
  'Idempotency-Replayed',
  'Link',
  'Location',
  'Memento-Datetime',
  'RateLimit',
  'RateLimit-Policy',
  'Repr-Digest',
  'Retry-After',
  'Sunset',
  'X-Request-Id',
]
const usual = always.join(', ')

/**
 * The value of Access-Control-Expose-Headers.
 *
 * @param own what the source exposes
 */
export function exposedHeaders(own: string | null): string {
  if (!own) return usual
  const names = own.split(',').map((name) => name.trim())
  return [...new Set([...always, ...names])].join(', ')
}
