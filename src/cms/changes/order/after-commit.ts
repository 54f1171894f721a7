import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { CollectionSlug, Payload } from 'payload'
import { changesSlug, type StoredEntry } from '../changes-collection.ts'
import { changeOf, type Order, poll, timesInOrder } from './order.ts'

type Kept = Omit<StoredEntry, 'id' | 'at'> & { _id: unknown; at: Date }

const majority = { readConcern: { level: 'majority' as const } }
const settledAtOnce = 500

/**
 * For MongoDB: an entry is committed without a place, and gets its place afterwards.
 *
 * A counter inside the transaction would make every two writers at once fail on each other. A counter
 * outside would leave gaps, of writes that were aborted and of writes that are not committed yet, and a
 * follower could not tell the two apart. So the writer only marks its entry as pending, which meets
 * nobody else's write. Whoever looks next, mostly the same server right after the commit, gives all
 * pending entries the numbers behind the highest there is.
 *
 * Servers may do so at once. The highest number is read before the pending entries, each entry is
 * changed only while it is pending, numbers are unique, and the first one that is taken already ends the
 * attempt. Hence the numbers given out are always 1 to n without a gap: when the k-th entry of a list is
 * reached, the k before it have numbers above the one that was read first, so k-1 numbers are in use.
 * For the same reason an entry's time may depend only on those before it, and on no server's clock.
 */
export function orderAfterCommit({ db }: Payload): Order {
  const entries = () => {
    const model = (db as unknown as MongooseAdapter).collections[changesSlug as CollectionSlug]
    return (model as NonNullable<typeof model>).collection
  }
  const newest = async () => {
    const [found] = await entries()
      .find({ sequence: { $gt: 0 } }, majority)
      .sort({ sequence: -1 })
      .limit(1)
      .toArray()
    return found as unknown as Kept | undefined
  }

  /** @returns whether nothing is left to settle */
  async function settleSome(): Promise<boolean> {
    const ahead = await newest()
    const pending = await entries()
      .find({ pending: true }, majority)
      // A document's changes keep their order; among documents it is that of the servers' clocks.
      .sort({ revision: 1, _id: 1 })
      .limit(settledAtOnce)
      .toArray()
    if (pending.length === 0) return true
    let last = ahead?.sequence ?? 0
    const times = await timesOf(pending as unknown as Kept[], ahead)
    const places = pending.map(({ _id }, i) => ({
      updateOne: {
        filter: { _id, pending: true },
        update: { $set: { sequence: ++last, at: times[i] }, $unset: { pending: '' } },
      },
    }))
    await entries()
      .bulkWrite(places, { ordered: true })
      .catch((error: { code?: number }) => {
        // Another server has been quicker; what it left is looked at again.
        if (error.code !== 11000) throw error
      })
    return false
  }

  async function timesOf(pending: Kept[], ahead: Kept | undefined): Promise<Date[]> {
    const isBehind = ahead && pending.some(({ at }) => at < ahead.at)
    const earlier = isBehind
      ? await entries()
          .find({
            document: { $in: pending.map(({ document }) => document) },
            sequence: { $gt: 0 },
          })
          .sort({ sequence: 1 })
          .toArray()
      : []
    return timesInOrder(pending, ahead?.at, earlier as unknown as Kept[])
  }

  async function settle(): Promise<void> {
    while (!(await settleSome()));
  }

  return {
    place: async () => ({ at: new Date().toISOString(), pending: true }),
    settle,
    async readAfter(sequence, limit) {
      await settle()
      const found = await entries()
        .find({ sequence: { $gt: sequence } }, majority)
        .sort({ sequence: 1 })
        .limit(limit)
        .toArray()
      return found.map((entry) => changeOf(entry as unknown as StoredEntry))
    },
    async ofDocuments(ids, after) {
      const found = await entries()
        .find({ document: { $in: [...ids] }, sequence: { $gt: after } }, majority)
        .toArray()
      return found.map((entry) => changeOf(entry as unknown as StoredEntry))
    },
    async idsAfter(id, limit) {
      const found = await entries()
        .find({ document: { $gt: id } }, { ...majority, projection: { document: 1 } })
        .sort({ document: 1 })
        .limit(limit)
        .toArray()
      return found.map(({ document }) => document as string)
    },
    async latest() {
      await settle()
      return (await newest())?.sequence ?? 0
    },
    watch: (wake) => watchStream(entries(), wake),
  }
}

type Entries = NonNullable<MongooseAdapter['collections'][string]>['collection']

/** A change stream wakes at once; the poll is for a server without, and for whatever a stream missed. */
function watchStream(entries: Entries, wake: () => void): () => Promise<void> {
  const stream = entries.watch([], { batchSize: 100 })
  const unpoll = poll(200, wake)
  stream.on('change', wake)
  // A server that is no replica set has no streams; the poll goes on.
  stream.on('error', () => void stream.close().catch(() => {}))
  return async () => {
    await unpoll()
    await stream.close().catch(() => {})
  }
}
