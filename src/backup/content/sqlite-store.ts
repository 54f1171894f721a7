import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { upsertRow } from '@payloadcms/drizzle'
import type { Payload } from 'payload'
import { forNobody } from '../../cms/dependencies/track.ts'
import { neutral } from './neutral.ts'
import { type Part, type Row, withoutPassing } from './parts.ts'
import { fieldsOf, type Store } from './store.ts'

/** So many rows are in memory at once. */
const atOnce = 100

/** What refers to a document is no part of it. Payload's own types do not tell of this. */
const withoutJoins = { joins: false } as object

/** Rows of SQLite, through Payload's adapter: a document there is spread over tables. */
export function sqliteStore(payload: Payload): Store {
  const adapter = payload.db as unknown as SQLiteAdapter
  return {
    async *read(part) {
      const { config, flattened } = fieldsOf(payload, part)
      for (let after: string | undefined; ; ) {
        const rows = await page(payload, part, after)
        yield rows.map((row) => neutral(withoutPassing(row, config), flattened))
        after = rows.at(-1)?.id
        if (rows.length < atOnce) return
      }
    },
    async write(part, rows) {
      const { flattened } = fieldsOf(payload, part)
      const transactionID = (await adapter.beginTransaction()) ?? ''
      const db = adapter.sessions[transactionID]?.db
      try {
        for (const { id, ...data } of rows) {
          await upsertRow({
            adapter: adapter as never,
            collectionSlug: part.collection,
            customID: id,
            data,
            db: db as never,
            fields: flattened,
            ignoreResult: true,
            operation: 'create',
            tableName: tableOf(adapter, part),
          })
        }
        await adapter.commitTransaction(transactionID)
      } catch (error) {
        await adapter.rollbackTransaction(transactionID)
        throw error
      }
    },
  }
}

async function page({ db }: Payload, part: Part, after: string | undefined): Promise<Row[]> {
  const asked = {
    collection: part.collection,
    limit: atOnce,
    pagination: false,
    req: forNobody({}),
    sort: 'id',
    ...(after === undefined ? {} : { where: { id: { greater_than: after } } }),
  }
  const { docs } =
    part.of === 'documents'
      ? await db.find<Row>({ ...asked, ...withoutJoins })
      : await db.findVersions<Row>(asked)
  return docs as Row[]
}

function tableOf(adapter: SQLiteAdapter, { collection, of }: Part): string {
  const name = collection.replaceAll('-', '_')
  const key = of === 'documents' ? name : `_${name}${adapter.versionsSuffix}`
  const table = adapter.tableNameMap.get(key)
  if (!table) throw new Error(`There is no table of ${of}/${collection}.`)
  return table
}
