import { setImmediate } from 'node:timers/promises'

/** Milliseconds for which statements may follow each other without anybody else being heard. */
const longest = 20

let since = performance.now()

/**
 * Lets the event loop go round when statements have kept it for long.
 *
 * SQLite answers at once, so a loop of statements, however often it awaits, would be all that the process
 * does: no request is answered, no timer fires, and what libsql keeps outside of the heap is not freed.
 *
 * @returns undefined when it is not due, which is most of the time
 */
export function giveWay(): Promise<void> | undefined {
  if (performance.now() - since < longest) return undefined
  return setImmediate().then(() => {
    since = performance.now()
  })
}
