import { setTimeout as sleep } from 'node:timers/promises'
import type { AfterErrorHook, SanitizedConfig } from 'payload'
import type { Source } from '../../http/source.ts'

/** How long a write is tried again, and how much of a body is kept for that. */
const patience = 10_000
const maxBody = 1_000_000

/**
 * Tries a write again that met another write of the same document.
 *
 * MongoDB breaks off the later of two such transactions at once and leaves it to the client to repeat
 * it (TransientTransactionError). SQLite makes the later one wait, so there this never happens.
 */
export function repeatingConflicts(config: SanitizedConfig, source: Source): Source {
  const inConflict = new WeakSet<object>()
  const note: AfterErrorHook = ({ error, req }) => {
    if (!isConflict(error)) return
    inConflict.add(req)
    const message = `The database is busy: another write was in the way for ${patience / 1000} s.`
    return { status: 503, response: { errors: [{ message }] } }
  }
  config.hooks.afterError = [...(config.hooks.afterError ?? []), note]

  return async (request) => {
    const isKept = Number(request.headers.get('Content-Length') ?? 'NaN') <= maxBody
    const deadline = Date.now() + patience
    for (let attempt = 1; ; attempt++) {
      // Payload marks the request that it is given as its own, so each attempt needs a fresh one.
      const asked = isKept || !request.body ? request.clone() : request
      const response = await source(asked)
      const canRepeat = asked !== request && Date.now() < deadline && !request.signal.aborted
      if (!inConflict.has(asked) || !canRepeat) return response
      await sleep(Math.random() * Math.min(20 * attempt, 200))
    }
  }
}

/** Errors come wrapped, in others that tell what was being done. */
function isConflict(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { errorLabelSet } = one as { errorLabelSet?: Set<string> }
    if (errorLabelSet?.has('TransientTransactionError')) return true
  }
  return false
}
