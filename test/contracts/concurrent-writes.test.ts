import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
})
afterAll(() => service.stop())

const times = <T>(count: number, run: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => run(n)))

const countOf = (values: unknown[]) =>
  Object.fromEntries(
    [...new Set(values)].map((value) => [value, values.filter((v) => v === value).length]),
  )

test('a hundred creates at once all succeed, each with an id of its own', async () => {
  const answers = await times(100, (n) =>
    admin.post('/api/claims', { statement: `Claim ${n}`, figures: [{ value: n }] }),
  )
  expect(countOf(answers.map(({ status }) => status))).toEqual({ 201: 100 })
  const ids = answers.map(({ body }) => body.doc.id)
  expect(new Set(ids).size).toBe(100)
  expect(ids.every((id) => /^[0-9a-f]{24}$/.test(id))).toBe(true)
  const { docs } = (await admin.get('/api/claims?limit=200&draft=true&depth=0')).body
  expect(docs.map((doc: { id: string }) => doc.id).toSorted()).toEqual(ids.toSorted())
})

test('documents of one title made at once have names of their own', async () => {
  const answers = await times(10, () =>
    admin.post('/api/demands', { title: 'Homes', _status: 'published' }),
  )
  const made = answers.filter(({ status }) => status === 201)
  expect(countOf(answers.map(({ status }) => status))).toEqual({ 201: 10 })
  expect(new Set(made.map(({ body }) => body.doc.slug)).size).toBe(10)
})

test('updates of one document at once all succeed, one after the other', async () => {
  const { body } = await admin.post('/api/resources', { title: 'Disputed', _status: 'published' })
  const { id } = body.doc
  const answers = await times(20, (n) =>
    admin.patch(`/api/resources/${id}`, { publisher: `Publisher ${n}`, _status: 'published' }),
  )
  expect(countOf(answers.map(({ status }) => status))).toEqual({ 200: 20 })
  const { totalDocs } = await service.payload.countVersions({
    collection: 'resources',
    where: { parent: { equals: id } },
  })
  expect(totalDocs).toBe(21)
  const last = (await service.reader.get(`/api/resources/${id}`)).body.publisher
  expect(answers.map((answer) => answer.body.doc.publisher)).toContain(last)
})

test('over GraphQL as well, and each write of a mutation is done once', async () => {
  const { body } = await admin.post('/api/resources', { title: 'Disputed', _status: 'published' })
  const update = `updateResource(id: "${body.doc.id}", data: { publisher: "P", _status: published })`
  const answers = await times(5, (n) =>
    admin.graphql(
      `mutation { createClaim(data: { statement: "Beside ${n}" }) { id } ${update} { publisher } }`,
    ),
  )
  for (const { body, text } of answers) expect(body.data?.updateResource?.publisher, text).toBe('P')
  const where = 'where[statement][like]=Beside&draft=true&limit=20&depth=0'
  expect((await admin.get(`/api/claims?${where}`)).body.totalDocs).toBe(5)
})

test('a document that is being written is deleted all the same', async () => {
  const { body } = await admin.post('/api/demands', { title: 'Withdrawn', _status: 'published' })
  const path = `/api/demands/${body.doc.id}`
  const answers = await times(20, (n) =>
    n % 2
      ? admin.delete(path)
      : admin.patch(path, { title: `Withdrawn ${n}`, _status: 'published' }),
  )
  const statuses = new Set(answers.map(({ status }) => status))
  expect([...statuses].filter((status) => status !== 200 && status !== 404)).toEqual([])
  expect((await admin.get(path)).status).toBe(404)
})

test('sign-ins of one account at once all succeed', async () => {
  const account = { email: 'busy@example.org', password: 'a long password' }
  await service.payload.create({
    collection: 'users',
    data: { ...account, name: 'Busy', role: 'editor' },
  })
  const answers = await times(10, () => service.reader.post('/api/users/login', account))
  expect(countOf(answers.map(({ status }) => status))).toEqual({ 200: 10 })
})

test('wrong passwords at once are all refused, and lock nobody out', async () => {
  const account = { email: 'target@example.org', password: 'a long password' }
  await service.payload.create({
    collection: 'users',
    data: { ...account, name: 'Target', role: 'editor' },
  })
  const answers = await times(20, (n) =>
    service.reader.post('/api/users/login', { ...account, password: `guess ${n}` }),
  )
  expect(countOf(answers.map(({ status }) => status))).toEqual({ 401: 20 })
  expect((await service.reader.post('/api/users/login', account)).status).toBe(200)
})
