import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { transform } from '@payloadcms/db-mongodb/internal'
import type { Payload } from 'payload'
import { neutral } from './neutral.ts'
import { type Part, type Row, withoutPassing } from './parts.ts'
import { fieldsOf, type Store } from './store.ts'

type Model = NonNullable<MongooseAdapter['collections'][string]>
type ReadOptions = Parameters<Model['collection']['find']>[1]

/** So many rows are in memory at once. */
const atOnce = 100

/**
 * Rows of MongoDB, through its driver and in the form that Payload's adapter gives them.
 *
 * @param options of what is read: the session whose moment it is
 */
export function mongodbStore(payload: Payload, options: ReadOptions = {}): Store {
  const adapter = payload.db as unknown as MongooseAdapter
  return {
    async *read(part) {
      const { config, fields, flattened } = fieldsOf(payload, part)
      const cursor = modelOf(adapter, part)
        .collection.find({}, { ...options, batchSize: atOnce })
        .sort({ _id: 1 })
      let rows: Row[] = []
      for await (const row of cursor) {
        transform({ adapter, data: row, fields, operation: 'read' })
        rows.push(neutral(withoutPassing(row as unknown as Row, config), flattened))
        if (rows.length < atOnce) continue
        yield rows
        rows = []
      }
      yield rows
    },
    async write(part, rows) {
      if (rows.length === 0) return
      const { fields } = fieldsOf(payload, part)
      const model = modelOf(adapter, part)
      const documents = rows.map(({ id, ...row }) => {
        // Without a time of its own it would be given that of now.
        const data: Record<string, unknown> = { ...row, updatedAt: row.updatedAt ?? null }
        transform({ adapter, data, fields, operation: 'write', validateRelationships: false })
        return model.castObject({ ...data, _id: id })
      })
      await model.collection.insertMany(documents as never, { writeConcern: { w: 'majority' } })
    },
  }
}

function modelOf({ collections, versions }: MongooseAdapter, { collection, of }: Part): Model {
  const model = (of === 'documents' ? collections : versions)[collection]
  if (!model) throw new Error(`There is no collection of ${of}/${collection}.`)
  return model
}
