import type { IncomingMessage } from 'node:http'
import { inTime } from '../in-time.ts'
import type { Patience } from './pulse.ts'

/** There is no room: it is worth to ask again, but not at once. */
export class Busy extends Error {
  override name = 'Busy'
  readonly status = 503
  readonly retryAfter = 1
  constructor(message = 'The server is busy. Ask again in 1 s.') {
    super(message)
  }
}

export type LaneLimits = {
  atOnce: number
  /** How many wait for their turn. */
  waiting: number
  /** For how many milliseconds each of them does. */
  patience: number
}

export type Lane = {
  /**
   * Does the work in its turn.
   *
   * @throws Busy when too many wait already, or the turn has not come in time
   */
  run<T>(work: () => T | Promise<T>): Promise<T>
}

type Waiting = { begin(): void }

/** Does so much at once, first come first served. */
export function createLane({ atOnce, waiting: mostWaiting, patience }: LaneLimits): Lane {
  const queue = new Set<Waiting>()
  let underWay = 0

  function turn(): Promise<void> | undefined {
    if (underWay < atOnce) {
      underWay += 1
      return undefined
    }
    if (queue.size >= mostWaiting) throw new Busy()
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        queue.delete(waiting)
        reject(new Busy())
      }, patience)
      const waiting: Waiting = {
        begin() {
          clearTimeout(late)
          resolve()
        },
      }
      queue.add(waiting)
    })
  }

  function leave(): void {
    const [next] = queue
    if (!next) {
      underWay -= 1
      return
    }
    queue.delete(next)
    next.begin()
  }

  return {
    async run(work) {
      await turn()
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}

/**
 * In which lane a request is answered that came to a path, for how many milliseconds its client is let wait in
 * all, and what it waits for.
 */
export type LaneOf = (
  req: IncomingMessage,
  path: string,
) => { lane: Lane; patience?: number; waitsFor?: Patience }

/**
 * What comes of work, if it comes in time. The work goes on, and keeps its place in its lane.
 *
 * @throws Busy after so many milliseconds
 */
export const within = <T>(patience: number | undefined, work: Promise<T>): Promise<T> =>
  patience === undefined ? work : inTime(patience, work, () => new Busy())

/** A lane each. */
export const createLanes = <K extends string>(limits: Record<K, LaneLimits>): Record<K, Lane> =>
  Object.fromEntries(
    Object.entries<LaneLimits>(limits).map(([name, one]) => [name, createLane(one)]),
  ) as Record<K, Lane>
