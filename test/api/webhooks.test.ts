import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Answer } from '../support/receiver.ts'
import type { Client, TestService } from '../support/service.ts'
import { listen, soon, startWebhooks } from '../support/webhooks.ts'

let service: TestService
let admin: Client
const lines: string[] = []
/** Messages that could not be sent are logged, for the tests have no mail server. */
const logged = (): object[] => lines.map((line) => JSON.parse(line))

beforeAll(async () => {
  const logger = pino({ level: 'warn' }, { write: (line) => void lines.push(line) })
  service = await startWebhooks({}, { logger })
  admin = await service.as('admin')
})
afterAll(async () => {
  await service.stop()
  // A write that met another one is told of by Payload, and tried again; a mistake of a client's is one.
  const isExpected = (line: { err?: { status?: number }; to?: string }) =>
    'to' in line || line.err?.status === 400 || JSON.stringify(line).includes('WriteConflict')
  const errors = logged().filter((line) => !isExpected(line))
  expect(errors).toEqual([])
})

async function publish(statement: string, data: object = {}): Promise<string> {
  const { body } = await admin.post('/api/claims', { statement, _status: 'published', ...data })
  return body.doc.id
}

const edit = (id: string, data: object) =>
  admin.patch(`/api/claims/${id}`, { _status: 'published', ...data })

/** Answers with these statuses, one after the other, and then with 200. */
function answering(...statuses: [status: number, headers?: Record<string, string>][]): Answer {
  return (_, res) => {
    const [status, headers] = statuses.shift() ?? [200]
    res.writeHead(status, headers).end('what the receiver says')
  }
}

describe('a partner is told', () => {
  test('of what the public sees, and of nothing else', async () => {
    const { receiver } = await listen(service)
    const draft = await admin.post('/api/claims', { statement: 'A draft' })
    expect(draft.status).toBe(201)
    const id = await publish('Rents rose')
    await edit(id, { statement: 'Rents rose a lot' })
    await admin.patch(`/api/claims/${id}?draft=true`, { statement: 'Not yet' })
    await admin.patch(`/api/claims/${id}`, { _status: 'draft' })

    await vi.waitFor(() => expect(receiver.received).toHaveLength(3), soon)
    expect(receiver.forged).toEqual([])
    const types = receiver.received.map(({ event }) => event.type)
    expect(types).toEqual(['claims.published', 'claims.updated', 'claims.unpublished'])
    const [first] = receiver.received
    expect(first?.event).toEqual({
      type: 'claims.published',
      timestamp: first?.event.data.at,
      data: {
        sequence: expect.any(Number),
        collection: 'claims',
        id,
        slug: 'rents-rose',
        kind: 'published',
        isCorrection: false,
        locales: ['en'],
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        url: `${service.settings.publicUrl}/api/claims/${id}`,
      },
    })
    expect(first?.id).toMatch(/^msg_[0-9a-f]{24}$/)
  })

  test('of the collections and the kinds that it has asked for', async () => {
    const { receiver } = await listen(service, {
      collections: ['demands'],
      kinds: ['published', 'deleted'],
    })
    await publish('Not asked for')
    const data = { title: 'Cancel it', _status: 'published' }
    const { body } = await admin.post('/api/demands', data)
    await admin.patch(`/api/demands/${body.doc.id}`, { ...data, title: 'Cancel it now' })
    await admin.delete(`/api/demands/${body.doc.id}`)
    await vi.waitFor(() => expect(receiver.received).toHaveLength(2), soon)
    const types = receiver.received.map(({ event }) => event.type)
    expect(types).toEqual(['demands.published', 'demands.deleted'])
  })

  test('again, under the same id, until it takes it', async () => {
    const failing = answering([500], [404], [302, { Location: '/elsewhere' }])
    const { receiver, deliveries } = await listen(service, {}, failing)
    await publish('Told until it is taken')
    await vi.waitFor(() => expect(receiver.received).toHaveLength(4), soon)
    const [first, ...others] = receiver.received
    for (const { id, event } of others) expect([id, event]).toEqual([first?.id, first?.event])
    await vi.waitFor(async () => {
      const [delivery] = await deliveries()
      expect(delivery).toMatchObject({
        state: 'delivered',
        attempts: 4,
        lastStatus: 200,
        lastError: null,
      })
    }, soon)
  })

  test('of the later change of a document when it has taken the earlier one', async () => {
    const { receiver, deliveries } = await listen(service, {}, answering(...Array(5).fill([503])))
    const id = await publish('One')
    await edit(id, { statement: 'Two' })
    await edit(id, { statement: 'Three' })
    const other = await publish('Another document')
    await vi.waitFor(async () => {
      const states = (await deliveries()).map(({ state }) => state)
      expect(states).toEqual(Array(4).fill('delivered'))
    }, soon)
    const taken = receiver.received.filter(({ answered }) => answered === 200)
    const sequences = taken
      .filter(({ event }) => event.data.id === id)
      .map((t) => t.event.data.sequence)
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
    expect(taken.filter(({ event }) => event.data.id === other)).toHaveLength(1)
  })

  test('by Payload’s job queue, which keeps nothing of what is done', async () => {
    const { receiver, deliveries } = await listen(service)
    await publish('Queued')
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), soon)
    await vi.waitFor(async () => {
      expect(await deliveries('&where[state][equals]=waiting')).toEqual([])
      const { totalDocs } = await service.payload.count({ collection: 'payload-jobs' })
      expect(totalDocs).toBe(0)
    }, soon)
  })
})

