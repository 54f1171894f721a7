import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import Negotiator from 'negotiator'
import { memo } from './memo.ts'

export type Encoding = 'br' | 'gzip' | 'identity'

const offered: Encoding[] = ['br', 'gzip', 'identity']
/** What is smaller fits one packet anyway. */
const worthwhile = 1024

/** What its types leave out: without it the order in the header decides between equal weights. */
type PreferringNegotiator = {
  encodings(available: Encoding[], options: { preferred: Encoding[] }): Encoding[]
}

const negotiate = memo((accepted: string): Encoding => {
  const asked: unknown = new Negotiator({ headers: { 'accept-encoding': accepted } })
  const [best] = (asked as PreferringNegotiator).encodings(offered, { preferred: offered })
  return best ?? 'identity'
})

/** The best encoding that an Accept-Encoding header takes, br before gzip at equal weight (RFC 9110, 12.5.3). */
export const encodingFor = (accepted: string | undefined): Encoding =>
  accepted ? negotiate(accepted) : 'identity'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Whether there is anything to win. */
export const isCompressible = (body: Buffer): boolean => body.length >= worthwhile

/** @returns nothing when that is not at least 10 % smaller */
export async function compress(body: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer | undefined> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  }
  const bytes = encoding === 'br' ? await brotli(body, { params }) : await zip(body, { level: 6 })
  // What zlib gives is a part of a larger buffer, which would stay in memory with it.
  return bytes.length <= body.length * 0.9 ? Buffer.from(Uint8Array.from(bytes).buffer) : undefined
}
