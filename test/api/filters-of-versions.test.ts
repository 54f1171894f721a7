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

test.each([
  ['/api/resources/versions', 'latest', 'equals', 'perhaps'],
  ['/api/resources/versions', 'latest', 'not_in', 'true,perhaps'],
  ['/api/resources/versions', 'latest', 'like', 'true'],
  ['/api/claims', 'evidenceLost', 'equals', 'perhaps'],
  ['/api/claims', 'evidenceLost', 'greater_than', 'true'],
])(
  '%s where %s %s %s is refused, for it is true or false',
  async (path, field, operator, value) => {
    const { body, status, text } = await admin.get(`${path}?where[${field}][${operator}]=${value}`)
    expect(status, text).toBe(400)
    expect(body.errors[0].message).toBe(
      `where[${field}][${operator}]: accepted: equals, not_equals, in, not_in or exists, with true or false.`,
    )
  },
)

test.each([
  ['equals', 'true', 1],
  ['not_equals', 'true', 1],
  ['in', 'true', 1],
])('where latest %s %s', async (operator, value, expected) => {
  const { body, text } = await admin.get(
    `/api/resources/versions?where[latest][${operator}]=${value}`,
  )
  expect(body?.totalDocs, text).toBe(expected)
})
