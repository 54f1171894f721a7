import {
  type Client,
  createClient,
  type InArgs,
  type InStatement,
  type ResultSet,
  type Transaction,
} from '@libsql/client'
import { PreparedReads } from '../prepared-reads.ts'
import { DatabaseBusyError } from './busy.ts'
import { Connection } from './connection.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { WriterTransaction } from './transaction.ts'
import { Turns } from './turns.ts'

export type SingleWriter = Client & {
  /** Differs after every write to the file, whichever process made it. */
  version(): Promise<string>
  /** Opens its connections anew, for what SQLite reads then only. */
  reopen(): Promise<void>
  /**
   * Does what may take as long as it takes, such as a migration: none of its transactions is taken back, and it waits
   * for another process without an end. Nobody else may use the client meanwhile.
   */
  unhurried<T>(work: () => Promise<T>): Promise<T>
  /** @throws when nothing can be read, or another process keeps everybody else from writing */
  ping(): Promise<void>
  /** Closes when the write that is under way has ended, and takes no further ones. */
  end(): Promise<void>
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
export async function openSingleWriter(
  file: string,
  limits: Partial<Limits> = {},
): Promise<SingleWriter> {
  const all = { ...defaultLimits, ...limits }
  const reader = await Connection.open(() => new PreparedReads(file), all)
  const writer = await Connection.open(() => createClient({ url: `file:${file}` }), all)
  return new SingleWriterClient(reader, writer, all)
}

class SingleWriterClient implements SingleWriter {
  readonly protocol = 'file'
  private readonly turns: Turns

  constructor(
    private readonly reader: Connection<PreparedReads>,
    private readonly writer: Connection<Client>,
    private readonly limits: Limits,
  ) {
    this.turns = new Turns(limits, () => writer.waitsFor() > limits.hurry)
  }

  get closed(): boolean {
    return this.writer.client.closed
  }

  execute(statement: InStatement | string, args?: InArgs): Promise<ResultSet> {
    const full = typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement
    return isRead(full.sql)
      ? this.reader.read((client) => client.execute(full))
      : this.write((client) => client.execute(full))
  }

  async version(): Promise<string> {
    const { rows } = await this.execute('PRAGMA data_version')
    // Each connection has numbers of its own.
    return `${this.reader.renewals} ${rows[0]?.data_version}`
  }

  async ping(): Promise<void> {
    await this.execute('SELECT 1')
    if (!this.turns.isTaken) return this.write(async () => {})
    // Whose turn it is tells: it can be done, or another process is waited for.
    if (this.writer.waitsFor() > 1000) throw new DatabaseBusyError(this.limits.patience)
  }

  async unhurried<T>(work: () => Promise<T>): Promise<T> {
    const { ...usual } = this.limits
    // Whoever waits or writes looks at this very object.
    Object.assign(this.limits, { patience: Infinity, lifetime: Infinity })
    try {
      return await work()
    } finally {
      Object.assign(this.limits, usual)
    }
  }

  batch(...args: Parameters<Client['batch']>): ReturnType<Client['batch']> {
    return this.write((client) => client.batch(...args))
  }

  migrate(statements: InStatement[]): ReturnType<Client['migrate']> {
    return this.write((client) => client.migrate(statements))
  }

  executeMultiple(sql: string): Promise<void> {
    return this.write((client) => client.executeMultiple(sql))
  }

  async transaction(): Promise<Transaction> {
    const endTurn = await this.turns.next()
    try {
      await this.writer.runWhenFree((client) => client.execute('BEGIN IMMEDIATE'))
      return new WriterTransaction(this.writer, endTurn, this.limits)
    } catch (error) {
      endTurn()
      throw error
    }
  }

  sync(): ReturnType<Client['sync']> {
    return this.writer.client.sync()
  }

  close(): void {
    this.reader.client.close()
    this.writer.client.close()
  }

  async reopen(): Promise<void> {
    const endTurn = await this.turns.next()
    try {
      await this.reader.renew()
      await this.writer.renew()
    } finally {
      endTurn()
    }
  }

  async end(): Promise<void> {
    if (this.closed) return
    const endTurn = await this.turns.next().catch(() => () => {})
    this.close()
    endTurn()
  }

  private async write<T>(run: (client: Client) => Promise<T>): Promise<T> {
    const endTurn = await this.turns.next()
    try {
      return await this.writer.runWhenFree(run)
    } finally {
      endTurn()
    }
  }
}

/** A `with` can lead to a write, and what looks like one by its text only waits for its turn. */
const isRead = (sql: string): boolean =>
  /^\s*(select|pragma|explain|values)\b/i.test(sql) ||
  (/^\s*with\b/i.test(sql) && !/\b(insert|update|delete|replace)\b/i.test(sql))
