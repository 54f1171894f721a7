import type { Client, InStatement, ResultSet, Transaction } from '@libsql/client'
import type { Connection } from './connection.ts'
import { giveWay } from './give-way.ts'
import type { Limits } from './limits.ts'

/** The writer's turn from BEGIN to COMMIT or ROLLBACK, in the shape that drizzle expects. */
export class WriterTransaction implements Transaction {
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
    await giveWay()
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
