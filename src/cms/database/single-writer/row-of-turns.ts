import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds for which one process may write without a pause. */
const longest = 250

/** Milliseconds: longer than anybody who waits for the file sleeps before it looks again. */
const pause = 15

/**
 * Turns of one process that follow each other at once.
 *
 * SQLite keeps no queue of the processes that want to write: who waits looks again and again, and finds the
 * file free only by chance when another one has always something to write. So whoever has had it for long
 * leaves it alone for a moment, whether or not somebody waits, which nobody can see.
 */
export class RowOfTurns {
  private since = 0
  private endedAt = Number.NEGATIVE_INFINITY

  /** To be waited for before a turn is used. */
  async next(): Promise<void> {
    const now = performance.now()
    const isUnbroken = now - this.endedAt < pause
    if (isUnbroken && now - this.since < longest) return
    if (isUnbroken) await sleep(pause)
    this.since = performance.now()
  }

  turnEnded(): void {
    this.endedAt = performance.now()
  }
}
