import { once } from 'node:events'
import { request } from 'node:http'
import type { CollectionAfterChangeHook } from 'payload'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createEvent } from '../support/other-project.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
})
afterAll(() => service.stop())

/** Adds a hook to claims until the test ends. */
function afterChange(hook: CollectionAfterChangeHook): void {
  const { hooks } = service.payload.collections.claims.config
  hooks.afterChange.push(hook)
  onTestFinished(() => {
    hooks.afterChange = hooks.afterChange.filter((one) => one !== hook)
  })
}

async function countOf(collection: 'claims' | 'resources'): Promise<[number, number]> {
  const { totalDocs } = await service.payload.count({ collection })
  const versions = await service.payload.countVersions({ collection })
  return [totalDocs, versions.totalDocs]
}

const fails: CollectionAfterChangeHook = () => {
  throw new Error('the hook fails')
}

test('a create whose hook fails leaves nothing behind', async () => {
  const source = await admin.post('/api/resources', { title: 'A source', _status: 'published' })
  const before = await countOf('claims')
  afterChange(fails)
  const { status } = await admin.post('/api/claims', {
    statement: 'Not kept',
    _status: 'published',
    evidence: [{ source: source.body.doc.id }],
    figures: [{ value: 1, label: 'One' }],
  })
  expect(status).toBe(500)
  expect(await countOf('claims')).toEqual(before)
  const where = { 'evidence.source': { equals: source.body.doc.id } }
  expect((await service.payload.count({ collection: 'claims', where })).totalDocs).toBe(0)
})

test('an update whose hook fails changes nothing', async () => {
  const { body } = await admin.post('/api/claims', {
    statement: 'As it was',
    _status: 'published',
    figures: [{ value: 1 }],
  })
  const before = await countOf('claims')
  const document = (await admin.get(`/api/claims/${body.doc.id}`)).text
  afterChange(fails)
  const data = { statement: 'Changed', _status: 'published', figures: [{ value: 2 }, { value: 3 }] }
  expect((await admin.patch(`/api/claims/${body.doc.id}`, data)).status).toBe(500)
  expect(await countOf('claims')).toEqual(before)
  expect((await admin.get(`/api/claims/${body.doc.id}`)).text).toBe(document)
})

test('what a hook writes with the request goes with the write, if that fails', async () => {
  const before = await countOf('resources')
  afterChange(async ({ req }) => {
    await req.payload.create({ collection: 'resources', data: { title: 'By a hook' }, req })
    throw new Error('the hook fails')
  })
  expect((await admin.post('/api/claims', { statement: 'x' })).status).toBe(500)
  expect(await countOf('resources')).toEqual(before)
})

test('what a hook writes with the request is kept with the write', async () => {
  const [before] = await countOf('resources')
  afterChange(async ({ req }) => {
    await req.payload.create({ collection: 'resources', data: { title: 'By a hook' }, req })
  })
  expect((await admin.post('/api/claims', { statement: 'y' })).status).toBe(201)
  expect((await countOf('resources'))[0]).toBe(before + 1)
})

test('a client that goes away in the middle of its write holds up nobody', async () => {
  const [before] = await countOf('claims')
  const began = createEvent()
  const goesOn = createEvent()
  let isFirst = true
  afterChange(async () => {
    if (!isFirst) return
    isFirst = false
    began.happen()
    await goesOn.happened
  })
  const asked = request(`${service.url}/api/claims`, {
    method: 'POST',
    headers: { ...(await authorization()), 'Content-Type': 'application/json' },
  })
  const closed = new Promise((resolve) => asked.once('error', resolve))
  asked.end(JSON.stringify({ statement: 'Nobody waits for the answer' }))
  await began.happened
  asked.destroy()
  await closed
  goesOn.happen()

  expect((await admin.post('/api/claims', { statement: 'The next one' })).status).toBe(201)
  // Once begun, a write is finished: the client may have sent it and gone on.
  expect((await countOf('claims'))[0]).toBe(before + 2)
})

test('a client that goes away in the middle of its body has begun nothing', async () => {
  const [before] = await countOf('claims')
  const asked = request(`${service.url}/api/claims`, {
    method: 'POST',
    headers: {
      ...(await authorization()),
      'Content-Length': '1000',
      'Content-Type': 'application/json',
    },
  })
  asked.on('error', () => {})
  asked.write('{"statement":"Half a')
  await once(asked, 'socket')
  await new Promise((resolve) => asked.write(' body', resolve))
  asked.destroy()
  expect((await admin.post('/api/claims', { statement: 'The one after' })).status).toBe(201)
  expect((await countOf('claims'))[0]).toBe(before + 1)
})

async function authorization() {
  const account = { email: 'writer@example.org', password: 'a long password' }
  const where = { email: { equals: account.email } }
  const { totalDocs } = await service.payload.count({ collection: 'users', where })
  if (totalDocs === 0) {
    const data = { ...account, name: 'Writer', role: 'admin' as const }
    await service.payload.create({ collection: 'users', data })
  }
  const { body } = await service.reader.post('/api/users/login', account)
  return { Authorization: `JWT ${body.token}` }
}