describe('a receiver', () => {
  test('that hangs keeps nothing from others', async () => {
    const hanging = await listen(service, {}, () => {})
    const healthy = await listen(service)
    const ids = [await publish('First'), await publish('Second')]
    await vi.waitFor(() => {
      const told = healthy.receiver.received.map(({ event }) => event.data.id)
      expect(told).toEqual(expect.arrayContaining(ids))
    }, soon)
    await vi.waitFor(
      () => expect(hanging.receiver.received[0]).toMatchObject({ answered: 0 }),
      soon,
    )
  })

  test('that says when to come back is left alone until then', async () => {
    const { receiver, state, deliveries } = await listen(
      service,
      {},
      answering([429, { 'Retry-After': '3600' }]),
    )
    await publish('Too many')
    await vi.waitFor(async () => expect((await state()).lastStatus).toBe(429), soon)
    await publish('Kept meanwhile')
    await vi.waitFor(async () => expect(await deliveries()).toHaveLength(2), soon)
    await sleep(200)
    expect(receiver.received).toHaveLength(1)
    const [first] = await deliveries()
    expect(Date.parse(String(first?.dueAt)) - Date.now()).toBeGreaterThan(3_500_000)
  })

  test('that is gone is switched off, and its partner is told', async () => {
    const { receiver, state } = await listen(service, {}, answering([410]))
    await publish('For nobody')
    await vi.waitFor(async () => {
      const stoppedBecause = 'The receiver answered 410 Gone.'
      expect(await state()).toMatchObject({ active: false, stoppedBecause })
      expect(logged()).toContainEqual(expect.objectContaining({ to: 'a@example.org' }))
    }, soon)
    await publish('Not kept')
    await sleep(200)
    expect(receiver.received).toHaveLength(1)
  })
})

