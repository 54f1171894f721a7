import type { Payload, Where } from 'payload'
import { inTransaction } from '../cms/in-transaction.ts'
import { isoTime } from '../cms/iso-time.ts'
import { createExamine } from './examine.ts'
import { Postponed } from './finding.ts'
import type { Parts } from './parts.ts'
import { settle } from './settle.ts'
import { addCheck, dropCheck, findCheck, type LinkCheck, updateCheck } from './stored.ts'
import { createTurns } from './turns.ts'
import { isInUse } from './usage.ts'

export type Checker = {
  /** Checks everything that is due, a few addresses at once; another call waits for the same. */
  checkDue(): Promise<void>
  /** Checks one address now, whenever it is due; settles when that is done, or put off. */
  checkNow(url: string): Promise<void>
  /** Waits for what is under way. */
  idle(): Promise<void>
}

/** For how long an address that an editor asked about is kept although no document leads to it. */
const curiosity = 24 * 60 * 60 * 1000

const checkers = new WeakMap<Payload, Checker>()

/** The checker of this process. */
export function checkerOf(payload: Payload, parts: Parts): Checker {
  const checker = checkers.get(payload) ?? createChecker(payload, parts)
  checkers.set(payload, checker)
  return checker
}

function createChecker(payload: Payload, parts: Parts): Checker {
  const { timings, clock, closing } = parts
  const examine = createExamine(createTurns(payload, parts))
  /** Hosts that a check in this process is at: meanwhile others are looked at. */
  const busy = new Map<string, number>()
  const underWay = new Set<Promise<void>>()
  let working: Promise<void> | undefined
  let claiming: Promise<unknown> = Promise.resolve()

  /** Takes up the address that has been due longest, so that no other server does. */
  function claim(): Promise<LinkCheck | undefined> {
    const mine = claiming.then(() => claimFirst())
    claiming = mine.catch(() => {})
    return mine
  }

  async function claimFirst(): Promise<LinkCheck | undefined> {
    const due = (): Where => ({
      and: [
        { dueAt: { less_than_equal: isoTime(clock.now()) } },
        ...(busy.size > 0 ? [{ host: { not_in: [...busy.keys()] } }] : []),
      ],
    })
    // Mostly there is none, and others need not wait for a transaction that finds that out.
    if (!(await findCheck(payload, due(), {}, { sort: 'dueAt' }))) return undefined
    return inTransaction(payload, async (req) => {
      const first = await findCheck(payload, due(), req, { sort: 'dueAt' })
      if (first) await takeUp(first, req)
      return first
    })
  }

  const takeUp = (check: LinkCheck, req: Parameters<typeof updateCheck>[3]) =>
    updateCheck(payload, check.id, { dueAt: isoTime(clock.now() + timings.addressLease) }, req)

  async function check(one: LinkCheck): Promise<void> {
    busy.set(one.host, (busy.get(one.host) ?? 0) + 1)
    try {
      if (!(await isWanted(one))) await dropCheck(payload, one.id)
      else await settle(payload, parts, one, await examine(one.url))
    } catch (error) {
      await putOff(one, error)
    } finally {
      const left = (busy.get(one.host) ?? 1) - 1
      if (left > 0) busy.set(one.host, left)
      else busy.delete(one.host)
    }
  }

  /** A check that could not be made says nothing of the address. */
  async function putOff({ id, url }: LinkCheck, error: unknown): Promise<void> {
    const isPutOff = error instanceof Postponed
    if (!isPutOff && !closing.signal.aborted) {
      payload.logger.error({ err: error, url }, 'A link could not be checked.')
      return
    }
    // A server that closes leaves it to the next one, at once.
    await updateCheck(payload, id, { dueAt: isoTime(isPutOff ? error.until : clock.now()) })
  }

  const isWanted = async ({ url, askedAt }: LinkCheck): Promise<boolean> =>
    (askedAt && Date.parse(askedAt) > clock.now() - curiosity) || isInUse(payload, url)

  async function work(): Promise<void> {
    while (!closing.signal.aborted) {
      const one = await claim()
      if (!one) return
      await check(one)
    }
  }

  const track = (run: Promise<void>): Promise<void> => {
    const tracked = run.finally(() => underWay.delete(tracked))
    underWay.add(tracked)
    return tracked
  }

  return {
    checkDue() {
      working ??= track(
        Promise.all(Array.from({ length: timings.slots }, work)).then(() => {}),
      ).finally(() => {
        working = undefined
      })
      return working
    },
    checkNow(url) {
      return track(
        (async () => {
          const asked = await inTransaction(payload, async (req) => {
            await addCheck(payload, url, clock.now(), req)
            const one = await findCheck(payload, { url: { equals: url } }, req)
            if (!one) return undefined
            await updateCheck(payload, one.id, { askedAt: isoTime(clock.now()) }, req)
            await takeUp(one, req)
            return { ...one, askedAt: isoTime(clock.now()) }
          })
          if (asked) await check(asked)
        })(),
      )
    },
    async idle() {
      await Promise.allSettled([...underWay])
    },
  }
}
