import type { Logger } from '../logger.ts'
import type { Change } from './change.ts'
import type { ChangeLog } from './change-log.ts'

export type FollowerOptions = {
  /** The sequence of the last entry that has been handled already. */
  after: number
  /** Is given every later entry, in order, in batches; the next batch waits for it. */
  handle(changes: Change[]): void | Promise<void>
  /** Is called whenever everything that was in the log has been handled. */
  caughtUp?(): void
  logger: Logger
}

export type Follower = {
  /** Settles when everything that is in the log at the time of the call has been handled. */
  catchUp(): Promise<void>
  stop(): Promise<void>
}

const batch = 500

/** Reads the log from a cursor on, for as long as the process runs: nothing missed, nothing twice. */
export function follow(log: ChangeLog, options: FollowerOptions): Follower {
  const { handle, caughtUp, logger } = options
  let cursor = options.after
  let underWay: Promise<void> | undefined
  let next: Promise<void> | undefined
  let stopped = false
  let isLost = false

  async function readToEnd(): Promise<void> {
    for (;;) {
      const changes = await log.readAfter(cursor, batch)
      if (changes.length > 0) await handle(changes)
      cursor = changes.at(-1)?.sequence ?? cursor
      if (changes.length < batch) break
    }
    if (isLost) logger.info('The change log can be read again.')
    isLost = false
    caughtUp?.()
  }

  function start(): Promise<void> {
    underWay = readToEnd().finally(() => {
      underWay = undefined
    })
    return underWay
  }

  function catchUp(): Promise<void> {
    if (!underWay) return start()
    // The reading under way may have passed the end before the caller's entry was there.
    next ??= underWay
      .catch(() => {})
      .then(() => {
        next = undefined
        return start()
      })
    return next
  }

  const unwatch = log.watch(() => {
    // Somebody is waiting already, and what is woken for will be read.
    if (stopped || next) return
    catchUp().catch((error: unknown) => {
      if (!isLost) logger.warn({ err: error }, 'The change log cannot be read; trying on.')
      isLost = true
    })
  })
  return {
    catchUp,
    async stop() {
      stopped = true
      await unwatch()
      await (next ?? underWay)?.catch(() => {})
    },
  }
}
