import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { passwordOf } from '../support/quick-passwords.ts'
import { type Client, startBeside, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
let editor: Client
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
  editor = await service.as('editor')
})
afterAll(() => service.stop())

const keyed = (key: string) => ({ headers: { 'Idempotency-Key': key } })
const codeOf = (answer: { body: { errors: { data: { code: string } }[] } }) =>
  answer.body.errors[0]?.data.code

const countOf = async (statement: string) =>
  (
    await service.payload.count({
      collection: 'claims',
      where: { statement: { equals: statement } },
    })
  ).totalDocs

test('a request that is repeated is answered as the first was, and done once', async () => {
  const ask = () => admin.post('/api/claims', { statement: 'Once' }, keyed('"once-1"'))
  const first = await ask()
  expect(first.status).toBe(201)
  const again = await ask()
  expect([again.status, again.text]).toEqual([first.status, first.text])
  expect(again.headers.get('ETag')).toBe(first.headers.get('ETag'))
  expect(again.headers.get('Idempotency-Replayed')).toBe('true')
  expect(first.headers.get('Idempotency-Replayed')).toBeNull()
  expect(await countOf('Once')).toBe(1)
  // Quotes are the standard's; clients mostly leave them out.
  expect((await admin.post('/api/claims', { statement: 'Once' }, keyed('once-1'))).text).toBe(
    first.text,
  )
})

test('another server on the database, and one that is started later, know of it', async () => {
  const ask = (client: Client) =>
    client.post('/api/claims', { statement: 'Shared' }, keyed('shared'))
  const first = await ask(admin)
  const beside = await startBeside(service)
  const other = beside.with({ Authorization: `JWT ${await token()}` })
  const again = await ask(other)
  const raced = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      (n % 2 ? admin : other).post('/api/claims', { statement: 'Raced' }, keyed('raced')),
    ),
  )
  await beside.stop()
  expect(raced.every(({ status }) => status === 201 || status === 409)).toBe(true)
  expect(await countOf('Raced')).toBe(1)
  expect([again.status, again.text]).toEqual([201, first.text])
  expect(await countOf('Shared')).toBe(1)
})

async function token(): Promise<string> {
  const account = { email: 'admin@example.org', password: passwordOf('admin') }
  return (await service.reader.post('/api/users/login', account)).body.token
}

test('of many at once with one key one is done, and the others are told to wait or of it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      admin.post('/api/claims', { statement: 'At once' }, keyed('at-once')),
    ),
  )
  const made = answers.filter(({ status }) => status === 201)
  const waiting = answers.filter(({ status }) => status === 409)
  expect(made.length + waiting.length).toBe(20)
  expect(new Set(made.map(({ text }) => text)).size).toBe(1)
  for (const answer of waiting) {
    expect(codeOf(answer)).toBe('idempotency_key_under_way')
    expect(answer.headers.get('Retry-After')).toBe('1')
  }
  expect(await countOf('At once')).toBe(1)
})

test('a key is good for one request, and one user', async () => {
  await admin.post('/api/claims', { statement: 'Mine' }, keyed('reused'))
  for (const answer of [
    await admin.post('/api/claims', { statement: 'Another' }, keyed('reused')),
    await admin.post('/api/claims?draft=true', { statement: 'Mine' }, keyed('reused')),
    await admin.post('/api/demands', { statement: 'Mine' }, keyed('reused')),
  ]) {
    expect(answer.status).toBe(422)
    expect(codeOf(answer)).toBe('idempotency_key_reused')
  }
  const other = await editor.post('/api/claims', { statement: 'Another' }, keyed('reused'))
  expect(other.status).toBe(201)
})

test('what was refused may be asked again with the same key', async () => {
  const refused = await admin.post('/api/claims', {}, keyed('mended'))
  expect(refused.status).toBe(400)
  const mended = await admin.post('/api/claims', { statement: 'Mended' }, keyed('mended'))
  expect(mended.status).toBe(201)
})

test('a form that is repeated is told by its parts', async () => {
  const ask = async (alt: string) => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ statement: alt }))
    return admin.post('/api/claims', form, keyed('form'))
  }
  const first = await ask('By form')
  expect(first.status).toBe(201)
  expect((await ask('By form')).text).toBe(first.text)
  expect((await ask('Another form')).status).toBe(422)
})

test('an import is done once', async () => {
  const text = 'statement\nFrom a sheet\n'
  const ask = () => admin.post('/api/claims/import', { text, format: 'csv' }, keyed('import'))
  const first = await ask()
  expect([first.status, first.text]).toEqual([200, first.text])
  expect((await ask()).text).toBe(first.text)
  expect(await countOf('From a sheet')).toBe(1)
})

test('where the server ended on the way, nothing is done a second time', async () => {
  const text = 'statement\nUnknown\n'
  const ask = () => admin.post('/api/claims/import', { text, format: 'csv' }, keyed('unknown'))
  await ask()
  const { docs } = await service.payload.db.find<{ id: string }>({
    ...{ collection: 'idempotency-keys', limit: 1, sort: '-at', where: {} },
  } as never)
  const id = docs[0]?.id as string
  const left = (at: Date) =>
    service.payload.db.updateOne({
      ...{ collection: 'idempotency-keys', id },
      data: { status: null, body: null, at: at.toISOString() },
    } as never)
  await left(new Date())
  expect(codeOf(await ask())).toBe('idempotency_key_under_way')
  await left(new Date(Date.now() - 11 * 60_000))
  expect(codeOf(await ask())).toBe('idempotency_outcome_unknown')
  // A day later the key is free.
  await left(new Date(Date.now() - 25 * 3_600_000))
  expect((await ask()).status).toBe(200)
})

describe('a key that cannot be taken is refused', () => {
  test.each(['""', '"open', 'two words', `"${'x'.repeat(201)}"`, 'ü'])('%s', async (key) => {
    const answer = await admin.post('/api/claims', { statement: 'Never' }, keyed(key))
    expect([answer.status, codeOf(answer)]).toEqual([400, 'idempotency_key_malformed'])
  })

  test('where an answer may not be kept', async () => {
    const answer = await admin.post('/api/claims/import/x/y', {}, keyed('x'))
    expect(answer.status).toBe(404)
    const login = await admin.post('/api/users/logout', {}, keyed('x'))
    expect([login.status, codeOf(login)]).toEqual([400, 'idempotency_key_not_taken'])
  })

  test('and nobody reads the keys', async () => {
    expect((await admin.get('/api/idempotency-keys')).status).toBe(404)
    expect(await countOf('Never')).toBe(0)
  })
})
