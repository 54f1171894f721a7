import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startReplicaSet } from '../support/mongod.ts'
import { provideMongod } from '../support/mongod-binary.ts'
import { withDatabase } from '../support/mongodb-uri.ts'
import { startServiceOn, type TestService } from '../support/service.ts'

const database = 'failing'
let url: string
let client: MongoClient
let service: TestService
const ends: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  const mongod = await provideMongod()
  if ('missing' in mongod) throw new Error(mongod.missing)
  const server = await startReplicaSet(mongod.path, ['--setParameter', 'enableTestCommands=1'])
  ends.push(() => server.stop())
  client = new MongoClient(server.uri)
  ends.push(() => client.close())
  url = withDatabase(server.uri, database)
  service = await startServiceOn(url)
  ends.push(() => service.stop())
})
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

/** Has MongoDB answer some commands of that name, about a collection if one is given, as it may when it is in trouble. */
async function failing<T>(
  command: { name: string; about?: string; times?: number },
  failure: object,
  run: () => Promise<T>,
): Promise<T> {
  const configure = (mode: unknown, data: object) =>
    client.db('admin').command({ configureFailPoint: 'failCommand', mode, data })
  const { about, name, times = 4 } = command
  const namespace = about ? { namespace: `${database}.${about}` } : {}
  await configure({ times }, { failCommands: [name], ...namespace, ...failure })
  try {
    return await run()
  } finally {
    await configure('off', {})
  }
}

const notConfirmed = {
  writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' },
}

const doubt = /has not said whether/

test.each([
  ['that the other members have not confirmed', notConfirmed, doubt],
  ['that takes too long', { errorCode: 50 }, doubt],
  ['at which the connection breaks', { closeConnection: true }, doubt],
  ['that finds no primary', { errorCode: 133 }, /does not answer/],
])('a commit %s is a 503, and the next write is taken', async (_, failure, message) => {
  const admin = await service.as('admin')
  const write = () => admin.post('/api/claims', { statement: 'In trouble' })
  const { body, headers, status } = await failing({ name: 'commitTransaction' }, failure, write)
  expect([status, headers.get('Retry-After')]).toEqual([503, '1'])
  expect(body.errors[0].message).toMatch(message)
  expect((await write()).status).toBe(201)
})

test('whoever asks who they are is not told nobody when their account cannot be looked up', async () => {
  const admin = await service.as('admin')
  const ask = () => admin.get('/api/users/me')
  const look = { name: 'find', about: 'users', times: 1 }
  const { status } = await failing(look, { errorCode: 50 }, ask)
  expect(status).toBe(503)
  expect((await ask()).body.user.email).toBe('admin@example.org')
})

/** Writes to every claim in a transaction, under the name of a server, and is killed in the middle of it. */
const doomed = `
  const { MongoClient } = await import('mongodb')
  const client = new MongoClient(process.argv[1], { appName: 'handbill-0123456789abcdef' })
  const session = client.startSession()
  session.startTransaction()
  await client.db().collection('claims').updateMany({}, { $set: { statement: 'Lost' } }, { session })
  process.kill(process.pid, 'SIGKILL')`

test('what a server was writing that died is ended as the next one starts, and nothing of the others', async () => {
  const admin = await service.as('admin')
  const { doc } = (await admin.post('/api/claims', { statement: 'Locked' })).body
  const child = spawn(process.execPath, ['--input-type=module', '--eval', doomed, url])
  await once(child, 'exit')
  const alive = client.startSession()
  ends.push(() => alive.endSession())
  alive.startTransaction()
  const notes = client.db(database).collection('notes')
  await notes.insertOne({}, { session: alive })
  const next = await startServiceOn(url)
  ends.push(() => next.stop())
  const { status } = await admin.patch(`/api/claims/${doc.id}`, { statement: 'Free' })
  expect(status).toBe(200)
  await alive.commitTransaction()
})
