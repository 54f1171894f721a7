import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { stopTheClock } from '../support/clock.ts'
import { makePartner } from '../support/partner.ts'
import { enoughTime } from '../support/rate-limit.ts'
import { type Client, startBeside, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
beforeAll(async () => {
  stopTheClock()
  service = await startService()
  admin = await service.as('admin')
  await admin.post('/api/claims', { statement: 'Public', _status: 'published' })
})
afterAll(async () => {
  vi.useRealTimers()
  await service.stop()
})

const today = () => new Date().toISOString().slice(0, 10)
const usageOf = async (id: string) => {
  const { body } = await admin.get(`/api/partners/${id}/usage`)
  return body.docs
}

test('a partner’s requests are counted by day: all, from memory, stopped', async () => {
  const { id, client, keyId } = await makePartner(service, { requestsPerMinute: 30 })
  await client.get('/api/claims')
  const counted = (await usageOf(id))[0] ?? { requests: 0, cached: 0, throttled: 0 }
  expect(counted).toEqual({ day: today(), requests: 1, cached: expect.any(Number), throttled: 0 })

  await client.get('/api/claims')
  await client.get('/api/claims', { headers: { 'If-None-Match': '*' } })
  await client.get('/api/partners/me')
  await client.get('/api/nowhere')
  expect(await usageOf(id)).toEqual([
    { day: today(), requests: 5, cached: counted.cached + 2, throttled: 0 },
  ])
  const { body } = await admin.get(`/api/partners/${id}/keys`)
  expect(body.docs).toMatchObject([{ id: keyId, lastUsedOn: today() }])
})

test('what the limit stopped is counted apart', async () => {
  const { id, client } = await makePartner(service, { requestsPerMinute: 2 })
  await enoughTime(client)
  const before = (await usageOf(id))[0]
  let passed = 0
  for (let i = 0; i < 6; i++) if ((await client.get('/api/claims')).status === 200) passed += 1
  expect(await usageOf(id)).toMatchObject([
    { requests: before.requests + passed, throttled: before.throttled + 6 - passed },
  ])
})

test('a partner reads its own, and only that', async () => {
  const { client } = await makePartner(service)
  await client.get('/api/claims')
  const { status, body } = await client.get('/api/partners/me/usage')
  expect([status, body.docs]).toMatchObject([200, [{ day: today(), requests: 2 }]])
  expect((await service.reader.get('/api/partners/me/usage')).status).toBe(403)
  expect((await admin.get('/api/partners/me/usage')).status).toBe(403)
})

test.each(['days=0', 'days=367', 'days=x', 'days=1.5', 'days[]=1', 'day=1'])(
  'a wrong parameter is named: %s',
  async (query) => {
    const { client } = await makePartner(service)
    const { status, body } = await client.get(`/api/partners/me/usage?${query}`)
    expect([status, body.errors[0].data.parameter]).toEqual([400, query.split(/[=[]/)[0]])
  },
)

test('of the days asked for', async () => {
  const { id, client } = await makePartner(service)
  const dayBefore = (days: number) =>
    new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
  for (const days of [1, 2, 29, 30, 100]) {
    await service.payload.db.create({
      collection: 'usage',
      data: { partner: id, day: dayBefore(days), requests: days, cached: 0, throttled: 0 },
    })
  }
  const days = async (query = '') =>
    (await client.get(`/api/partners/me/usage${query}`)).body.docs.map(
      (d: { day: string }) => d.day,
    )
  expect(await days()).toEqual([0, 1, 2, 29].map(dayBefore))
  expect(await days('?days=2')).toEqual([0, 1].map(dayBefore))
  expect(await days('?days=366')).toEqual([0, 1, 2, 29, 30, 100].map(dayBefore))
})

test('several servers add to one day, also when it begins on both at once, and a stop loses nothing', async () => {
  const { id, key, client } = await makePartner(service)
  const first = await startBeside(service)
  const second = await startBeside(service)
  for (let i = 0; i < 20; i++) {
    for (const server of [first, second]) {
      await server.with({ Authorization: `Bearer ${key}` }).get('/api/claims')
    }
  }
  await Promise.all([first.stop(), second.stop()])
  await client.get('/api/claims')
  expect(await usageOf(id)).toMatchObject([{ requests: 41 }])
  const where = { partner: { equals: id } }
  const { docs } = await service.payload.db.find({ collection: 'usage', where })
  expect(docs).toHaveLength(1)
})

test('what cannot be written is kept until it can', async () => {
  const { id, client } = await makePartner(service)
  await client.get('/api/claims')
  const { db } = service.payload
  const { updateOne } = db
  const spy = vi
    .spyOn(db, 'updateOne')
    .mockImplementation(((args: { collection: string }) =>
      args.collection === 'usage'
        ? Promise.reject(new Error('down'))
        : updateOne.call(db, args as never)) as never)
  onTestFinished(() => spy.mockRestore())
  expect(await usageOf(id)).toEqual([])
  await client.get('/api/claims')
  spy.mockRestore()
  expect(await usageOf(id)).toMatchObject([{ requests: 2 }])
})

test('nothing of a visitor is stored', async () => {
  const { id, client } = await makePartner(service)
  const headers = {
    'User-Agent': 'kanarivogel/1.0',
    'X-Forwarded-For': '203.0.113.77',
    Referer: 'https://kanarivogel.example/',
  }
  await client.get('/api/claims', { headers })
  await usageOf(id)
  for (const collection of ['usage', 'partner-keys', 'partners'] as const) {
    const { docs } = await service.payload.db.find({ collection, pagination: false })
    expect(JSON.stringify(docs)).not.toMatch(/kanarivogel|203\.0\.113|127\.0\.0\.1/)
  }
})

test('usage goes with its partner, also what is not written yet', async () => {
  const { id, client } = await makePartner(service)
  await client.get('/api/claims')
  await usageOf(id)
  await client.get('/api/claims')
  await admin.delete(`/api/partners/${id}`)
  const other = await makePartner(service)
  await other.client.get('/api/partners/me/usage')
  const where = { day: { equals: today() } }
  const { docs } = await service.payload.db.find<{ id: string; partner: string }>({
    collection: 'usage',
    pagination: false,
    where,
  })
  expect(docs.map(({ partner }) => partner)).not.toContain(id)
})
