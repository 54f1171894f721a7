import type { MongooseAdapter } from '@payloadcms/db-mongodb'

type Connection = MongooseAdapter['connection']

/** Where on MongoDB a restore says that it is there: its mark, and whose turn it is. No content is in it. */
export const restoresName = 'restore-under-way'

/** Says of a database on MongoDB that a restore is filling it, or was ended while it did. */
export function restoreMark(connection: Connection) {
  const marks = connection.collection<{ _id: string; by: string; since: Date }>(restoresName)
  const majority = { writeConcern: { w: 'majority' as const } }
  return {
    isSet: async () => (await marks.findOne({ _id: 'restore' })) !== null,
    /** Also when another restore has left its own. */
    async set(by: string) {
      const mark = { by, since: new Date() }
      await marks.replaceOne({ _id: 'restore' }, mark, { upsert: true, ...majority })
    },
    /** @returns whether it was still the one that `by` had set */
    async remove(by: string) {
      const { deletedCount } = await marks.deleteOne({ _id: 'restore', by }, majority)
      return deletedCount > 0
    },
  }
}
