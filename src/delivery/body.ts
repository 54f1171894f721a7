import type { IncomingMessage } from 'node:http'

/** Longer questions are not worth remembering. */
const longest = 100_000

/**
 * Reads a body whose length is told beforehand and is not too long.
 *
 * @returns whether it does; if not, the body is as it was
 */
export function readBody(req: IncomingMessage, done: (body: Buffer) => void): boolean {
  const { 'content-encoding': encoding, 'content-length': given } = req.headers
  const length = Number(given ?? Number.NaN)
  if (encoding !== undefined || !(length > 0 && length <= longest)) return false
  const chunks: Buffer[] = []
  req.on('data', (chunk: Buffer) => chunks.push(chunk))
  // A client that goes away in the middle has asked nothing.
  req.once('end', () => done(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)))
  return true
}
