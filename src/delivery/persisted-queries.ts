import { createHash } from 'node:crypto'

/**
 * The texts of persisted queries by their SHA-256 in hex. They are the source's, as the protocol is: who
 * asks for a hash that is not known is told there what to do.
 */
export type PersistedQueries = {
  get(hash: string): string | undefined
  set(hash: string, text: string): void
}

export const isHashOf = (hash: string, text: string): boolean =>
  createHash('sha256').update(text).digest('hex') === hash
