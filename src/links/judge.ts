import type { linkStatuses } from '../../collections/fields/link.ts'
import type { Finding } from './finding.ts'

export type LinkStatus = (typeof linkStatuses)[number]

/** What is known of an address, from all of its checks. Times are in milliseconds since 1970. */
export type Known = {
  status: LinkStatus
  /** The HTTP status that said so. */
  httpStatus: number | null
  finalUrl: string | null
  /** Since when the status is known. */
  foundAt: number | null
  /** What the last check found. */
  kind: Finding['kind'] | null
  checkedAt: number | null
  /** Checks in a row without a good answer, and since when. */
  failures: number
  failingSince: number | null
  /** Checks in a row that found the same. */
  streak: number
}

export type Patience = {
  /** From one check to the next, in milliseconds, of an address that is in order. */
  interval: number
  /** Until an address that is not is looked at again, the first time; it doubles with each. */
  firstPause: number
}

export const nothingKnown: Known = {
  status: 'unchecked',
  httpStatus: null,
  finalUrl: null,
  foundAt: null,
  kind: null,
  checkedAt: null,
  failures: 0,
  failingSince: null,
  streak: 0,
}

const day = 24 * 60 * 60 * 1000
/** How often in a row a server has to say that there is nothing, or nothing for us. */
const denials = 2
const unreachableAfter = { failures: 3, time: day }
const deadAfter = { failures: 5, time: 7 * day }
/** An address that stays away is looked at ever more rarely, but at least once in so many intervals. */
const mostIntervals = 4

/**
 * What is known after another check. One bad answer is no conclusion: a page is dead when its server has
 * said so twice, or nothing was reached for a week. A good answer counts at once.
 */
export function judge(before: Known, finding: Finding, now: number, patience: Patience): Known {
  const isGood = finding.kind === 'answers' || finding.kind === 'unknown'
  // Whoever has it checked ten times in a minute learns no more than from one check.
  const isSoon = before.checkedAt !== null && now - before.checkedAt < patience.firstPause / 2
  const counts = before.kind !== finding.kind || !isSoon
  const streak = before.kind === finding.kind ? before.streak + (counts ? 1 : 0) : 1
  const isFirst = before.failures === 0
  const failures = isGood ? 0 : before.failures + (isFirst || !isSoon ? 1 : 0)
  const failingSince = isGood ? null : isFirst ? now : before.failingSince
  const known = { ...before, kind: finding.kind, checkedAt: now, failures, failingSince, streak }
  return conclude(known, finding, now)
}

function conclude(known: Known, finding: Finding, now: number): Known {
  const status = statusOf(known, finding, now)
  const finalUrl = status === 'moved' && finding.kind === 'answers' ? finding.movedTo : undefined
  if (status === known.status && (finalUrl ?? null) === known.finalUrl) return known
  const httpStatus = 'httpStatus' in finding ? (finding.httpStatus ?? null) : null
  return { ...known, status, httpStatus, finalUrl: finalUrl ?? null, foundAt: now }
}

function statusOf(known: Known, finding: Finding, now: number): LinkStatus {
  if (finding.kind === 'answers') return finding.movedTo ? 'moved' : 'alive'
  if (finding.kind === 'unknown') return 'unknown'
  if (finding.kind === 'gone' && known.streak >= denials) return 'dead'
  if (finding.kind === 'forbidden') return known.streak >= denials ? 'forbidden' : known.status
  // What was found dead does not get better by its server being down.
  if (isPast(deadAfter, known, now)) return 'dead'
  if (
    finding.kind === 'failing' &&
    known.status !== 'dead' &&
    isPast(unreachableAfter, known, now)
  ) {
    return 'unreachable'
  }
  return known.status
}

const isPast = (
  limit: { failures: number; time: number },
  { failures, failingSince }: Known,
  now: number,
): boolean => failures >= limit.failures && now - (failingSince ?? now) >= limit.time

/**
 * When an address is to be checked next, in milliseconds since 1970.
 *
 * @param random from 0 to 1: what was published together is not checked together for ever
 */
export function nextCheck(
  { failures }: Pick<Known, 'failures'>,
  now: number,
  { interval, firstPause }: Patience,
  random: number,
): number {
  const pause = failures === 0 ? interval : firstPause * 2 ** Math.min(failures - 1, 20)
  const longest = Math.max(interval, firstPause) * mostIntervals
  return now + Math.min(pause, longest) * (1 + random / 10)
}

/** Whether readers are told something else by now. */
export const isOtherConclusion = (before: Known, after: Known): boolean =>
  before.status !== after.status || before.finalUrl !== after.finalUrl
