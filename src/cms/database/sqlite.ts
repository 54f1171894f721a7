import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type SQLiteAdapter, sqliteAdapter } from '@payloadcms/db-sqlite'
import ObjectID from 'bson-objectid'
import type { DatabaseAdapterObj, Migration, PaginatedDocs } from 'payload'
import { migrations } from '../migrations/index.ts'
import { like, notLike } from './like.ts'
import { openSingleWriter, type SingleWriter } from './single-writer.ts'

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
  const init: typeof adapterOf.init = (args) => {
    const adapter = adapterOf.init(args)
    // GLOB, for it knows more than ASCII and takes what it is given by the letter; see like.ts.
    Object.assign(adapter.operators, { contains: like, like, not_like: notLike })
    withWriter(adapter, file)
    withTransactions(adapter)
    withTotals(adapter)
    withIds(adapter)
    return adapter
  }
  return { ...adapterOf, init }
}

/** One writer, and a schema that committed migrations make. */
function withWriter(adapter: SQLiteAdapter, file: string): void {
  const { connect, destroy, migrate } = adapter
  let client: SingleWriter | undefined

  adapter.connect = async function (options) {
    mkdirSync(dirname(file), { recursive: true })
    client ??= await openSingleWriter(file)
    adapter.client = client
    await connect?.call(this, options)
    // Payload migrates in production only; a schema that only production has is found too late.
    if (!options?.hotReload) await adapter.migrate({ migrations: migrations as Migration[] })
  }
  adapter.migrate = async function (args) {
    // A migration remakes a table by dropping the old one, which would delete what belongs to its rows.
    // SQLite takes no such order inside a transaction, where Payload's own migrations give it.
    await client?.executeMultiple('PRAGMA foreign_keys = OFF')
    await migrate.call(this, args)
    await client?.executeMultiple('PRAGMA foreign_keys = ON')
  }
  adapter.destroy = async function () {
    await destroy?.call(this)
    await client?.end()
    client = undefined
  }
}

/**
 * Transactions whose end is true: Payload's adapter drops the error of a COMMIT that fails, and the
 * client is told that what was not written was.
 */
function withTransactions(adapter: SQLiteAdapter): void {
  adapter.beginTransaction = async function () {
    await this.initializing
    const id = randomUUID()
    let ended: Promise<void> | undefined
    await new Promise<void>((begun, failed) => {
      ended = this.drizzle.transaction(
        (db) =>
          new Promise<void>((commit, takeBack) => {
            const resolve = async () => {
              commit()
              await ended
            }
            const reject = async () => {
              takeBack(new Error('rolled back'))
              await ended?.catch(() => {})
            }
            this.sessions[id] = { db, reject, resolve } as never
            begun()
          }),
      )
      ended.catch(failed)
    })
    return id
  }
  adapter.commitTransaction = async function (given) {
    const id = String(await given)
    const session = this.sessions[id]
    delete this.sessions[id]
    await session?.resolve()
  }
}

/** Beyond its last page Payload's adapter says of a list that it is empty; MongoDB's says how long it is. */
function withTotals(adapter: SQLiteAdapter): void {
  for (const name of ['find', 'queryDrafts', 'findVersions'] as const) {
    const find = adapter[name] as (args: { page?: number }) => Promise<PaginatedDocs>
    const paged = async function (this: SQLiteAdapter, args: FindArgs): Promise<PaginatedDocs> {
      const found = await find.call(this, args)
      const { limit = 0, page = 1, pagination } = args
      if (found.docs.length > 0 || page <= 1 || limit <= 0 || pagination === false) return found
      const { totalDocs } = await find.call(this, { ...args, limit: 1, page: 1 })
      const totalPages = Math.ceil(totalDocs / limit)
      return {
        ...found,
        hasPrevPage: true,
        page,
        pagingCounter: (page - 1) * limit + 1,
        prevPage: page - 1,
        totalDocs,
        totalPages: Math.max(totalPages, 1),
      }
    }
    Object.assign(adapter, { [name]: paged })
  }
}

type FindArgs = { limit?: number; page?: number; pagination?: boolean }

/**
 * Ids are ObjectIDs in hexadecimal, as MongoDB makes them: content moves between the two databases
 * with its ids, and "by id" is the order of creation in both.
 */
function withIds(adapter: SQLiteAdapter): void {
  const { create } = adapter
  adapter.create = function (args) {
    return create.call(this, { ...args, customID: args.customID ?? new ObjectID().toHexString() })
  }
}
