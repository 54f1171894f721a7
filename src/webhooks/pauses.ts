import type { IncomingHttpHeaders } from 'node:http'
import type { Timings } from './parts.ts'

/** A receiver may ask to be left alone for that long at most, in milliseconds. */
const longestAsked = 24 * 60 * 60 * 1000

/**
 * How long to wait after so many attempts, in milliseconds.
 *
 * @returns undefined when there is to be no further attempt
 */
export function pauseAfter(
  attempts: number,
  { pauses, jitter }: Pick<Timings, 'pauses' | 'jitter'>,
  random: () => number = Math.random,
): number | undefined {
  const pause = pauses[attempts - 1]
  return pause === undefined ? undefined : pause * (1 + jitter * random())
}

/**
 * How long a receiver asks to be left alone, in milliseconds: `Retry-After` of a 429 or a 503, in seconds
 * or as a date.
 */
export function askedPause(
  status: number,
  headers: IncomingHttpHeaders,
  now: number,
): number | undefined {
  const value = headers['retry-after']?.trim()
  if (!value || (status !== 429 && status !== 503)) return undefined
  const pause = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return Number.isFinite(pause) && pause > 0 ? Math.min(pause, longestAsked) : undefined
}
