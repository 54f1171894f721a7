import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { MongoClient } from 'mongodb'
import { expect, onTestFinished, test, vi } from 'vitest'
import { freshDatabase } from '../support/databases.ts'
import { startReceiver } from '../support/receiver.ts'
import { quick } from '../support/webhooks.ts'

const account = { email: 'admin@example.org', password: 'a password of the admin' }
const timings = { ...quick, lease: 1500, deadline: 1000, turn: 200 }

/** By which MongoDB knows the servers of this test. */
const appName = `killed-${process.pid}`

function withAppName(databaseUrl: string): string {
  if (!databaseUrl.startsWith('mongodb')) return databaseUrl
  return `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}appName=${appName}`
}

type Server = { url: string; kill(): Promise<void> }

/** A server in a process of its own. */
async function start(databaseUrl: string): Promise<Server> {
  const script = `
    import { runCompiled } from './src/compile.mjs'
    await runCompiled('test/contracts/programs/webhook-server.ts')`
  const args = ['--input-type=module', '--eval', script, '--', JSON.stringify(timings)]
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      ADMIN_EMAIL: account.email,
      ADMIN_PASSWORD: account.password,
      DATABASE_URL: withAppName(databaseUrl),
      HANDBILL_ALLOWED_HOSTS: 'localhost',
      HANDBILL_EVIDENCE_REQUIRED: 'false',
      LOG_LEVEL: 'silent',
      NODE_ENV: 'test',
      PAYLOAD_SECRET: 'a secret for the tests',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  const kill = async () => {
    child.kill('SIGKILL')
    await closed
  }
  onTestFinished(kill)
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /^listening at (.*)$/.exec(line) ?? []
    if (url) return { url, kill }
  }
  throw new Error('The server has ended.')
}

async function ask(url: string, method: string, data?: object, token?: string) {
  const response = await fetch(url, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token ? { Authorization: `JWT ${token}` } : {}),
    },
    ...(data ? { body: JSON.stringify(data) } : {}),
  })
  return { status: response.status, body: await response.json() }
}

/**
 * MongoDB keeps the transactions of a client that is gone open for a minute, and with them what they have
 * written; the test has them ended at once.
 */
async function endOrphans(databaseUrl: string): Promise<void> {
  if (!databaseUrl.startsWith('mongodb')) return
  const client = new MongoClient(databaseUrl)
  const admin = client.db('admin')
  const sessions = await admin
    .aggregate([
      { $currentOp: { allUsers: true, idleSessions: true } },
      { $match: { appName, lsid: { $exists: true } } },
    ])
    .toArray()
  // Without a pattern it would end everybody's.
  if (sessions.length > 0)
    await admin.command({ killAllSessionsByPattern: sessions.map(({ lsid }) => ({ lsid })) })
  await client.close()
}

test('servers killed in mid-delivery lose nothing, and tell each document in order', async () => {
  const database = await freshDatabase()
  onTestFinished(async () => {
    await endOrphans(database.url)
    await database.drop()
  })
  let isHanging = false
  const receiver = await startReceiver(async (_, res) => {
    if (isHanging) return
    await sleep(30)
    res.end()
  })
  onTestFinished(receiver.stop)

  let server = await start(database.url)
  const { token } = (await ask(`${server.url}/api/users/login`, 'POST', account)).body
  const make = (path: string, data: object) => ask(`${server.url}/api/${path}`, 'POST', data, token)
  const partner = await make('partners', { name: 'A partner', contact: 'a@example.org' })
  const made = await make('webhooks', { partner: partner.body.doc.id, url: receiver.url })
  expect(made.status).toBe(201)
  receiver.trust(made.body.doc.secret)

  /** How often each document was changed, as far as the server said so. */
  const acknowledged: Record<string, number> = {}
  const write = async (statement: string) => {
    const created = await make('claims', { statement, _status: 'published' })
    if (created.status !== 201) return
    const { id } = created.body.doc
    acknowledged[id] = 1
    for (let n = 1; n <= 3; n++) {
      const data = { statement: `${statement} ${n}`, _status: 'published' }
      const { status } = await ask(`${server.url}/api/claims/${id}`, 'PATCH', data, token)
      if (status === 200) acknowledged[id]++
    }
  }
  for (const moment of [
    'while it writes, and a receiver is silent',
    'right after what it acknowledged',
  ]) {
    const isAfter = moment.startsWith('right after')
    const before = receiver.received.length
    isHanging = !isAfter
    const writers = [0, 1, 2].map((n) => write(`Killed ${moment} ${n}`).catch(() => {}))
    if (isAfter) await Promise.all(writers)
    else await vi.waitFor(() => expect(receiver.received.length).toBeGreaterThan(before), 20_000)
    await server.kill()
    await Promise.all(writers)
    await endOrphans(database.url)
    isHanging = false
    server = await start(database.url)
  }

  const waiting = async () => {
    const where = 'where[state][not_equals]=delivered'
    const { body } = await ask(
      `${server.url}/api/webhook-deliveries?${where}`,
      'GET',
      undefined,
      token,
    )
    return body.totalDocs
  }
  const taken = () => receiver.received.filter(({ answered }) => answered === 200)
  const own = (id: string) => taken().filter(({ event }) => event.data.id === id)
  await vi.waitFor(
    async () => {
      for (const [id, count] of Object.entries(acknowledged)) {
        const sequences = new Set(own(id).map(({ event }) => event.data.sequence))
        expect(sequences.size).toBeGreaterThanOrEqual(count)
      }
      expect(await waiting()).toBe(0)
    },
    { timeout: 40_000, interval: 100 },
  )

  expect(Object.keys(acknowledged).length).toBeGreaterThanOrEqual(3)
  for (const id of Object.keys(acknowledged)) {
    const sequences = own(id).map(({ event }) => event.data.sequence)
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
  }
  // Every entry of the log was told of: what a server had committed without saying so, too.
  const all = taken().map(({ event }) => event.data.sequence)
  expect(new Set(all).size).toBe(Math.max(...all))
  expect(receiver.forged).toEqual([])
}, 180_000)
