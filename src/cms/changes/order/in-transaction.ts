import type { CollectionSlug, Payload } from 'payload'
import { changesSlug, type StoredEntry } from '../changes-collection.ts'
import { changeOf, type Order, poll, timeAfter } from './order.ts'

const collection = changesSlug as CollectionSlug

/**
 * For a database with one writer, as SQLite: an entry takes the next number in its own transaction.
 *
 * Transactions there are committed in the order in which they began, also those of several processes,
 * and one that is rolled back gives its number to the next. So the numbers have no gaps, and none can
 * appear behind another.
 */
export function orderInTransaction({ db }: Payload): Order {
  const newest = async (req?: Parameters<Order['place']>[0]) => {
    const { docs } = await db.find<StoredEntry>({
      collection,
      limit: 1,
      pagination: false,
      req,
      sort: '-sequence',
    })
    return docs[0]
  }
  return {
    async place(req) {
      const ahead = await newest(req)
      return { sequence: (ahead?.sequence ?? 0) + 1, at: timeAfter(ahead?.at) }
    },
    async settle() {},
    async readAfter(sequence, limit) {
      const { docs } = await db.find<StoredEntry>({
        collection,
        limit,
        pagination: false,
        sort: 'sequence',
        where: { sequence: { greater_than: sequence } },
      })
      return docs.map(changeOf)
    },
    async ofDocuments(ids, after) {
      const { docs } = await db.find<StoredEntry>({
        collection,
        limit: 0,
        pagination: false,
        where: { and: [{ document: { in: [...ids] } }, { sequence: { greater_than: after } }] },
      })
      return docs.map(changeOf)
    },
    async idsAfter(id, limit) {
      const { docs } = await db.find<Pick<StoredEntry, 'document'>>({
        collection,
        limit,
        pagination: false,
        select: { document: true },
        sort: 'document',
        where: { document: { greater_than: id } },
      })
      return docs.map(({ document }) => document)
    },
    latest: async () => (await newest())?.sequence ?? 0,
    watch: (wake) => poll(100, wake),
  }
}
