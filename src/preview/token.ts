import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/*
 * A token is an id of 12 letters by which the link is found, and a secret of 43, which are 256 bits. Only
 * the hash of all of it is kept.
 */
const form = /^([\w-]{12})[\w-]{43}$/

export type MadeToken = { token: string; id: string; hash: string }

export function makeToken(): MadeToken {
  const id = randomBytes(9).toString('base64url')
  const token = id + randomBytes(32).toString('base64url')
  return { token, id, hash: hashOf(token) }
}

/** @returns the id in a token; undefined for what cannot be one */
export const idIn = (token: string): string | undefined => form.exec(token)?.[1]

/** Whether a token is the one that the hash is of, in a time that tells nothing. */
export const isTokenOf = (token: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(token), 'hex'), Buffer.from(hash, 'hex'))

/** Nobody guesses 256 bits of chance, so one round hides them as well as a slow hash would. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
