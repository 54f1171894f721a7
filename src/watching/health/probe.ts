export type ProbeOptions = {
  /** Milliseconds after which who asks is told that there is no answer. */
  patience: number
  /** Milliseconds for which an outcome stands. */
  hold: number
  now?: () => number
}

export const late = Symbol('late')

/**
 * Asks something that may hang: one run for all who want to know, and its outcome for a moment after. While a
 * run hangs, nobody waits for longer than `patience` from its beginning, and no second one is begun.
 */
export function createProbe<T>(
  run: () => Promise<T>,
  { patience, hold, now = Date.now }: ProbeOptions,
): () => Promise<T | typeof late> {
  let known: { outcome: T; at: number } | undefined
  let underWay: { outcome: Promise<T>; since: number } | undefined

  function begin(): { outcome: Promise<T>; since: number } {
    const outcome = run()
    const begun = { outcome, since: now() }
    underWay = begun
    const ended = () => {
      underWay = undefined
    }
    outcome.then((found) => {
      known = { outcome: found, at: now() }
      ended()
    }, ended)
    return begun
  }

  return async () => {
    if (known && now() - known.at < hold) return known.outcome
    const { outcome, since } = underWay ?? begin()
    return within(outcome, since + patience - now())
  }
}

async function within<T>(outcome: Promise<T>, milliseconds: number): Promise<T | typeof late> {
  if (milliseconds <= 0) return late
  let timer: NodeJS.Timeout | undefined
  const end = new Promise<typeof late>((resolve) => {
    timer = setTimeout(resolve, milliseconds, late)
  })
  try {
    return await Promise.race([outcome, end])
  } finally {
    clearTimeout(timer)
  }
}
