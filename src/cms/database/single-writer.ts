import { setTimeout as sleep } from 'node:timers/promises'
import {
  type Client,
  createClient,
  type InArgs,
  type InStatement,
  type LibsqlError,
  type ResultSet,
  type Transaction,
} from '@libsql/client'

/** How long a write waits for the ones before it, and for another process, before it gives up. */
const patience = 10_000

/** The database was held by other writes for longer than a client should wait. */
export class DatabaseBusyError extends Error {
  override name = 'DatabaseBusyError'
  constructor() {
    super(`The database is busy: no turn to write within ${patience / 1000} s.`)
  }
}

/**
 * A libsql client that SQLite's one-writer rule is built into.
 *
 * Reads go to one connection and never wait (write-ahead log). Writes and transactions queue for the
 * other, because SQLite has one writer: stock libsql opens a connection for each transaction, and all
 * but one of those that overlap fail with SQLITE_BUSY.
 *
 * @param file absolute path of the database
 */
export async function openSingleWriter(file: string): Promise<Client> {
  const reader = createClient({ url: `file:${file}` })
  const writer = createClient({ url: `file:${file}` })
  for (const connection of [writer, reader]) {
    await connection.execute('PRAGMA journal_mode = WAL')
    await connection.execute('PRAGMA synchronous = FULL')
    await connection.execute('PRAGMA foreign_keys = ON')
    // Waiting is done outside SQLite, where it does not hold up the event loop.
    await connection.execute('PRAGMA busy_timeout = 0')
  }
  return new SingleWriterClient(reader, writer)
}

class SingleWriterClient implements Client {
  readonly protocol = 'file'
  private readonly turns = new Turns()

  constructor(
    private readonly reader: Client,
    private readonly writer: Client,
  ) {}

  get closed(): boolean {
    return this.writer.closed
  }

  execute(statement: InStatement | string, args?: InArgs): Promise<ResultSet> {
    const full = typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement
    const run = (client: Client) => client.execute(full)
    return isRead(sqlOf(full)) ? run(this.reader) : this.write(run)
  }

  batch(...args: Parameters<Client['batch']>): ReturnType<Client['batch']> {
    return this.write((writer) => writer.batch(...args))
  }

  migrate(statements: InStatement[]): ReturnType<Client['migrate']> {
    return this.write((writer) => writer.migrate(statements))
  }

  executeMultiple(sql: string): Promise<void> {
    return this.write((writer) => writer.executeMultiple(sql))
  }

  async transaction(): Promise<Transaction> {
    const endTurn = await this.turns.next()
    try {
      await whenFree(() => this.writer.execute('BEGIN IMMEDIATE'))
      return new WriterTransaction(this.writer, endTurn)
    } catch (error) {
      endTurn()
      throw error
    }
  }

  sync(): ReturnType<Client['sync']> {
    return this.writer.sync()
  }

  close(): void {
    this.reader.close()
    this.writer.close()
  }

  private async write<T>(run: (writer: Client) => Promise<T>): Promise<T> {
    const endTurn = await this.turns.next()
    try {
      return await whenFree(() => run(this.writer))
    } finally {
      endTurn()
    }
  }
}

/** The writer's turn from BEGIN to COMMIT or ROLLBACK, in the shape that drizzle expects. */
class WriterTransaction implements Transaction {
  private open = true

  constructor(
    private readonly writer: Client,
    private readonly endTurn: () => void,
  ) {}

  get closed(): boolean {
    return !this.open
  }

  execute(statement: InStatement): Promise<ResultSet> {
    this.assertOpen()
    return this.writer.execute(statement)
  }

  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    const results: ResultSet[] = []
    for (const statement of statements) results.push(await this.execute(statement))
    return results
  }

  executeMultiple(sql: string): Promise<void> {
    this.assertOpen()
    return this.writer.executeMultiple(sql)
  }

  async commit(): Promise<void> {
    this.assertOpen()
    try {
      await whenFree(() => this.writer.execute('COMMIT'))
    } catch (error) {
      await this.rollback()
      throw error
    }
    this.end()
  }

  async rollback(): Promise<void> {
    if (!this.open) return
    try {
      await this.writer.execute('ROLLBACK')
    } finally {
      this.end()
    }
  }

  close(): void {
    void this.rollback().catch(() => {})
  }

  private end(): void {
    this.open = false
    this.endTurn()
  }

  private assertOpen(): void {
    if (!this.open) throw new Error('The transaction has ended.')
  }
}

/** Turns to write, first come first served. */
class Turns {
  private last: Promise<void> = Promise.resolve()

  /**
   * @returns a function that ends the turn
   * @throws DatabaseBusyError when the turn has not come in time; the queue behind goes on.
   */
  async next(): Promise<() => void> {
    let end = () => {}
    const before = this.last
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    this.last = ended.then(() => before)

    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new DatabaseBusyError()), patience)
    })
    try {
      await Promise.race([before, late])
      return end
    } catch (error) {
      end()
      throw error
    } finally {
      clearTimeout(timer)
    }
  }
}

/** Another process may hold the file: waits for it without holding up the event loop. */
async function whenFree<T>(run: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + patience
  for (;;) {
    try {
      return await run()
    } catch (error) {
      if (!(error as LibsqlError).code?.startsWith('SQLITE_BUSY')) throw error
      if (Date.now() > deadline) throw new DatabaseBusyError()
      await sleep(10 + Math.random() * 20)
    }
  }
}

const isRead = (sql: string): boolean => /^\s*(select|with|pragma|explain|values)\b/i.test(sql)

const sqlOf = (statement: InStatement): string =>
  typeof statement === 'string' ? statement : statement.sql
