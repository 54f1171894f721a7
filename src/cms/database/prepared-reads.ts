import type { InArgs, InStatement, InValue, ResultSet } from '@libsql/client'
import Database from 'libsql'

/** As many different queries as are asked again and again; each holds a few kilobytes. */
const maxKept = 200

/**
 * A connection that reads and keeps the queries it has prepared, for SQLite takes longer to prepare one
 * than to answer it. The answers are as libsql's own client gives them.
 */
export class PreparedReads {
  private readonly database: Database.Database
  private readonly kept = new Map<string, Prepared>()

  /** @param file absolute path of the database */
  constructor(file: string) {
    this.database = new Database(file)
  }

  async execute(statement: InStatement): Promise<ResultSet> {
    const { sql, args = [] } = typeof statement === 'string' ? { sql: statement } : statement
    const prepared = this.take(sql)
    const result = resultOf(prepared, bound(args))
    // One that failed is not put back: it may be left halfway.
    this.keep(sql, prepared)
    return result
  }

  async executeMultiple(sql: string): Promise<void> {
    this.database.exec(sql)
  }

  close(): void {
    this.kept.clear()
    this.database.close()
  }

  private take(sql: string): Prepared {
    const known = this.kept.get(sql)
    this.kept.delete(sql)
    return known ?? prepare(this.database, sql)
  }

  /** Puts it last, so that the one that has not been asked for longest is the first to go. */
  private keep(sql: string, prepared: Prepared): void {
    this.kept.set(sql, prepared)
    const [oldest] = this.kept.keys()
    if (this.kept.size > maxKept && oldest !== undefined) this.kept.delete(oldest)
  }
}

type Bound = unknown[] | Record<string, unknown>
type Query = Database.Statement<[Bound]>
type Prepared = { query: Query; isReader: boolean; columns: string[]; columnTypes: string[] }

function prepare(database: Database.Database, sql: string): Prepared {
  const query = database.prepare(sql) as Query
  const isReader = query.reader
  if (!isReader) return { query, isReader, columns: [], columnTypes: [] }
  const described = query.safeIntegers(true).raw(true).columns()
  return {
    query,
    isReader,
    columns: described.map(({ name }) => name),
    columnTypes: described.map(({ type }) => type ?? ''),
  }
}

function resultOf({ query, isReader, columns, columnTypes }: Prepared, args: Bound): ResultSet {
  const rows = isReader ? (query.all(args) as unknown[][]) : []
  if (!isReader) query.run(args)
  const result = {
    columns,
    columnTypes,
    rows: rows.map((values) => new Row(values.map(fromSqlite), columns)),
    rowsAffected: 0,
    lastInsertRowid: undefined,
  }
  return { ...result, toJSON: () => result } as unknown as ResultSet
}

/** Values by name, which can be seen and counted, and by place, which cannot. */
class Row {
  static {
    // As many columns as SQLite gives a result at most.
    for (let i = 0; i < 2000; i++) {
      Object.defineProperty(Row.prototype, i, {
        get(this: Row) {
          return this.#values[i]
        },
      })
    }
  }

  readonly #values: unknown[]

  constructor(values: unknown[], columns: string[]) {
    this.#values = values
    const named = this as Record<string, unknown>
    columns.forEach((name, i) => {
      // Of two columns with one name the first has it.
      if (!(name in this)) named[name] = values[i]
    })
  }

  get length(): number {
    return this.#values.length
  }
}

const bound = (args: InArgs): Bound =>
  Array.isArray(args)
    ? args.map(toSqlite)
    : Object.fromEntries(
        Object.entries(args).map(([name, value]) => [name.replace(/^[@$:]/, ''), toSqlite(value)]),
      )

function toSqlite(value: InValue): unknown {
  if (value === undefined) throw new TypeError('undefined is no value for the database.')
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date) return value.valueOf()
  return value instanceof ArrayBuffer ? Buffer.from(value) : value
}

function fromSqlite(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value)
    if (!Number.isSafeInteger(number)) throw new RangeError('An integer is too large for a number.')
    return number
  }
  return Buffer.isBuffer(value) ? value.buffer : value
}
