import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
let id: string
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
  const resource = { title: 'The report', _status: 'published' }
  id = (await admin.post('/api/resources', resource)).body.doc.id
  await admin.patch(`/api/resources/${id}`, { title: 'Another', _status: 'published' })
})
afterAll(() => service.stop())

test.each([
  ['parent', 'equals', () => id, 2],
  ['parent', 'equals', () => id.toUpperCase(), 2],
  ['parent', 'equals', () => 'nonsense', 0],
  ['parent', 'not_equals', () => 'nonsense', 2],
  ['parent', 'like', () => 'nonsense', 0],
  ['parent', 'not_like', () => 'nonsense', 2],
  ['version.campaign', 'not_like', () => 'nonsense', 2],
  ['version.title', 'like', () => 'report', 1],
  ['version.updatedAt', 'greater_than', () => '2001-01-01', 2],
  ['latest', 'equals', () => 'true', 1],
])('where %s %s a value', async (path, operator, value, expected) => {
  const asked = `where[${path}][${operator}]=${value()}`
  const { body, status, text } = await admin.get(`/api/resources/versions?${asked}`)
  expect([status, body?.totalDocs], text).toEqual([200, expected])
})
