import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

type Command = {
  $db: string
  commitTransaction?: number
  lsid?: { id: { $uuid: string } }
  autocommit?: boolean
  writeConcern?: object
}

/** What MongoDB says it was told to do meanwhile, as it stands in its log. */
async function commandsOf(run: () => Promise<void>): Promise<Command[]> {
  const { connection } = service.payload.db as unknown as MongooseAdapter
  const { db } = connection
  await db?.command({ profile: 0, slowms: -1 })
  try {
    await run()
  } finally {
    await db?.command({ profile: 0, slowms: 100 })
  }
  const told = await db?.admin().command({ getLog: 'global' })
  const lines: string[] = told?.log ?? []
  return lines.flatMap((line) => {
    try {
      return JSON.parse(line).attr?.command ?? []
    } catch {
      // A long line is cut off.
      return []
    }
  })
}

test('every write waits for the journals of most members', async () => {
  const admin = await service.as('admin')
  const database = (service.payload.db as unknown as MongooseAdapter).connection.name
  const all = await commandsOf(async () => {
    const made = await admin.post('/api/demands', { title: 'Durable', _status: 'published' })
    expect(made.status).toBe(201)
    expect((await admin.delete(`/api/demands/${made.body.doc.id}`)).status).toBe(200)
    // Without a transaction.
    await service.payload.kv.set('durable', { is: true })
  })
  const writes = all.filter(
    (one) =>
      one.$db === database &&
      ['insert', 'update', 'delete', 'findAndModify'].some((name) => name in one),
  )
  expect(writes.length).toBeGreaterThan(3)
  const durable = { w: 'majority', j: true }
  for (const write of writes) {
    // In a transaction it is the commit that waits.
    if (write.autocommit === undefined) expect(write.writeConcern).toMatchObject(durable)
  }
  const sessions = new Set(
    writes.filter((one) => one.autocommit === false).map(({ lsid }) => lsid?.id.$uuid),
  )
  const commits = all.filter((one) => one.commitTransaction && sessions.has(one.lsid?.id.$uuid))
  expect(commits.length).toBeGreaterThan(0)
  for (const { writeConcern } of commits) expect(writeConcern).toMatchObject(durable)
})
