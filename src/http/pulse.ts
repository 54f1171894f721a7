import { Busy } from './lane.ts'

/** Nobody waits any longer for what does not answer. */
export class NoAnswer extends Busy {
  override name = 'NoAnswer'
}

/** Stands between requests and what they wait for. */
export type Patience = {
  /** Whether there has been no answer for so long that nobody waits for one. */
  isSilent(): boolean
  /**
   * What comes of the work. When there is no answer it is not begun, or left to go on by itself.
   *
   * @param isWrite whether it may have written something when it is left
   * @throws NoAnswer
   */
  hold<T>(work: (isLeft: () => boolean) => Promise<T>, isWrite: boolean): Promise<T>
  stop(): void
}

type Waiter = { since: number; leave(): void }
type Beat = { since: number; turns: number; isSent: boolean; given: AbortController }

/** Milliseconds. */
const turn = 100
/** For how long somebody waits before it is asked whether there is an answer at all, and then from time to time. */
const calm = 200
/** Turns after which a ping counts as not answered. Turns and not time: who is busy himself does not hear an answer. */
const turnsOfPing = 10

const refused = 'The database does not answer; nothing was done. Ask again in 1 s.'
const left =
  'The database does not answer. What was sent may be written or not: look, or send it again with the same Idempotency-Key.'

/**
 * Has nobody wait for something that does not answer: while somebody waits, one ping at a time is sent to it.
 * How long work takes does not matter, as long as pings are answered meanwhile.
 *
 * @param ping is given up by its signal
 * @param longest milliseconds since the first ping that was not answered, or since the work began
 */
export function createPulse(
  ping: (signal: AbortSignal) => Promise<unknown>,
  longest: number,
): Patience {
  const waiting = new Set<Waiter>()
  let beat: Beat | undefined
  let answeredAt = 0
  /** When the first ping was sent that was not answered in time; nothing when the last one was. */
  let silentSince: number | undefined
  let timer: NodeJS.Timeout | undefined

  function look(): void {
    const now = performance.now()
    const [first] = waiting
    if (!first && silentSince === undefined) {
      rest()
      return
    }
    if (beat) {
      beat.turns += 1
      if (beat.turns >= turnsOfPing) {
        silentSince ??= beat.since
        giveUp(beat)
      }
    }
    const isLong = silentSince !== undefined || (first && now - first.since >= calm)
    if (!beat && isLong && now - answeredAt >= calm) beat = begin(now)
    if (beat && !beat.isSent) send(beat)
    if (silentSince === undefined) return
    for (const one of waiting) {
      if (now - Math.max(one.since, silentSince) < longest) continue
      waiting.delete(one)
      one.leave()
    }
  }

  const begin = (since: number): Beat => ({
    since,
    turns: 0,
    isSent: false,
    given: new AbortController(),
  })

  function send(one: Beat): void {
    one.isSent = true
    ping(one.given.signal).then(
      () => {
        if (beat !== one) return
        beat = undefined
        answeredAt = performance.now()
        silentSince = undefined
      },
      // An error is no answer either: it is sent again, within the same time.
      () => {
        one.isSent = false
      },
    )
  }

  function giveUp(one: Beat): void {
    beat = undefined
    one.given.abort()
  }

  function rest(): void {
    clearInterval(timer)
    timer = undefined
    if (beat) giveUp(beat)
  }

  const isSilent = (): boolean =>
    silentSince !== undefined && performance.now() - silentSince >= longest

  return {
    isSilent,

    async hold(work, isWrite) {
      if (isSilent()) throw new NoAnswer(refused)
      timer ??= setInterval(look, turn).unref()
      let isLeft = false
      let waiter: Waiter | undefined
      const given = new Promise<never>((_, reject) => {
        waiter = {
          since: performance.now(),
          leave() {
            isLeft = true
            reject(new NoAnswer(isWrite ? left : refused))
          },
        }
        waiting.add(waiter)
      })
      try {
        return await Promise.race([work(() => isLeft), given])
      } finally {
        if (waiter) waiting.delete(waiter)
      }
    },

    stop() {
      silentSince = undefined
      waiting.clear()
      rest()
    },
  }
}
