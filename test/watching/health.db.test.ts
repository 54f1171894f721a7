import { once } from 'node:events'
import { connect } from 'node:net'
import { createClient, type Transaction } from '@libsql/client'
import { MongoClient } from 'mongodb'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createService } from '../../src/service.ts'
import { databaseKind } from '../support/databases.ts'
import { forgetInstance } from '../support/instances.ts'
import { startReplicaSet } from '../support/mongod.ts'
import { provideMongod } from '../support/mongod-binary.ts'
import { startBeside, startService, type TestService } from '../support/service.ts'

const token = 'a token for the tests'
const withToken = { headers: { Authorization: `Bearer ${token}` } }

let service: TestService
beforeAll(async () => {
  service = await startService({ HANDBILL_METRICS_TOKEN: token })
})
afterAll(() => service.stop())

test('a server in order is live and ready, and says by which checks', async () => {
  const live = await service.reader.get('/health/live')
  expect(live).toMatchObject({ status: 200, body: { status: 'live' } })
  const ready = await service.reader.get('/health/ready')
  expect(ready.status).toBe(200)
  expect(ready.headers.get('Cache-Control')).toBe('no-store')
  expect(ready.body).toMatchObject({
    status: 'ready',
    checks: {
      database: { state: 'ok' },
      migrations: { state: 'ok' },
      changeLog: { state: 'ok' },
      disk: { state: expect.stringMatching(/^(ok|warning)$/) },
    },
  })
})

test('health is for GET and HEAD', async () => {
  const post = await service.reader.post('/health/ready', {})
  expect(post.status).toBe(405)
  expect(post.headers.get('Allow')).toBe('GET, HEAD')
  const head = await fetch(`${service.url}/health/ready`, { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect((await service.reader.get('/health/other')).status).toBe(404)
})

test('health counts for no limit, and the limit keeps nobody from it', async () => {
  const limited = await startBeside(service, { HANDBILL_REQUESTS_PER_MINUTE: '3' })
  const asked = async (path: string) => (await limited.reader.get(path)).status
  for (let i = 0; i < 10; i++) expect(await asked('/health/ready')).toBe(200)
  for (let i = 0; i < 3; i++) expect(await asked('/api/claims')).toBe(200)
  expect(await asked('/api/claims')).toBe(429)
  expect(await asked('/health/ready')).toBe(200)
  // A key that is not good is nothing to it either.
  const key = { Authorization: 'Bearer hb_no' }
  expect((await limited.reader.get('/health/live', { headers: key })).status).toBe(200)
  await limited.stop()
})

test('a server that closes says so first', async () => {
  const other = await startBeside(service)
  const { port } = new URL(other.url)
  const socket = connect(Number(port), 'localhost')
  await once(socket, 'connect')
  let answer = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text
  })
  // A request that is under way is finished, however it goes on.
  socket.write('GET /health/ready HTTP/1.1\r\nHost: localhost\r\n')
  await other.reader.get('/health/live')
  const closed = other.stop()
  socket.write('Connection: close\r\n\r\n')
  await once(socket, 'close')
  await closed
  expect(answer).toMatch(/^HTTP\/1.1 503 /)
  expect(answer).toContain('"status":"closing"')
})

// MongoDB has no schema.
if (databaseKind === 'sqlite') {
  test('a schema that is behind is not ready', async () => {
    const { file } = service.settings.database as { file: string }
    const client = createClient({ url: `file:${file}` })
    const { rows } = await client.execute('SELECT max(id) AS id, * FROM payload_migrations')
    const { id, name } = rows[0] as unknown as { id: number; name: string }
    await client.execute({
      sql: 'UPDATE payload_migrations SET name = ? WHERE id = ?',
      args: ['x', id],
    })
    const behind = {
      status: 'not ready',
      checks: { migrations: { state: 'failing', reason: 'pending' } },
    }
    await expect.poll(ready).toMatchObject({ status: 503, body: behind })
    await client.execute({
      sql: 'UPDATE payload_migrations SET name = ? WHERE id = ?',
      args: [name, id],
    })
    await expect.poll(ready).toMatchObject({ status: 200 })
    client.close()
  })
}

const ready = () => service.reader.get('/health/ready')

test('without its database it is live, not ready, and goes on giving what it has', async () => {
  const { url, lose, find, end } = await losing()
  const asked = async (path: string) => {
    const response = await fetch(url + path, path === '/metrics' ? withToken : {})
    return { status: response.status, body: await response.text(), headers: response.headers }
  }
  const kept = await asked('/api/claims')
  expect(kept.status).toBe(200)
  expect(await asked('/health/ready')).toMatchObject({ status: 200 })

  await lose()
  await expect.poll(() => asked('/health/ready')).toMatchObject({ status: 503 })
  const { checks, status } = JSON.parse((await asked('/health/ready')).body)
  expect(status).toBe('not ready')
  expect(checks.database).toEqual({
    state: 'failing',
    reason: expect.stringMatching(/^(no answer|failed)$/),
  })
  expect(checks.disk.state).not.toBe('failing')
  // Who asks learns no address and no error.
  expect(JSON.stringify(checks)).not.toMatch(/127\.0\.0\.1|SQLITE|Mongo/)
  expect((await asked('/health/live')).status).toBe(200)
  const figures = await asked('/metrics')
  expect(figures.status).toBe(200)
  expect(figures.body).toContain('handbill_check_passing{check="database"} 0')
  const again = await asked('/api/claims')
  expect(again).toMatchObject({ status: 200, body: kept.body })

  await find()
  await expect.poll(() => asked('/health/ready')).toMatchObject({ status: 200 })
  await end()
})

type Losing = {
  url: string
  lose(): Promise<void>
  find(): Promise<void>
  end(): Promise<void>
}

/** A service whose database can be taken from it: SQLite by somebody who holds it, MongoDB by stopping it. */
async function losing(): Promise<Losing> {
  const { settings } = service
  if (settings.database.kind === 'sqlite') {
    const client = createClient({ url: `file:${settings.database.file}` })
    let held: Transaction | undefined
    return {
      url: service.url,
      async lose() {
        held = await client.transaction('write')
      },
      find: async () => held?.rollback(),
      end: async () => client.close(),
    }
  }
  const mongod = await provideMongod()
  if ('missing' in mongod) throw new Error(mongod.missing)
  const server = await startReplicaSet(mongod.path)
  const pid = await pidOf(server.uri)
  const database = { ...settings.database, url: server.uri }
  const own = await createService({ ...settings, database }, { logger: pino({ level: 'silent' }) })
  return {
    url: await own.listen(),
    lose: async () => void process.kill(pid, 'SIGSTOP'),
    find: async () => void process.kill(pid, 'SIGCONT'),
    async end() {
      await own.close()
      forgetInstance(own.payload)
      await server.stop()
    },
  }
}

async function pidOf(uri: string): Promise<number> {
  const client = new MongoClient(uri)
  const { pid } = await client.db('admin').command({ serverStatus: 1 })
  await client.close()
  return Number(pid)
}
