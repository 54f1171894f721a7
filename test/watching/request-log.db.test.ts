import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { createLogger } from '../../src/logger.ts'
import { makeKey } from '../../src/partners/key.ts'
import { startService, type TestService } from '../support/service.ts'

type Line = Record<string, unknown> & { level: number; msg: string }

let service: TestService
let lines: Line[] = []
beforeAll(async () => {
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) }
  const logger = createLogger({ logLevel: 'info' }, destination)
  service = await startService({ HANDBILL_TRUSTED_PROXIES: '127.0.0.1,::1' }, { logger })
})
afterAll(() => service.stop())
beforeEach(() => {
  lines = []
})

/** Has a method of the database fail until the test is over. */
function breakDatabase(name: 'find' | 'findOne' | 'create') {
  const { db } = service.payload
  const works = db[name]
  Object.assign(db, {
    async [name]() {
      throw new Error('The database is broken.')
    },
  })
  onTestFinished(() => void Object.assign(db, { [name]: works }))
}

const answered = () => lines.filter(({ msg }) => msg === 'answered')
const errors = () => lines.filter(({ level }) => level >= 50)

test('each request that is not answered from memory has a line', async () => {
  const made = await service.reader.get('/api/claims?limit=4')
  await service.reader.get('/api/claims?limit=4')
  const wrong = await service.reader.get('/api/claims/123?a=b')
  await expect.poll(() => answered().length).toBe(2)
  expect(answered()).toMatchObject([
    {
      requestId: made.headers.get('X-Request-Id'),
      method: 'GET',
      route: '/api/claims',
      status: 200,
      outcome: 'miss',
      ms: expect.any(Number),
    },
    {
      requestId: wrong.headers.get('X-Request-Id'),
      route: '/api/claims/:id',
      status: wrong.status,
    },
  ])
})

test('a proxy that is trusted names the request', async () => {
  const id = '0b9f8c1e-6a55-4c0e-9a34-2f8b1f3f2f10'
  const headers = { 'X-Request-Id': id }
  const { headers: told } = await service.reader.get('/nowhere', { headers })
  expect(told.get('X-Request-Id')).toBe(id)
  await expect.poll(() => answered()).toMatchObject([{ requestId: id, status: 404 }])
})

test.each([
  ['a read that is to be kept', 'find', '/api/claims?limit=5', undefined],
  ['a page', 'find', '/campaigns/none', undefined],
  ['GraphQL', 'find', '/api/graphql?query={Claims(limit:3){totalDocs}}', undefined],
  ['a write', 'create', '/api/claims', { statement: 'It rains' }],
] as const)('what goes wrong says for which request: %s', async (_, method, path, data) => {
  const editor = await service.as('editor')
  lines = []
  breakDatabase(method)
  // What the public reads is followed from the first failure on.
  await service.reader.get('/api/claims?limit=6')
  await expect.poll(() => answered().length).toBe(1)
  lines = []
  const answer = data ? await editor.post(path, data) : await service.reader.get(path)
  const requestId = answer.headers.get('X-Request-Id')
  expect(requestId).toBeTruthy()
  await expect.poll(() => answered().length).toBe(1)
  expect(errors().length).toBeGreaterThan(0)
  for (const line of [...errors(), ...answered()]) expect(line.requestId).toBe(requestId)
  expect(JSON.stringify(errors())).toContain('The database is broken.')
})

test('so does a key that cannot be looked up', async () => {
  breakDatabase('findOne')
  const headers = { Authorization: `Bearer ${makeKey().key}` }
  const refused = await service.reader.get('/api/claims', { headers })
  expect(refused.status).toBe(503)
  const requestId = refused.headers.get('X-Request-Id')
  expect(errors()).toMatchObject([{ requestId, msg: 'A key could not be looked up.' }])
})
