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
import { APIError } from 'payload'
import { isInHurry } from './hurry.ts'
import { PreparedReads } from './prepared-reads.ts'

export type Limits = {
  /** How long a write waits for the ones before it, and for another process, before it gives up. */
  patience: number
  /** How long it waits for another process when a client waits for it. */
  hurry: number
  /**
   * How long a transaction may stay open: one that nobody ends would keep all others out for ever. A migration has no
   * limit, see `unhurried`.
   */
  lifetime: number
}

/** A transaction's lifetime is MongoDB's. */
const defaults: Limits = { patience: 10_000, hurry: 2000, lifetime: 60_000 }

/** The database was held by other writes for longer than a client should wait. */
export class DatabaseBusyError extends APIError {
  override name = 'DatabaseBusyError'
  constructor(patience: number) {
    const message = `The database is busy: no turn to write within ${patience / 1000} s.`
    super(message, 503, null, true)
  }
}

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
  const all = { ...defaults, ...limits }
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

type Asked = Pick<Client, 'close' | 'execute' | 'executeMultiple'>

/** A connection to a file that another process may hold. */
class Connection<C extends Asked> {
  client: C
  renewals = 0
  private busySince: number | undefined

  private constructor(
    private readonly create: () => C,
    private readonly limits: Limits,
  ) {
    this.client = create()
  }

  static async open<C extends Asked>(create: () => C, limits: Limits): Promise<Connection<C>> {
    const connection = new Connection(create, limits)
    await connection.run((client) => client.executeMultiple('PRAGMA journal_mode = WAL'))
    await connection.prepare()
    return connection
  }

  private async prepare(): Promise<void> {
    // Waiting is done outside SQLite, where it does not hold up the event loop.
    await this.client.execute('PRAGMA busy_timeout = 0')
    await this.client.execute('PRAGMA synchronous = FULL')
    await this.client.execute('PRAGMA foreign_keys = ON')
  }

  /**
   * Runs a write when no other process is writing.
   *
   * A statement that libsql is told SQLITE_BUSY of stays pending, and while it does nothing that the
   * connection writes is committed. So it is asked first, in a way that leaves nothing pending.
   */
  runWhenFree<T>(write: (client: C) => Promise<T>): Promise<T> {
    return this.run(async (client) => {
      await client.executeMultiple('BEGIN IMMEDIATE; COMMIT')
      return this.afresh(write)
    })
  }

  /** Reads wait for another process only while it opens or mends the file. */
  read<T>(statement: (client: C) => Promise<T>): Promise<T> {
    return this.run(() => this.afresh(statement))
  }

  /** For how many milliseconds another process has held the file. */
  waitsFor(): number {
    return this.busySince === undefined ? 0 : performance.now() - this.busySince
  }

  /** Runs it again until the file is free, without holding up the event loop. */
  private async run<T>(statement: (client: C) => Promise<T>): Promise<T> {
    const since = performance.now()
    for (;;) {
      try {
        const result = await statement(this.client)
        this.busySince = undefined
        return result
      } catch (error) {
        if (!isBusy(error)) throw error
        this.busySince ??= performance.now()
        const { patience, hurry } = this.limits
        if (isInHurry() && this.waitsFor() > hurry) throw new DatabaseBusyError(hurry)
        if (performance.now() - since > patience) throw new DatabaseBusyError(patience)
        await sleep(10 + Math.random() * 20)
      }
    }
  }

  /** When another process comes in between all the same, the connection is given up for a new one. */
  private async afresh<T>(write: (client: C) => Promise<T>): Promise<T> {
    try {
      return await write(this.client)
    } catch (error) {
      if (isBusy(error)) await this.renew()
      throw error
    }
  }

  /** Drops whatever libsql left pending, which stays so until it is collected as garbage. */
  async renew(): Promise<void> {
    this.client.close()
    this.client = this.create()
    this.renewals++
    await this.prepare()
  }
}

