import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@libsql/client'
import { isInHurry } from '../hurry.ts'
import { DatabaseBusyError, isBusy } from './busy.ts'
import { giveWay } from './give-way.ts'
import type { Limits } from './limits.ts'

/** Milliseconds; the pause of a process that has written for long is longer, see RowOfTurns. */
const betweenLooks = 5

type Asked = Pick<Client, 'close' | 'execute' | 'executeMultiple'>

/** A connection to a file that another process may hold. */
export class Connection<C extends Asked> {
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
    await giveWay()
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
        await sleep(betweenLooks)
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
