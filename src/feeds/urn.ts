import { createHash } from 'node:crypto'

/** The name space of all our names; made once, by chance. */
const space = Buffer.from('8d0f2c6e5b1f4f0ea7d36a1b90c4e275', 'hex')

/** A name as a URN that never changes: a UUID by SHA-1 of it (RFC 9562, 5.5). */
export function urnOf(name: string): string {
  const bytes = createHash('sha1').update(space).update(name).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ]
  return `urn:uuid:${parts.join('-')}`
}