/** The writer's turn from BEGIN to COMMIT or ROLLBACK, in the shape that drizzle expects. */
class WriterTransaction implements Transaction {
  private ended: 'by its owner' | 'by its age' | undefined
  private readonly age: NodeJS.Timeout | undefined
  private readonly lifetime: number

  constructor(
    private readonly writer: Connection<Client>,
    private readonly endTurn: () => void,
    { lifetime }: Limits,
  ) {
    this.lifetime = lifetime
    if (lifetime === Infinity) return
    this.age = setTimeout(() => void this.takeBack('by its age').catch(() => {}), lifetime)
    this.age.unref()
  }

  get closed(): boolean {
    return this.ended !== undefined
  }

  async execute(statement: InStatement): Promise<ResultSet> {
    this.assertOpen()
    return this.writer.client.execute(statement)
  }

  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    const results: ResultSet[] = []
    for (const statement of statements) results.push(await this.execute(statement))
    return results
  }

  async executeMultiple(sql: string): Promise<void> {
    this.assertOpen()
    return this.writer.client.executeMultiple(sql)
  }

  async commit(): Promise<void> {
    this.assertOpen()
    this.ended = 'by its owner'
    try {
      await this.writer.client.execute('COMMIT')
    } catch (error) {
      // What could not be committed must not stay open for the next one to commit.
      await this.writer.client.execute('ROLLBACK').catch(() => {})
      await this.writer.renew()
      throw error
    } finally {
      this.giveUpTurn()
    }
  }

  rollback(): Promise<void> {
    return this.takeBack('by its owner')
  }

  close(): void {
    void this.rollback().catch(() => {})
  }

  private async takeBack(reason: NonNullable<typeof this.ended>): Promise<void> {
    if (this.ended) return
    this.ended = reason
    try {
      await this.writer.client.execute('ROLLBACK')
    } finally {
      this.giveUpTurn()
    }
  }

  private giveUpTurn(): void {
    clearTimeout(this.age)
    this.endTurn()
  }

  private assertOpen(): void {
    if (this.ended === 'by its age') {
      throw new Error(`The transaction was open for ${this.lifetime / 1000} s and was taken back.`)
    }
    if (this.ended) throw new Error('The transaction has ended.')
  }
}

/** Milliseconds. */
const look = 100

/** Turns to write, first come first served. */
class Turns {
  private last: Promise<void> = Promise.resolve()
  private taken = 0

  /** @param isHeld whether whose turn it is has waited for another process for too long */
  constructor(
    private readonly limits: Limits,
    private readonly isHeld: () => boolean,
  ) {}

  get isTaken(): boolean {
    return this.taken > 0
  }

  /**
   * @returns a function that ends the turn
   * @throws DatabaseBusyError when the turn has not come in time; the queue behind goes on.
   */
  async next(): Promise<() => void> {
    let end = () => {}
    const before = this.last
    this.taken += 1
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    void ended.then(() => {
      this.taken -= 1
    })
    this.last = ended.then(() => before)

    let timer: NodeJS.Timeout | undefined
    let looking: NodeJS.Timeout | undefined
    const { patience, hurry } = this.limits
    const late = new Promise<never>((_, reject) => {
      const giveUp = (after: number) => reject(new DatabaseBusyError(after))
      if (patience !== Infinity) timer = setTimeout(giveUp, patience, patience)
      if (!isInHurry()) return
      looking = setInterval(() => {
        if (this.isHeld()) giveUp(hurry)
      }, look)
    })
    try {
      await Promise.race([before, late])
      return end
    } catch (error) {
      end()
      throw error
    } finally {
      clearTimeout(timer)
      clearInterval(looking)
    }
  }
}

const isBusy = (error: unknown): boolean =>
  Boolean((error as LibsqlError).code?.startsWith('SQLITE_BUSY'))

/** A `with` can lead to a write, and what looks like one by its text only waits for its turn. */
const isRead = (sql: string): boolean =>
  /^\s*(select|pragma|explain|values)\b/i.test(sql) ||
  (/^\s*with\b/i.test(sql) && !/\b(insert|update|delete|replace)\b/i.test(sql))
