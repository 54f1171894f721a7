import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createOutbound } from '../../src/outbound/outbound.ts'
import { dropOld } from '../../src/webhooks/sweep.ts'
import { startReceiver } from '../support/receiver.ts'
import { startBeside } from '../support/service.ts'
import { listen, soon, startWebhooks } from '../support/webhooks.ts'

async function start(...given: Parameters<typeof startWebhooks>) {
  const service = await startWebhooks(...given)
  onTestFinished(() => service.stop())
  const admin = await service.as('admin')
  const publish = async (statement: string): Promise<string> => {
    const { body } = await admin.post('/api/claims', { statement, _status: 'published' })
    return body.doc.id
  }
  return { service, admin, publish }
}

test('a webhook whose receiver takes nothing for long is paused, keeps what happens, and is resumed', async () => {
  const { service, publish } = await start({ patience: 300 })
  let isMended = false
  const { receiver, state, ask, deliveries } = await listen(service, {}, (_, res) =>
    res.writeHead(isMended ? 204 : 500).end(),
  )
  await publish('Not taken')
  await vi.waitFor(async () => {
    const stoppedBecause = expect.stringMatching(/^The receiver has taken nothing since \d{4}-/)
    const pausedAt = expect.any(String)
    expect(await state()).toMatchObject({ active: true, pausedAt, stoppedBecause })
  }, soon)
  const before = receiver.received.length
  await publish('Kept')
  await vi.waitFor(async () => expect(await deliveries()).toHaveLength(2), soon)
  await sleep(300)
  expect(receiver.received).toHaveLength(before)

  isMended = true
  expect((await ask('resume')).body).toEqual({ resumed: 2 })
  await vi.waitFor(async () => {
    const states = (await deliveries()).map((one) => one.state)
    expect(states).toEqual(['delivered', 'delivered'])
  }, soon)
  expect(await state()).toMatchObject({ pausedAt: null, stoppedBecause: null, failures: 0 })
})

test('a delivery is given up after its last attempt, the next one of the document comes then, and resuming sends both', async () => {
  const { service, admin, publish } = await start({ pauses: [10, 10] })
  let isMended = false
  const { receiver, deliveries, ask } = await listen(service, {}, (_, res) =>
    res.writeHead(isMended ? 200 : 500).end(),
  )
  const id = await publish('Given up')
  await admin.patch(`/api/claims/${id}`, { statement: 'Given up too', _status: 'published' })
  await vi.waitFor(async () => {
    const failed = { state: 'failed', attempts: 3, lastStatus: 500 }
    expect(await deliveries()).toMatchObject([failed, failed])
  }, soon)
  const sequences = receiver.received.map(({ event }) => event.data.sequence)
  expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
  expect(sequences).toHaveLength(6)

  isMended = true
  expect((await ask('resume')).body).toEqual({ resumed: 2 })
  await vi.waitFor(() => expect(receiver.received).toHaveLength(8), soon)
  const [first, second] = receiver.received.slice(6).map(({ event }) => event.data.sequence)
  expect([first, second]).toEqual([sequences[0], sequences[5]])
})

test('receivers that hang leave slots to the others, and get theirs back by the deadline', async () => {
  const { service, publish } = await start({ slots: 2, deadline: 300 })
  const hanging = await Promise.all(Array.from({ length: 4 }, () => listen(service, {}, () => {})))
  const healthy = await listen(service)
  const ids = await Promise.all(['One', 'Two', 'Three'].map(publish))
  await vi.waitFor(() => {
    const told = healthy.receiver.received.map(({ event }) => event.data.id)
    expect(told.toSorted()).toEqual(ids.toSorted())
  }, soon)
  await vi.waitFor(async () => {
    for (const { state } of hanging) {
      expect(await state()).toMatchObject({
        lastError: 'No answer within 0.3 s.',
        lastStatus: null,
      })
    }
  }, soon)
})

