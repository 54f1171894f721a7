import { vi } from 'vitest'

/**
 * Has the time stand still for this process, so that a test can say when something is written.
 * Timers go on as ever. To be undone with `vi.useRealTimers()`.
 */
export function stopTheClock() {
  let now = Math.floor(Date.now() / 1000) * 1000
  vi.useFakeTimers({ toFake: ['Date'], now })
  return {
    /** @returns the time, as HTTP says it */
    now: () => new Date(now).toUTCString(),
    /** @returns the time from then on, as HTTP says it */
    pass(seconds: number): string {
      now += seconds * 1000
      vi.setSystemTime(now)
      return new Date(now).toUTCString()
    },
  }
}
