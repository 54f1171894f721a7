import { afterAll, beforeAll, expect, test } from 'vitest'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

test('a published claim is read over REST by its slug and over GraphQL', async () => {
  const admin = await service.as('admin')
  const created = await admin.post('/api/claims', { statement: 'Rents rose', _status: 'published' })
  expect(created.status).toBe(201)
  const read = await service.reader.get('/api/claims/slug/rents-rose')
  expect(read.body.statement).toBe('Rents rose')
  const { body } = await service.reader.graphql('{ Claims { docs { id statement } } }')
  expect(body.data.Claims.docs).toEqual([{ id: created.body.doc.id, statement: 'Rents rose' }])
})
