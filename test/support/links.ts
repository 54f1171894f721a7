import { setTimeout as sleep } from 'node:timers/promises'
import { checkerOf } from '../../src/links/checker.ts'
import type { LinkOptions } from '../../src/links/links.ts'
import { type Clock, type Parts, partsOf } from '../../src/links/parts.ts'
import type { TestService } from './service.ts'

export const day = 24 * 60 * 60 * 1000

export type TestClock = Clock & { pass(milliseconds: number): void }

const haste = 50

/** A clock that goes fast, and can be put forward. */
export function fastClock(): TestClock {
  const start = performance.now()
  let passed = Date.parse('2026-01-01T00:00:00Z')
  return {
    now: () => Math.round(passed + (performance.now() - start) * haste),
    sleep: (milliseconds) => sleep(milliseconds / haste),
    pass(milliseconds) {
      passed += milliseconds
    },
  }
}

/** Links that are checked when a test says so, by its clock. */
export const onDemand = (clock: Clock): Partial<LinkOptions> => ({
  clock,
  isScheduled: true,
  // Nothing is looked for by itself, and no request takes so long that it would lose its turn.
  timings: {
    ...{ poll: 10 ** 9, turnPoll: 2500, hostLease: day, addressLease: day },
    ...{ hostBackoff: day, longestBackoff: 2 * day },
  },
})

export const checkDue = ({ payload }: TestService): Promise<void> =>
  checkerOf(payload, partsOf(payload) as Parts).checkDue()