test('several servers on one database send each event once', async () => {
  const { service, publish } = await start()
  const beside = await startBeside(service, { HANDBILL_ALLOWED_HOSTS: 'localhost' })
  onTestFinished(() => beside.stop())
  const { receiver, deliveries } = await listen(service)
  const ids: string[] = []
  for (let i = 0; i < 10; i++) ids.push(await publish(`Claim ${i}`))
  await vi.waitFor(async () => {
    expect(await deliveries('&where[state][equals]=delivered')).toHaveLength(10)
  }, soon)
  expect(receiver.received.map(({ event }) => event.data.id).toSorted()).toEqual(ids.toSorted())
})

test('a server that closes waits for no receiver, and the next server sends what was under way', async () => {
  const { service, publish } = await start({ slots: 0 })
  let isHanging = true
  const { receiver, deliveries } = await listen(service, {}, (_, res) => {
    if (!isHanging) res.end()
  })
  const env = { HANDBILL_ALLOWED_HOSTS: 'localhost' }
  const closing = await startBeside(service, env)
  const id = await publish('Under way')
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1), soon)
  isHanging = false
  await closing.stop()
  // Broken off is not failed.
  expect(await deliveries()).toMatchObject([{ state: 'waiting', attempts: 0 }])

  const next = await startBeside(service, env)
  onTestFinished(() => next.stop())
  await vi.waitFor(() => expect(receiver.received).toHaveLength(2), soon)
  expect(receiver.received[1]).toMatchObject({ event: { data: { id } } })
})

test('a name that leads to this machine once the webhook is saved is never connected to', async () => {
  let leadsTo = '93.184.216.34'
  const resolve = async () => [{ address: leadsTo, family: 4 }]
  const { admin, publish } = await start(
    {},
    { webhooks: { outbound: createOutbound({ resolve }) } },
  )
  const receiver = await startReceiver()
  onTestFinished(receiver.stop)
  const partner = await admin.post('/api/partners', { name: 'P', contact: 'p@example.org' })
  const url = receiver.url.replace('localhost', 'rebinding.test')
  const made = await admin.post('/api/webhooks', { partner: partner.body.doc.id, url })
  expect(made.status).toBe(201)
  leadsTo = '127.0.0.1'
  await publish('For nobody inside')
  await vi.waitFor(async () => {
    const { lastError } = (await admin.get(`/api/webhooks/${made.body.doc.id}`)).body
    expect(lastError).toContain('rebinding.test (127.0.0.1) is not on the public internet')
  }, soon)
  expect([receiver.received, receiver.forged]).toEqual([[], []])
  // Saved anew, it is refused by where it leads now.
  const again = await admin.post('/api/webhooks', { partner: partner.body.doc.id, url })
  expect(again.status).toBe(400)
})

test('what ended long ago is dropped, unless it waits, or somebody has still to acknowledge it', async () => {
  const { service, admin, publish } = await start()
  const { receiver, deliveries } = await listen(service, {}, ({ event }, res) =>
    res.writeHead(event.data.slug === 'waits' ? 429 : 200, { 'Retry-After': '3600' }).end(),
  )
  const id = await publish('Retracted')
  const retracted = { verification: { status: 'retracted', note: 'Wrong.' }, _status: 'published' }
  await admin.patch(`/api/claims/${id}`, retracted)
  await vi.waitFor(() => expect(receiver.received).toHaveLength(2), soon)
  await publish('Waits')
  await vi.waitFor(async () => {
    const states = (await deliveries()).map(({ state }) => state)
    expect(states).toEqual(['delivered', 'delivered', 'waiting'])
  }, soon)
  const drop = (retention: number) => dropOld(service.payload, { retention })
  await drop(1)
  expect(await deliveries()).toHaveLength(3)
  await drop(0)
  expect((await deliveries()).map(({ type, state }) => [type, state])).toEqual([
    ['claims.retracted', 'delivered'],
    ['claims.published', 'waiting'],
  ])
})
