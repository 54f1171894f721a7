import type { Tally } from '../../delivery/tally.ts'
import { statusClass } from './status-class.ts'

export type RouteTally = Tally & { route: string; status: string }

/**
 * Counts of what is answered from memory. To give one is all that it costs: an answer that is kept holds the
 * counts of its route, and whoever gives it adds one to a number.
 */
export function createTallies() {
  const tallies = new Map<string, RouteTally>()
  return {
    of(route: string, code: number): Tally {
      const status = statusClass(code)
      const key = `${status} ${route}`
      const known = tallies.get(key)
      if (known) return known
      const made = { route, status, whole: 0, unchanged: 0 }
      tallies.set(key, made)
      return made
    },
    all: (): Iterable<RouteTally> => tallies.values(),
  }
}

export type Tallies = ReturnType<typeof createTallies>
