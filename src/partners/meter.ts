import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { forNobody } from '../cms/dependencies/track.ts'
import { keysSlug, type StoredUsage, usageSlug } from './collections.ts'
import type { PartnerClient } from './key-ring.ts'

/** Milliseconds between two writes. */
const interval = 10_000
/** Milliseconds that the last write may take. */
const patience = 5000

type Counted = Pick<StoredUsage, 'requests' | 'cached' | 'throttled'>

export type Meter = {
  count(client: PartnerClient, kind: keyof Counted): void
  /** Writes what has been counted; what cannot be written is kept for the next time. */
  flush(): Promise<void>
  /** Writes for the last time. */
  stop(): Promise<void>
}

const meters = new WeakMap<Payload, Meter>()

/** What counts the usage of a Payload instance. */
export function meterOf(payload: Payload): Meter {
  const meter = meters.get(payload) ?? createMeter(payload)
  meters.set(payload, meter)
  return meter
}

/** Counts what partners ask for, in memory, and adds it to the database now and then. */
function createMeter(payload: Payload): Meter {
  const tallies = new Map<string, Counted & { partner: string; day: string }>()
  const usedKeys = new Map<string, string>()

  function count({ partner, keyId, lastUsedOn }: PartnerClient, kind: keyof Counted): void {
    const day = today()
    const name = `${day} ${partner}`
    const tally = tallies.get(name) ?? { partner, day, ...nothing }
    tally[kind] += 1
    tallies.set(name, tally)
    if (lastUsedOn !== day) usedKeys.set(keyId, day)
  }

  async function write(): Promise<void> {
    const counted = [...tallies.values()]
    tallies.clear()
    const used = [...usedKeys]
    usedKeys.clear()
    const failed = await firstFailure(counted, ({ partner, day, ...more }) =>
      addUsage(payload, partner, day, more),
    )
    if (!failed) return noteUses(payload, used)
    payload.logger.warn({ err: failed.error }, 'Usage could not be written; it is kept in memory.')
    for (const { partner, day, ...more } of counted.slice(failed.at)) keep(partner, day, more)
    for (const [keyId, day] of used) usedKeys.set(keyId, day)
  }

  function keep(partner: string, day: string, counted: Counted): void {
    const name = `${day} ${partner}`
    const since = tallies.get(name) ?? { partner, day, ...nothing }
    for (const kind of kinds) since[kind] += counted[kind]
    tallies.set(name, since)
  }

  let written: Promise<void> = Promise.resolve()
  const flush = () => {
    written = written.then(write)
    return written
  }
  const timer = setInterval(() => {
    if (tallies.size > 0) void flush()
  }, interval)
  timer.unref()

  return {
    count,
    flush,
    async stop() {
      clearInterval(timer)
      // A database that does not answer must not hold up the end.
      await Promise.race([flush(), sleep(patience, undefined, { ref: false })])
    },
  }
}

const kinds = ['requests', 'cached', 'throttled'] as const
const nothing: Counted = { requests: 0, cached: 0, throttled: 0 }

let dayOf = { number: 0, text: '' }
function today(): string {
  const number = Math.floor(Date.now() / 86_400_000)
  if (dayOf.number !== number) {
    dayOf = { number, text: new Date(number * 86_400_000).toISOString().slice(0, 10) }
  }
  return dayOf.text
}

/** Adds to the day's row, and makes it when it is the first; several servers may do so at once. */
async function addUsage(
  payload: Payload,
  partner: string,
  day: string,
  counted: Counted,
): Promise<void> {
  if (await increment(payload, partner, day, counted)) return
  // One that has been deleted has no usage.
  const where = { id: { equals: partner } }
  if (!(await payload.db.findOne({ collection: 'partners', req: forNobody({}), where }))) return
  try {
    await payload.db.create({
      collection: usageSlug,
      data: { partner, day, ...counted },
      req: forNobody({}),
    })
  } catch (error) {
    if (!(await increment(payload, partner, day, counted))) throw error
  }
}

async function increment({ db }: Payload, partner: string, day: string, counted: Counted) {
  const data = Object.fromEntries(kinds.map((kind) => [kind, { $inc: counted[kind] }]))
  const found = await db.updateOne({
    collection: usageSlug,
    data,
    options: { atomic: true },
    req: forNobody({}),
    where: { and: [{ partner: { equals: partner } }, { day: { equals: day } }] },
  } as Parameters<typeof db.updateOne>[0])
  return Boolean(found)
}

async function noteUses({ db, logger }: Payload, used: [string, string][]): Promise<void> {
  const failed = await firstFailure(used, ([keyId, lastUsedOn]) =>
    db.updateOne({
      collection: keysSlug,
      data: { lastUsedOn },
      req: forNobody({}),
      where: { keyId: { equals: keyId } },
    }),
  )
  if (failed) logger.warn({ err: failed.error }, 'The last use of a key could not be written.')
}

/** Does something for one after the other; where one fails, the rest would too. */
async function firstFailure<T>(
  list: T[],
  write: (one: T) => Promise<unknown>,
): Promise<{ at: number; error: unknown } | undefined> {
  for (const [at, one] of list.entries()) {
    try {
      await write(one)
    } catch (error) {
      return { at, error }
    }
  }
  return undefined
}
