import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { inTransaction } from '../cms/in-transaction.ts'
import { keepValue, keptValue } from '../cms/kept-values.ts'
import { OutboundError } from '../outbound/errors.ts'
import type { Outbound } from '../outbound/outbound.ts'
import { Postponed } from './finding.ts'
import type { Parts } from './parts.ts'

/** What all servers know of a host. Times are in milliseconds since 1970. */
type HostState = {
  /** Until when somebody has the turn, and who. */
  heldUntil: number
  holder: string | null
  /** Before which nobody asks. */
  nextAt: number
  /** Requests in a row without an answer. */
  failures: number
}

type Asking = { method: 'GET' | 'HEAD'; maxBody: number }
export type Answer = Awaited<ReturnType<Outbound['send']>>

export type Turns = {
  /**
   * Asks an address when its host's turn has come: one request at a time to a host, however many servers
   * there are, and a pause after each.
   *
   * @throws Postponed when that would take too long
   * @throws OutboundError as `Outbound.send` does
   */
  ask(url: URL, asking: Asking, pause?: number): Promise<Answer>
}

const keyOf = (host: string): string => `handbill.links.host.${host}`
const free: HostState = { heldUntil: 0, holder: null, nextAt: 0, failures: 0 }
/** A host may ask to be left alone for that long at most. */
const longestAsked = 24 * 60 * 60 * 1000

export function createTurns(
  payload: Payload,
  { outbound, timings, clock, closing, publicUrl }: Omit<Parts, 'isScheduled'>,
): Turns {
  /** @returns until when the host is held or paused, if it is; nothing when the turn has been taken */
  const tryToTake = (host: string, holder: string): Promise<HostState | undefined> =>
    inTransaction(payload, async (req) => {
      const state = { ...free, ...(await keptValue<HostState>(payload, keyOf(host), req)) }
      const now = clock.now()
      if (Math.max(state.heldUntil, state.nextAt) > now) return state
      const heldUntil = now + timings.hostLease
      await keepValue(payload, keyOf(host), { ...state, heldUntil, holder }, req)
      return undefined
    })

  async function take(host: string): Promise<string> {
    const holder = randomUUID()
    const end = clock.now() + timings.patience
    for (;;) {
      const state = await tryToTake(host, holder)
      if (!state) return holder
      const now = clock.now()
      closing.signal.throwIfAborted()
      // A turn may be given back at any time; a pause ends when it ends.
      if (now >= end || state.nextAt > end) {
        throw new Postponed(Math.max(state.nextAt, now + timings.pause))
      }
      const wait = Math.max(state.heldUntil, state.nextAt) - now
      await clock.sleep(Math.max(1, Math.min(wait, timings.turnPoll)))
    }
  }

  /** Whoever was too slow has lost the turn to somebody else, and leaves it to them. */
  const giveBack = (host: string, holder: string, pause: number, isFailure: boolean) =>
    inTransaction(payload, async (req) => {
      const state = await keptValue<HostState>(payload, keyOf(host), req)
      if (state?.holder !== holder) return
      const failures = isFailure ? state.failures + 1 : 0
      const nextAt = clock.now() + Math.max(pause, backoff(failures))
      await keepValue(payload, keyOf(host), { ...free, nextAt, failures }, req)
    })

  /** One failure may be that of the request: some servers do not answer to HEAD. */
  const backoff = (failures: number): number =>
    failures < 2
      ? 0
      : Math.min(timings.hostBackoff * 2 ** Math.min(failures - 2, 20), timings.longestBackoff)

  return {
    async ask(url, asking, pause = timings.pause) {
      const { host } = url
      const holder = await take(host)
      let asked = pause
      let isFailure = false
      try {
        const answer = await outbound.send({
          ...asking,
          url: url.href,
          headers: { Accept: '*/*', 'User-Agent': `Handbill-link-check (+${publicUrl})` },
          deadline: timings.deadline,
          signal: closing.signal,
        })
        asked = Math.max(pause, askedPause(answer, clock.now()))
        return answer
      } catch (error) {
        isFailure = error instanceof OutboundError && error.reason !== 'refused'
        throw error
      } finally {
        await giveBack(host, holder, asked, isFailure)
      }
    },
  }
}

/** `Retry-After` of a 429 or a 503, in milliseconds. */
function askedPause({ status, headers }: Answer, now: number): number {
  const value = headers['retry-after']?.trim()
  if (!value || (status !== 429 && status !== 503)) return 0
  const pause = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return Number.isFinite(pause) && pause > 0 ? Math.min(pause, longestAsked) : 0
}

/** Forgets hosts that nobody has asked for long, whatever they were like. */
export async function forgetHosts(payload: Payload, before: number): Promise<void> {
  const collection = 'payload-kv' as const
  await inTransaction(payload, async ({ transactionID }) => {
    const req = { transactionID }
    const { docs } = await payload.db.find<{ id: string; key: string; data: HostState }>({
      ...{ collection, limit: 0, pagination: false, req },
      where: { key: { like: keyOf('') } },
    })
    const old = docs.filter(
      ({ key, data }) =>
        key.startsWith(keyOf('')) && Math.max(data.heldUntil, data.nextAt) < before,
    )
    for (const { id } of old) {
      await payload.db.deleteOne({ collection, req, where: { id: { equals: id } } })
    }
  })
}
