import { setTimeout as sleep } from 'node:timers/promises'
import type { AfterErrorHook, SanitizedConfig } from 'payload'
import type { Source } from '../../http/source.ts'
import { isTransient } from '../in-transaction.ts'
import { Turns } from '../turns.ts'

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
    if (!isTransient(error)) return
    inConflict.add(req)
    const message = `The database is busy: another write was in the way for ${patience / 1000} s.`
    return { status: 503, response: { errors: [{ message }] } }
  }
  config.hooks.afterError = [...(config.hooks.afterError ?? []), note]

  const turns = new Turns()
  return async (request) => {
    if (lengthOf(request) > maxBody) return source(request)

    const deadline = performance.now() + patience
    const attempt = async () => {
      // Payload marks the request that it is given as its own, so each attempt needs a fresh one.
      const asked = request.clone()
      const response = await source(asked)
      return { response, canRepeat: inConflict.has(asked) && performance.now() < deadline }
    }
    const first = await attempt()
    if (!first.canRepeat) return first.response
    return turns.take(new URL(request.url).pathname, async () => {
      for (;;) {
        const { response, canRepeat } = await attempt()
        if (!canRepeat) return response
        await sleep(Math.random() * 100)
      }
    })
  }
}

/** Of the body, in bytes; one that comes in pieces has no known end. */
function lengthOf({ headers }: Request): number {
  const unsaid = headers.has('Transfer-Encoding') ? Number.POSITIVE_INFINITY : 0
  return Number(headers.get('Content-Length') ?? unsaid)
}
