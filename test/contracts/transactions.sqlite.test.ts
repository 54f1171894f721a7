import { sql } from '@payloadcms/db-sqlite'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import type { sqlite } from '../../src/cms/database/sqlite.ts'
import { startService, type TestService } from '../support/service.ts'

type Adapter = ReturnType<ReturnType<typeof sqlite>['init']>

let service: TestService
let db: Adapter
beforeAll(async () => {
  service = await startService()
  db = service.payload.db as unknown as Adapter
})
afterAll(() => service.stop())

test('a write whose commit fails is not acknowledged', async () => {
  const admin = await service.as('admin')
  const { hooks } = service.payload.collections.claims.config
  hooks.afterChange.push(async ({ req }) => {
    const transaction = db.sessions[String(await req.transactionID)]
      ?.db as unknown as typeof db.drizzle
    // A row that belongs to nothing, which SQLite finds out when it commits.
    await transaction.run(sql`PRAGMA defer_foreign_keys = ON`)
    await transaction.run(
      sql`INSERT INTO claims_figures (id, _order, _parent_id, value) VALUES ('x', 1, 'nothing', 1)`,
    )
  })
  const { status } = await admin.post('/api/claims', { statement: 'Not kept' })
  hooks.afterChange.pop()
  expect(status).toBe(500)
  expect((await service.payload.count({ collection: 'claims' })).totalDocs).toBe(0)
  expect((await admin.post('/api/claims', { statement: 'Kept' })).status).toBe(201)
})

test('a migration that remakes a table keeps what belongs to its rows', async () => {
  const admin = await service.as('admin')
  const { body } = await admin.post('/api/claims', {
    statement: 'Rents rose',
    _status: 'published',
    figures: [{ value: 12.5, unit: '%' }],
  })
  const before = (await admin.get(`/api/claims/${body.doc.id}`)).text

  const made = await db.drizzle.all<{ sql: string }>(
    sql`SELECT sql FROM sqlite_master WHERE name = 'claims'`,
  )
  const create = String(made[0]?.sql).replace('`claims`', '`__new_claims`')
  // As Payload writes a migration that changes a column.
  const up = async ({ db: transaction }: { db: typeof db.drizzle }) => {
    await transaction.run(sql`PRAGMA foreign_keys = OFF`)
    await transaction.run(sql.raw(create))
    await transaction.run(sql`INSERT INTO __new_claims SELECT * FROM claims`)
    await transaction.run(sql`DROP TABLE claims`)
    await transaction.run(sql`ALTER TABLE __new_claims RENAME TO claims`)
    await transaction.run(sql`PRAGMA foreign_keys = ON`)
  }
  const remake = { name: 'remake', up, down: up }
  await db.migrate({ migrations: [remake] as never })

  expect((await admin.get(`/api/claims/${body.doc.id}`)).text).toBe(before)
  await expect(
    db.drizzle.run(
      sql`INSERT INTO claims_figures (id, _order, _parent_id, value) VALUES ('y', 1, 'nothing', 1)`,
    ),
  ).rejects.toThrow()
})

test('a migration takes as long as it takes, and ends whole', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const up = async ({ db: transaction }: { db: typeof db.drizzle }) => {
    await transaction.run(sql`CREATE TABLE slow (id INTEGER)`)
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    await transaction.run(sql`INSERT INTO slow VALUES (1)`)
  }
  await db.migrate({ migrations: [{ name: 'slow', up, down: up }] as never })
  expect(await db.drizzle.all(sql`SELECT id FROM slow`)).toEqual([{ id: 1 }])
})
