import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Schema } from '../../src/openapi/operation.ts'
import { syncPaths } from '../../src/sync/openapi.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

/** What the endpoints say of themselves, with each schema at its place. */
const paths = (await syncPaths({
  config: { routes: { api: '/api' } },
  schema: (_: string, schema: Schema) => schema,
  ok: (_: string, schema: Schema) => ({ content: { 'application/json': { schema } } }),
  errors: () => ({}),
  responses: () => ({}),
} as never)) as Record<string, { get: object }>

let service: TestService
let admin: Client
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
  const ids = []
  for (const statement of ['Stays', 'Goes', 'Changes']) {
    const { body } = await admin.post('/api/claims', { statement, _status: 'published' })
    ids.push(body.doc.id)
  }
  const [, goes, changes] = ids
  withdrawn = { collection: 'claims', id: goes, digest: 'f'.repeat(64) }
  stale = { collection: 'claims', id: changes, digest: 'f'.repeat(64) }
})
afterAll(() => service.stop())

let withdrawn: object
let stale: object

function expectShape(schema: object, value: unknown): void {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true)
}

test('answers have the shape that they are described with', async () => {
  const { get } = paths['/api/changes'] as { get: object }
  const { post } = paths['/api/changes/audit'] as never as {
    post: {
      requestBody: { content: { 'application/json': { schema: object } } }
      responses: Record<number, { content: { 'application/json': { schema: object } } }>
    }
  }
  const page = (get as never as typeof post).responses[200]?.content['application/json'].schema
  const begin = await service.reader.get('/api/changes?limit=1')
  await admin.delete(`/api/claims/${(withdrawn as { id: string }).id}`)
  const rest = await service.reader.get(`/api/changes?since=${begin.body.next}`)
  expect(rest.body.changes).toHaveLength(2)
  for (const { body } of [begin, rest]) expectShape(page as object, body)

  const asked = {
    items: [withdrawn, stale, { collection: 'claims', id: 'x', digest: 'f'.repeat(64) }],
    collections: ['claims'],
    after: '0',
  }
  expectShape(post.requestBody.content['application/json'].schema, asked)
  const { body } = await service.reader.post('/api/changes/audit', asked)
  expect(body).toMatchObject({ stale: [{}], gone: [{}], unknown: [{}], missing: [{}] })
  expectShape(post.responses[200]?.content['application/json'].schema as object, body)
})
