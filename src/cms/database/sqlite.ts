import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type SQLiteAdapter, sqliteAdapter } from '@payloadcms/db-sqlite'
import ObjectID from 'bson-objectid'
import {
  type DatabaseAdapterObj,
  type Migration,
  type PaginatedDocs,
  ValidationError,
} from 'payload'
import { UsageError } from '../../errors.ts'
import { migrations } from '../migrations/index.ts'
import { withKnownTotals } from './known-totals.ts'
import { migrate } from './migrate.ts'
import { like, notIn, notLike } from './operators.ts'
import { type FindArgs, pageOf } from './pages.ts'
import { withQueryPlans } from './query-plans.ts'
import { openSingleWriter, type SingleWriter } from './single-writer/single-writer.ts'
import { withIndexes } from './sqlite-indexes.ts'
import { tellStatistics } from './statistics.ts'
import { withVersionOrder } from './version-order.ts'

/**
 * Payload's SQLite adapter, with transactions, one writer, committed migrations in every mode, and ids
 * of the same form as MongoDB's.
 *
 * @param file absolute path of the database; its folder is made
 */
export function sqlite(file: string): DatabaseAdapterObj<SQLiteAdapter> {
  const adapterOf = sqliteAdapter({
    client: { url: `file:${file}` },
    idType: 'uuid', // any string; `withIds` below says which
    migrationDir: resolve('src/cms/migrations'),
    push: false,
    transactionOptions: { behavior: 'immediate' },
  })
  const init: typeof adapterOf.init = (args) => {
    const adapter = adapterOf.init(args)
    // GLOB, for it knows more than ASCII and takes what it is given by the letter; see operators.ts.
    Object.assign(adapter.operators, { contains: like, like, not_in: notIn, not_like: notLike })
    withIndexes(adapter)
    withWriter(adapter, file)
    withTransactions(adapter)
    withQueryPlans(adapter)
    withPages(adapter)
    withKnownTotals(adapter, () => (adapter.client as SingleWriter).version())
    withIds(adapter)
    withPlainErrors(adapter)
    withVersionOrder(adapter)
    return adapter
  }
  return { ...adapterOf, init }
}

/** @throws UsageError when there can be no database at that place */
async function open(file: string): Promise<SingleWriter> {
  try {
    mkdirSync(dirname(file), { recursive: true })
    return await openSingleWriter(file)
  } catch (error) {
    throw new UsageError(`DATABASE_URL: ${file} cannot be opened: ${(error as Error).message}`)
  }
}

/** One writer, and a schema that committed migrations make. */
function withWriter(adapter: SQLiteAdapter, file: string): void {
  const { connect, destroy } = adapter
  let client: SingleWriter | undefined

  adapter.connect = async function (options) {
    client ??= await open(file)
    adapter.client = client
    await connect?.call(this, options)
    // Payload migrates in production only; a schema that only production has is found too late.
    if (options?.hotReload) return
    const opened = client
    // Another server may migrate for longer than a write waits.
    await opened.unhurried(async () => {
      await adapter.migrate()
      await tellStatistics(adapter, opened)
    })
  }
  adapter.migrate = async function (args) {
    await client?.unhurried(async () => {
      // A migration remakes a table by dropping the old one, which would delete what belongs to its rows.
      // SQLite takes no such order inside a transaction, where Payload's own migrations give it.
      await client?.executeMultiple('PRAGMA foreign_keys = OFF')
      await migrate(this as SQLiteAdapter, args?.migrations ?? (migrations as Migration[]))
      await client?.executeMultiple('PRAGMA foreign_keys = ON')
    })
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

/**
 * Pages as MongoDB's adapter gives them. Payload's adapter for SQLite says beyond the last page that the
 * list is empty, and of an empty list that it has no page.
 */
function withPages(adapter: SQLiteAdapter): void {
  for (const name of ['find', 'queryDrafts', 'findVersions'] as const) {
    const find = adapter[name] as (args: FindArgs) => Promise<PaginatedDocs>
    const paged = async function (this: SQLiteAdapter, args: FindArgs): Promise<PaginatedDocs> {
      const { docs, totalDocs } = await find.call(this, args)
      const { limit = 0, page = 1, pagination = true } = args
      if (docs.length > 0 || page <= 1 || !pagination) return pageOf(docs, totalDocs, args)
      const first = await find.call(this, { ...args, limit: Math.min(limit, 1), page: 1 })
      return pageOf(docs, first.totalDocs, args)
    }
    Object.assign(adapter, { [name]: paged })
  }
}

/** A value that is taken is named by its field; the name of the table is the database's affair. */
function withPlainErrors(adapter: SQLiteAdapter): void {
  for (const name of ['create', 'updateOne', 'createVersion', 'updateVersion'] as const) {
    const write = adapter[name] as (...args: unknown[]) => Promise<unknown>
    const told = function (this: SQLiteAdapter, ...args: unknown[]) {
      return write.apply(this, args).catch((error: unknown) => {
        if (error instanceof ValidationError) {
          for (const mistake of error.data.errors) delete mistake.tableName
        }
        throw error
      })
    }
    Object.assign(adapter, { [name]: told })
  }
}

/**
 * Ids are ObjectIDs in hexadecimal, as MongoDB makes them: content and its versions move between the two
 * databases with their ids, and "by id" is the order of creation in both.
 */
function withIds(adapter: SQLiteAdapter): void {
  const insert = adapter.insert as (args: Insertion) => Promise<unknown>
  const identified = function (this: SQLiteAdapter, args: Insertion) {
    const { values } = args
    // A document or a version comes alone; a list is what belongs to one.
    if (Array.isArray(values) || values.id) return insert.call(this, args)
    return insert.call(this, { ...args, values: { ...values, id: new ObjectID().toHexString() } })
  }
  Object.assign(adapter, { insert: identified })
}

type Insertion = { values: Record<string, unknown> | Record<string, unknown>[] }
