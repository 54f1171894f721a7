import type { Span } from '@opentelemetry/api'
import { createContext } from '../async-context.ts'

/** What is being worked on: a request that is not answered from memory, or a job. */
export type Current = {
  /** What each line of the log about it says. */
  tags: Record<string, string>
  /** What is done for it belongs below this one. */
  span?: Span | undefined
}

const context = createContext<Current>()

/** Milliseconds: a stream that stays open for hours is not followed for as long. */
const longest = 30_000

export const current = (): Current | undefined => context.get()

/** Runs something for a job or the like, which lasts as long as the promise; for a while at most. */
export async function runAs<T>(work: Current, run: () => Promise<T>): Promise<T> {
  const { run: runFollowed, end } = follow(work)
  try {
    return await runFollowed(run)
  } finally {
    end()
  }
}

/**
 * Has everything that a request sets off know which request that is.
 *
 * @returns a function that ends it, which ends by itself after a while
 */
export function follow(work: Current): { run<T>(run: () => T): T; end(): void } {
  const { run, end } = context.follow(work)
  const timer = setTimeout(end, longest).unref()
  return {
    run,
    end() {
      clearTimeout(timer)
      end()
    },
  }
}