describe('an admin', () => {
  test('sees a secret that the service made, and that the database does not hold', async () => {
    const { state, webhook } = await listen(service, {
      secret: 'whsec_bXkgb3du',
      formerSecret: 'mine',
    })
    const { secret } = await state()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const stored = await service.payload.db.findOne({
      collection: 'webhooks',
      where: { id: { equals: webhook } },
    })
    expect(JSON.stringify(stored)).not.toContain(secret)
    // A change of something else leaves it alone.
    await admin.patch(`/api/webhooks/${webhook}`, {
      kinds: ['retracted'],
      secret: 'whsec_bXkgb3du',
    })
    expect(await state()).toMatchObject({ secret, kinds: ['retracted'] })
  })

  test('changes the secret, and for a time both sign', async () => {
    const { receiver, ask, state } = await listen(service)
    const { secret } = await state()
    const { status, body } = await ask('rotate-secret')
    expect(status).toBe(200)
    expect(body.secret).not.toBe(secret)
    expect((await state()).secret).toBe(body.secret)
    expect(Date.parse(body.formerSecretUntil)).toBeGreaterThan(Date.now())
    await publish('Signed twice')
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), soon)
    receiver.trust(body.secret)
    await publish('Signed twice, too')
    await vi.waitFor(() => expect(receiver.received).toHaveLength(2), soon)
    expect(receiver.received.map(({ signatures }) => signatures)).toEqual([2, 2])
    expect(receiver.forged).toEqual([])
  })

  test('has a ping sent, once, also to a webhook that is switched off', async () => {
    const { receiver, ask, deliveries } = await listen(service, { active: false }, answering([500]))
    await publish('Not for it')
    const { body } = await ask('ping')
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), soon)
    expect(receiver.received[0]?.event).toEqual({
      type: 'ping',
      timestamp: expect.any(String),
      data: {},
    })
    await vi.waitFor(async () => {
      expect(await deliveries()).toMatchObject([
        { id: body.delivery, state: 'failed', lastStatus: 500 },
      ])
    }, soon)
    expect((await deliveries())[0]?.lastError).toBe(
      'The receiver answered 500. what the receiver says',
    )
  })

  test('has one delivery sent again', async () => {
    const { receiver, deliveries } = await listen(service)
    await publish('Again')
    await vi.waitFor(
      async () => expect(await deliveries()).toMatchObject([{ state: 'delivered' }]),
      soon,
    )
    const [{ id } = {}] = await deliveries()
    const { body } = await admin.post(`/api/webhook-deliveries/${id}/replay`)
    expect(body).toEqual({ replayed: 1 })
    await vi.waitFor(() => expect(receiver.received).toHaveLength(2), soon)
    expect(receiver.received[1]).toMatchObject({ id: receiver.received[0]?.id })
  })

  test('has everything sent again since a time, in order, also what was never kept', async () => {
    const { receiver, ask, webhook, deliveries } = await listen(service, { active: false })
    const { receiver: witness } = await listen(service)
    await publish('Before')
    await sleep(20)
    const since = new Date().toISOString()
    const id = await publish('Missed')
    await edit(id, { statement: 'Missed, and edited' })
    await vi.waitFor(() => expect(witness.received).toHaveLength(3), soon)
    await admin.patch(`/api/webhooks/${webhook}`, { active: true })
    await edit(id, { statement: 'Told' })
    // What is under way while it is asked for again is sent once.
    await vi.waitFor(
      async () => expect(await deliveries()).toMatchObject([{ state: 'delivered' }]),
      soon,
    )

    expect((await ask('replay', { since })).body).toEqual({ replayed: 3, since })
    await vi.waitFor(() => expect(receiver.received).toHaveLength(4), soon)
    const told = receiver.received.map(({ event }) => event.data)
    expect(new Set(told.map((data) => data.id))).toEqual(new Set([id]))
    const sequences = told.slice(1).map(({ sequence }) => sequence)
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
    expect(sequences.at(-1)).toBe(told[0]?.sequence)
  })

  test('is told what a replay takes, and of a webhook that is not there', async () => {
    const { ask } = await listen(service)
    for (const since of [undefined, '', 'yesterday', 12, {}]) {
      const { status, body } = await ask('replay', { since })
      expect(status).toBe(400)
      expect(body.errors[0].message).toContain('since: accepted: a time such as')
    }
    for (const id of ['000000000000000000000000', 'nonsense', '%00']) {
      for (const action of ['ping', 'replay', 'resume', 'rotate-secret']) {
        expect((await admin.post(`/api/webhooks/${id}/${action}`, {})).status, id).toBe(404)
      }
      expect((await admin.post(`/api/webhook-deliveries/${id}/replay`)).status, id).toBe(404)
    }
  })

  test('cannot save an address that is not public, however it is spelled or led to', async () => {
    const { partner, webhook } = await listen(service)
    const addresses = [
      ...['http://127.0.0.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://[::ffff:10.0.0.1]/'],
      ...['http://169.254.169.254/latest/meta-data', 'https://192.168.1.1', 'http://[fe80::1]/'],
      ...['https://me:secret@example.org/', 'ftp://example.org/', 'nowhere', ''],
    ]
    for (const url of addresses) {
      const made = await admin.post('/api/webhooks', { partner, url })
      expect.soft(made.status, url).toBe(400)
      expect.soft(made.body.errors[0].data.errors[0], url).toMatchObject({ path: 'url' })
      expect.soft((await admin.patch(`/api/webhooks/${webhook}`, { url })).status, url).toBe(400)
      const bulk = await admin.patch(`/api/webhooks?where[id][equals]=${webhook}`, { url })
      expect.soft(bulk.body.errors, url).toHaveLength(1)
    }
  })

  test('cannot save what is no webhook', async () => {
    const { webhook } = await listen(service)
    const headers = { 'Content-Type': 'application/json' }
    for (const body of ['', '[]', 'null', '1', '"text"', '{']) {
      expect.soft((await admin.post('/api/webhooks', body, { headers })).status, body).toBe(400)
      const { status } = await admin.patch(`/api/webhooks/${webhook}`, body, { headers })
      // Nothing at all is no change.
      expect.soft(status, body).toBe(body === '' ? 200 : 400)
    }
    const url = 'https://example.org/'
    for (const data of [{ url }, { url, partner: webhook }, { url: 1 }, { url, kinds: ['any'] }]) {
      const { status, text } = await admin.post('/api/webhooks', data)
      expect.soft(status, text).toBe(400)
    }
    const missing = '/api/webhooks/000000000000000000000000'
    expect((await admin.patch(missing, { kinds: [] })).status).toBe(404)
    expect((await admin.get(`/api/webhooks/${webhook}?depth=x`)).status).toBe(200)
    expect((await admin.patch(`/api/webhooks/${webhook}?depth=x`, { kinds: [] })).status).toBe(200)
  })

  test('takes a partner away with its webhooks and what they were told', async () => {
    const { receiver, partner, webhook, deliveries } = await listen(service)
    await publish('The last one')
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), soon)
    expect((await admin.delete(`/api/partners/${partner}`)).status).toBe(200)
    expect((await admin.get(`/api/webhooks/${webhook}`)).status).toBe(404)
    expect(await deliveries()).toEqual([])
  })
})

