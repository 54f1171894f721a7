import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Change } from '../changes/change.ts'
import { BadRequest, StartOver } from './refusals.ts'

/** How far a partner's copy has come. */
export type Place = {
  /** The identity of the log that it is a place in. */
  log: string
  /** The sequence of the last entry that the copy has. */
  sequence: number
  /** What that entry was, so that another history under the same numbers is noticed. */
  mark: string
  /** While the first copy is made: the log's newest entry when that began; 0 afterwards. */
  from: number
  /** What the copy is of; null for all. */
  collections: readonly string[] | null
}

const version = 1

const stored = z.tuple([
  z.literal(version),
  z.string(),
  z.int().min(0),
  z.string(),
  z.int().min(0),
  z.array(z.string()).nullable(),
])

/** A place as a token. There is no secret in it, and what it opens is public: it has a checksum, no signature. */
export function tokenOf({ log, sequence, mark, from, collections }: Place): string {
  const text = JSON.stringify([version, log, sequence, mark, from, collections])
  return Buffer.concat([checksum(text), Buffer.from(text)]).toString('base64url')
}

/**
 * The place that a token stands for.
 *
 * @throws BadRequest when it was not given out here, and StartOver when by a version that is no more
 */
export function placeOf(token: string, parameter: string): Place {
  const bytes = Buffer.from(token, 'base64url')
  const text = bytes.subarray(checksumLength).toString()
  if (bytes.toString('base64url') !== token || !checksum(text).equals(checksumIn(bytes))) {
    throw new BadRequest(
      parameter,
      'accepted: a token as `next` or an event’s id gave it, unchanged',
    )
  }
  const parsed = stored.safeParse(asJson(text))
  if (!parsed.success) throw new StartOver('The token is of another version.')
  const [, log, sequence, mark, from, collections] = parsed.data
  return { log, sequence, mark, from, collections }
}

/** The place behind an entry. */
export const after = (place: Place, change: Change): Place => ({
  ...place,
  sequence: change.sequence,
  mark: markOf(change),
  from: change.sequence < place.from ? place.from : 0,
})

export const markOf = ({ collection, id, revision, digest, at }: Change): string =>
  createHash('sha256')
    .update(JSON.stringify([collection, id, revision, digest, at]))
    .digest('base64url')
    .slice(0, 8)

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const checksumLength = 6
const checksum = (text: string): Buffer =>
  createHash('sha256').update(text).digest().subarray(0, checksumLength)
const checksumIn = (bytes: Buffer): Buffer => bytes.subarray(0, checksumLength)
