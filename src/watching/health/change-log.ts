import type { Check } from './readiness.ts'

/** Milliseconds for which what is kept may not have been compared with the change log. */
const longest = 10_000

/** How far this server has followed the change log. */
export type Following = {
  /** The sequence of the last change that has been applied. */
  applied(): number
  /** When the log was last read to its end, by `performance.now()`. */
  caughtUpAt(): number
}

/** A server that does not hear of changes would give answers that are not true any more. */
export const changeLogCheck =
  ({ caughtUpAt }: Following): Check =>
  () =>
    performance.now() - caughtUpAt() > longest
      ? { state: 'failing', reason: 'behind' }
      : { state: 'ok' }
