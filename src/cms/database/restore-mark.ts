import type { MongooseAdapter } from '@payloadcms/db-mongodb'

type Connection = MongooseAdapter['connection']

/** Says of a database on MongoDB that a restore is filling it, or was ended while it did. */
export function restoreMark(connection: Connection) {
  const marks = connection.collection<{ _id: string; since: Date }>('restore-under-way')
  const majority = { writeConcern: { w: 'majority' as const } }
  return {
    isSet: async () => (await marks.findOne({ _id: 'restore' })) !== null,
    async set() {
      await marks.insertOne({ _id: 'restore', since: new Date() }, majority)
    },
    async remove() {
      await marks.deleteOne({ _id: 'restore' }, majority)
    },
  }
}