test('nobody else sees webhooks, or has anything done with them', async () => {
  const { ask: _, webhook, deliveries } = await listen(service)
  await publish('Seen by admins')
  await vi.waitFor(async () => expect(await deliveries()).toHaveLength(1), soon)
  const [{ id } = {}] = await deliveries()
  const others = [service.reader, await service.as('editor'), await service.as('reviewer')]
  for (const other of others) {
    for (const path of [
      '/api/webhooks',
      '/api/webhook-deliveries',
      `/api/webhook-deliveries/${id}`,
    ]) {
      expect.soft((await other.get(path)).status, path).toBe(403)
    }
    const actions = ['ping', 'replay', 'resume', 'rotate-secret'].map(
      (a) => `webhooks/${webhook}/${a}`,
    )
    for (const path of [...actions, `webhook-deliveries/${id}/replay`, 'webhooks']) {
      const { status } = await other.post(`/api/${path}`, {
        since: '2026-01-01',
        url: 'http://a.test',
      })
      expect.soft(status, path).toBe(403)
    }
    expect((await other.patch(`/api/webhooks/${webhook}`, { url: 'http://a.test' })).status).toBe(
      403,
    )
  }
  for (const path of ['webhook-deliveries', `webhook-deliveries/${id}`]) {
    const write = path.includes('/') ? admin.patch : admin.post
    expect((await write(`/api/${path}`, { state: 'delivered' })).status).toBe(403)
  }
})
