import { type HeadLines, linesOf } from './write-response.ts'

/** For how long after a change no answer is dated: HTTP dates have whole seconds. */
const settling = 2000

/**
 * What kept answers say about time: `Age` and `Last-Modified`.
 *
 * A date on an answer must never be a later, different answer's date as well. So a change counts from
 * the full second after it was applied here: no answer sent before has that second as its
 * `Last-Modified`, nor as its `Date`, which clients send back where they got no `Last-Modified`.
 * The date is the newest of all changes, for an answer can change because of what it no longer names.
 *
 * @param now milliseconds since 1970
 */
export function createFreshness(now: () => number) {
  let confirmedAt = now()
  let newest = Number.NEGATIVE_INFINITY
  let age = ''
  let ageUntil = 0

  function countFrom(time: number): void {
    newest = Math.max(newest, Math.floor(time / 1000) * 1000 + 1000)
  }

  return {
    /** What is kept is current as of now. */
    confirm(): void {
      confirmedAt = now()
      ageUntil = 0
    },

    /** A change made at `at` (milliseconds) has just been applied. */
    changed: (at: number): void => countFrom(Math.max(at, now())),

    /** A change was made at `at` before this process began. */
    knowPast: (at: number): void => countFrom(at),

    /** The `Age` line of a head: whole seconds since the last confirmation (RFC 9111, 5.1). */
    age(): HeadLines {
      const time = now()
      if (time >= ageUntil) {
        const seconds = Math.max(0, Math.floor((time - confirmedAt) / 1000))
        age = linesOf(['Age', String(seconds)])
        ageUntil = confirmedAt + (seconds + 1) * 1000
      }
      return age
    },

    /** The time of the newest change; minus infinity when there is none. */
    newest: (): number => newest,

    /** Whether everything that changed at this time is known to be known. */
    isSettled: (time: number): boolean => confirmedAt - time >= settling,
  }
}

export type Freshness = ReturnType<typeof createFreshness>
