import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'

type Addition = { id: string; count: number; until: Date }
type Counted = { _id: string; count: number; until: Date }

/**
 * Counts that all servers on one MongoDB add to. There are none on SQLite: its file belongs to one process
 * as a rule, and every write there makes what is remembered of lists be counted anew.
 */
export async function sharedCounts({
  db,
}: Payload): Promise<
  ((additions: readonly Addition[]) => Promise<Map<string, number>>) | undefined
> {
  if (db.name !== 'mongoose') return undefined
  const { connection } = db as unknown as MongooseAdapter
  const counts = connection.collection<Counted>('request-counts')
  await counts.createIndex({ until: 1 }, { expireAfterSeconds: 0 })
  return async (additions) => {
    await counts.bulkWrite(
      additions.map(({ id, count, until }) => ({
        updateOne: {
          filter: { _id: id },
          update: { $inc: { count }, $setOnInsert: { until } },
          upsert: true,
        },
      })),
      { ordered: false },
    )
    const found = await counts.find({ _id: { $in: additions.map(({ id }) => id) } }).toArray()
    return new Map(found.map(({ _id, count }) => [_id, count]))
  }
}
