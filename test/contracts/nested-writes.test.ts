import type { CollectionAfterChangeHook } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseKind } from '../support/databases.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** The mistake that Payload’s documentation warns of: a write inside a write that does not say so. */
const withoutRequest: CollectionAfterChangeHook = async ({ doc, req }) => {
  if (doc.statement !== 'Nests') return
  await req.payload.create({ collection: 'resources', data: { title: 'Nested' } })
}

test('a hook that writes without its request is told so, and the queue behind goes on', async () => {
  const admin = await service.as('admin')
  service.payload.collections.claims.config.hooks.afterChange.push(withoutRequest)
  hurry(service)
  const nested = admin.post('/api/claims', { statement: 'Nests' })
  if (databaseKind === 'mongodb') {
    // There it is a transaction of its own.
    expect((await nested).status).toBe(201)
    return
  }
  const { body, status } = await nested
  expect(status).toBe(503)
  expect(body.errors[0].message).toContain('The database is busy')

  expect((await admin.post('/api/claims', { statement: 'Goes on' })).status).toBe(201)
  const { docs } = await service.payload.find({ collection: 'claims', draft: true })
  expect(docs.map(({ statement }) => statement)).toEqual(['Goes on'])
  expect((await service.payload.count({ collection: 'resources' })).totalDocs).toBe(0)
})

/** Has SQLite's queue wait for a turn for less than its ten seconds. */
function hurry({ payload }: TestService): void {
  const { client } = payload.db as unknown as { client?: { turns: { patience: number } } }
  if (client) Object.assign(client.turns, { patience: 500 })
}
