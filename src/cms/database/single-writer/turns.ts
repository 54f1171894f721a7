import { isInHurry } from '../hurry.ts'
import { DatabaseBusyError } from './busy.ts'
import type { Limits } from './limits.ts'
import { RowOfTurns } from './row-of-turns.ts'

/** Milliseconds. */
const look = 100

/** Turns to write, first come first served. */
export class Turns {
  private last: Promise<void> = Promise.resolve()
  private taken = 0
  private readonly row = new RowOfTurns()

  /** @param isHeld whether whose turn it is has waited for another process for too long */
  constructor(
    private readonly limits: Limits,
    private readonly isHeld: () => boolean,
  ) {}

  get isTaken(): boolean {
    return this.taken > 0
  }

  /**
   * @returns a function that ends the turn
   * @throws DatabaseBusyError when the turn has not come in time; the queue behind goes on.
   */
  async next(): Promise<() => void> {
    let end = () => {}
    const before = this.last
    this.taken += 1
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    void ended.then(() => {
      this.taken -= 1
      this.row.turnEnded()
    })
    this.last = ended.then(() => before)

    let timer: NodeJS.Timeout | undefined
    let looking: NodeJS.Timeout | undefined
    const { patience, hurry } = this.limits
    const late = new Promise<never>((_, reject) => {
      const giveUp = (after: number) => reject(new DatabaseBusyError(after))
      if (patience !== Infinity) timer = setTimeout(giveUp, patience, patience)
      if (!isInHurry()) return
      looking = setInterval(() => {
        if (this.isHeld()) giveUp(hurry)
      }, look)
    })
    try {
      await Promise.race([before, late])
      await this.row.next()
      return end
    } catch (error) {
      end()
      throw error
    } finally {
      clearTimeout(timer)
      clearInterval(looking)
    }
  }
}
