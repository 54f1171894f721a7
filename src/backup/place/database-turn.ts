import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { restoresName } from '../../cms/database/restore-mark.ts'
import { UsageError } from '../../errors.ts'

/** A restore that has not shown for so long that it is alive, in milliseconds, may be taken over from. */
const lifetime = 6000
const shownEvery = 1000

/** One restore's turn to fill a database. */
export type DatabaseTurn = {
  by: string
  /** @throws when another restore has taken over, because this one was not heard of for too long */
  keep(): Promise<void>
  /** Whether it can still be kept. */
  isKept(): Promise<boolean>
  end(): Promise<void>
}

/**
 * Takes the turn to fill a database on MongoDB. Whoever has it shows over and over that it is alive; that of one
 * that was killed ends by itself, which is waited for.
 *
 * @throws UsageError when another restore is at it
 */
export async function takeDatabaseTurn({
  connection,
}: Pick<MongooseAdapter, 'connection'>): Promise<DatabaseTurn> {
  const turns = connection.collection<{ _id: string; by: string; until: Date }>(restoresName)
  const by = randomUUID()
  // By the clock of the database, which all of them share.
  const later = { $add: ['$$NOW', lifetime] }

  /** Takes it when it is free; says whose it is now. */
  async function attempt() {
    const isTaken = { $gt: ['$until', '$$NOW'] }
    const set = {
      by: { $cond: [isTaken, '$by', by] },
      until: { $cond: [isTaken, '$until', later] },
    }
    const options = { upsert: true, returnDocument: 'after' } as const
    return turns.findOneAndUpdate({ _id: 'turn' }, [{ $set: set }], options)
  }
  async function isKept() {
    const set = [{ $set: { until: later } }]
    return (await turns.updateOne({ _id: 'turn', by }, set)).matchedCount > 0
  }

  const first = await attempt()
  for (let now = first; now?.by !== by; now = await attempt()) {
    if (now && first && now.until > first.until) {
      throw new UsageError('DATABASE_URL: another restore is filling this database')
    }
    await sleep(shownEvery / 2)
  }
  // What comes of it is asked for before everything that is written.
  const shown = setInterval(() => void isKept().catch(() => {}), shownEvery)
  shown.unref()
  return {
    by,
    isKept,
    async keep() {
      if (!(await isKept())) throw new Error('another restore has taken over this database.')
    },
    async end() {
      clearInterval(shown)
      await turns.deleteOne({ _id: 'turn', by })
    },
  }
}
