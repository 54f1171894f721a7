import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'

export type Encoding = 'br' | 'gzip' | 'identity'

const offered: Encoding[] = ['br', 'gzip', 'identity']
const known = new LRUCache<string, Encoding>({ max: 500 })

/** Below this a compressed answer fits no fewer packets. */
const smallest = 1024

/**
 * The encoding to answer in, by the Accept-Encoding header (RFC 9110, 12.5.3). Whoever accepts nothing that
 * there is gets the answer as it is, which the RFC allows.
 */
export function encodingFor(acceptEncoding: string | undefined, size: number): Encoding {
  if (!acceptEncoding || size < smallest) return 'identity'
  const found = known.get(acceptEncoding)
  if (found) return found
  const [best = 'identity'] = preferred({ 'accept-encoding': acceptEncoding })
  const encoding = best as Encoding
  if (acceptEncoding.length < 200) known.set(acceptEncoding, encoding)
  return encoding
}

/** Among equals, what is smallest. The types are of the version before, which had no such order. */
function preferred(headers: Record<string, string>): string[] {
  const negotiator = new Negotiator({ headers }) as unknown as {
    encodings(available: string[], options: { preferred: string[] }): string[]
  }
  return negotiator.encodings(offered, { preferred: offered })
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Compresses once for all who will read it; harder would take longer than it saves. */
export function encode(body: Buffer, encoding: Exclude<Encoding, 'identity'>): Promise<Buffer> {
  return encoding === 'gzip'
    ? zip(body, { level: 6 })
    : brotli(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      })
}
