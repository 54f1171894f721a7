import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { freshDatabase } from '../support/databases.ts'
import { startReceiver } from '../support/receiver.ts'
import { account, ask, endOrphans, startProcess } from '../support/server-process.ts'
import { quick } from '../support/webhooks.ts'

const timings = { ...quick, lease: 1500, deadline: 1000, turn: 200 }

const start = (databaseUrl: string) => startProcess('webhook-server.ts', databaseUrl, timings)

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
