import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SingleWriter } from '../../src/cms/database/single-writer/single-writer.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const full = 2

test('every connection has the log flushed before a write is acknowledged', async () => {
  const client = (service.payload.db as unknown as SQLiteAdapter).client as unknown as SingleWriter
  const pragmas = async (ask: (sql: string) => Promise<{ rows: unknown[] }>) => {
    const values: unknown[] = []
    for (const name of ['journal_mode', 'synchronous', 'foreign_keys']) {
      values.push(Object.values((await ask(`PRAGMA ${name}`)).rows[0] as object)[0])
    }
    return values
  }
  for (const isAnew of [false, true]) {
    if (isAnew) await client.reopen()
    expect(await pragmas((sql) => client.execute(sql))).toEqual(['wal', full, 1])
    const transaction = await client.transaction('write')
    expect(await pragmas((sql) => transaction.execute(sql))).toEqual(['wal', full, 1])
    await transaction.rollback()
  }
})
