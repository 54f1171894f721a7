import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { stopTheClock } from '../support/clock.ts'
import { makePartner } from '../support/partner.ts'
import { enoughTime, rateLimitOf } from '../support/rate-limit.ts'
import { startBeside, startService, type TestService } from '../support/service.ts'

let service: TestService
let beside: TestService
beforeAll(async () => {
  stopTheClock()
  service = await startService({ HANDBILL_REQUESTS_PER_MINUTE: '50' })
  beside = await startBeside(service, { HANDBILL_REQUESTS_PER_MINUTE: '50' })
})
afterAll(async () => {
  vi.useRealTimers()
  await beside.stop()
  await service.stop()
})

const lag = 700

/**
 * Waits until so much is counted in all; the server that told it knows what others did a moment later.
 * What others tell after it, a server knows once it tells something again.
 */
async function counted(total: number): Promise<void> {
  const { connection } = service.payload.db as unknown as { connection: Connection }
  const sum = async () => {
    const stored = await connection.collection('request-counts').find().toArray()
    // The clock may have gone on to another window meanwhile.
    const latest = Math.max(...stored.map(({ until }) => until.getTime()))
    return stored.reduce((all, { count, until }) => all + (+until === latest ? count : 0), 0)
  }
  await expect.poll(sum).toBe(total)
  await sleep(lag)
}

test('two servers count a partner together', async () => {
  const { key, client } = await makePartner(service, { requestsPerMinute: 20 })
  const there = beside.with({ Authorization: `Bearer ${key}` })
  const left = await enoughTime(client)
  const before = 20 - left
  for (let i = 0; i < 8; i++) await client.get('/api/claims')
  await counted(before + 8)
  await there.get('/api/claims')
  await counted(before + 8 + 1)
  expect(rateLimitOf(await there.get('/api/claims'))?.left).toBe(left - 8 - 2)
  await counted(before + 8 + 2)
  await client.get('/api/claims')
  await counted(before + 8 + 2 + 1)
  expect(rateLimitOf(await client.get('/api/claims'))?.left).toBe(left - 8 - 2 - 2)
})

test('an address that comes near its limit is stopped on both', async () => {
  await enoughTime(service.reader)
  let answer = await service.reader.get('/api/claims')
  while (answer.status === 200) answer = await service.reader.get('/api/claims')
  const there = []
  for (let i = 0; i < 6; i++) there.push(await beside.reader.get('/api/claims'))
  const status = async () => (await beside.reader.get('/api/claims')).status
  await expect.poll(status).toBe(429)
  const counts = (service.payload.db as unknown as { connection: Connection }).connection
  const stored = await counts.collection('request-counts').find().toArray()
  expect(stored.length).toBeGreaterThan(0)
  expect(JSON.stringify(stored)).not.toMatch(/127\.0\.0\.1|::1/)
})

test('a request does not wait for the store, and none fails when there is none', async () => {
  const { client } = await makePartner(service, { requestsPerMinute: 1000 })
  const { connection } = service.payload.db as unknown as { connection: Connection }
  const counts = connection.collection('request-counts')
  const spy = vi
    .spyOn(Object.getPrototypeOf(counts), 'bulkWrite')
    .mockRejectedValue(new Error('down'))
  const before = rateLimitOf(await client.get('/api/claims'))
  for (let i = 0; i < 5; i++) {
    expect((await client.get('/api/claims')).status).toBe(200)
    await sleep(150)
  }
  expect(spy).toHaveBeenCalled()
  expect(rateLimitOf(await client.get('/api/claims'))?.left).toBe((before?.left ?? 0) - 6)
  spy.mockRestore()
})

type Connection = {
  collection(name: string): { find(): { toArray(): Promise<{ count: number; until: Date }[]> } }
}
