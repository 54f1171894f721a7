import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Client } from '@libsql/client'
import { type SQLiteAdapter, sqliteAdapter } from '@payloadcms/db-sqlite'
import ObjectID from 'bson-objectid'
import { APIError, type DatabaseAdapterObj, type Migration } from 'payload'
import { migrations } from '../migrations/index.ts'
import { DatabaseBusyError, openSingleWriter } from './single-writer.ts'

/**
 * Payload's SQLite adapter, with transactions, one writer, committed migrations in every mode, and ids
 * of the same form as MongoDB's.
 *
 * @param file absolute path of the database; its folder is made
 */
export function sqlite(file: string): DatabaseAdapterObj<SQLiteAdapter> {
  const adapterOf = sqliteAdapter({
    client: { url: `file:${file}` },
    idType: 'uuid', // any string; `create` below says which
    migrationDir: resolve('src/cms/migrations'),
    push: false,
    transactionOptions: { behavior: 'immediate' },
  })
  const init: typeof adapterOf.init = (args) => withIds(withTurns(adapterOf.init(args), file))
  return { ...adapterOf, init }
}

function withTurns(adapter: SQLiteAdapter, file: string): SQLiteAdapter {
  const { beginTransaction, connect, destroy } = adapter
  let client: Client | undefined

  adapter.connect = async function (options) {
    mkdirSync(dirname(file), { recursive: true })
    client ??= await openSingleWriter(file)
    adapter.client = client
    await connect?.call(this, options)
    // Payload migrates in production only; a schema that only production has is found too late.
    if (!options?.hotReload) await adapter.migrate({ migrations: migrations as Migration[] })
  }
  adapter.beginTransaction = async function (options) {
    try {
      return await beginTransaction.call(this, options)
    } catch (error) {
      // Payload keeps the message and drops the class.
      const { message } = new DatabaseBusyError()
      if (error instanceof Error && error.message.includes(message)) {
        throw new APIError(message, 503, null, true)
      }
      throw error
    }
  }
  adapter.destroy = async function () {
    await destroy?.call(this)
    client?.close()
    client = undefined
  }
  return adapter
}

/**
 * Ids are ObjectIDs in hexadecimal, as MongoDB makes them: content moves between the two databases
 * with its ids, and "by id" is the order of creation in both.
 */
function withIds(adapter: SQLiteAdapter): SQLiteAdapter {
  const { create } = adapter
  adapter.create = function (args) {
    return create.call(this, { ...args, customID: args.customID ?? new ObjectID().toHexString() })
  }
  return adapter
}
