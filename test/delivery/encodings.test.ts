import { randomBytes } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { json, startDelivery } from './harness.ts'

const text = 'A claim and its evidence. '.repeat(200)
const content = async () => json({ text }, ['claims'])

test.each<[string | undefined, string | undefined]>([
  [undefined, undefined],
  ['', undefined],
  ['identity', undefined],
  ['br', 'br'],
  ['BR', 'br'],
  ['gzip', 'gzip'],
  ['gzip, br', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
  ['*', 'br'],
  ['br;q=0.5, gzip', 'gzip'],
  ['br;q=0, *', 'gzip'],
  ['br;q=0, gzip;q=0', undefined],
  ['gzip;q=0.5, identity', undefined],
  ['identity;q=0', undefined],
  ['deflate', undefined],
  [';;,,q=', undefined],
])('Accept-Encoding: %s is answered in %s', async (accepted, encoding) => {
  const { get } = await startDelivery({ content })
  const answer = await get(
    '/api/claims',
    accepted === undefined ? {} : { 'Accept-Encoding': accepted },
  )
  expect(answer.header('content-encoding')).toBe(encoding)
  expect(answer.header('content-length')).toBe(String(answer.body.length))
  expect(answer.header('vary')).toContain('Accept-Encoding')
  const decode = { br: brotliDecompressSync, gzip: gunzipSync }[encoding ?? '']
  expect(JSON.parse(String(decode ? decode(answer.body) : answer.body))).toEqual({ text })
})

test('each encoding has its own ETag', async () => {
  const { get } = await startDelivery({ content })
  const etags: (string | undefined)[] = []
  for (const accepted of ['identity', 'br', 'gzip']) {
    etags.push((await get('/api/claims', { 'Accept-Encoding': accepted })).header('etag'))
  }
  const [identity = ''] = etags
  const opaque = identity.slice(0, -1)
  expect(etags).toEqual([identity, `${opaque}-br"`, `${opaque}-gzip"`])
})

test('an encoding is made once, and counts towards the memory', async () => {
  const { get, delivery } = await startDelivery({ content })
  await get('/api/claims')
  const before = delivery.stats().bytes
  const headers = { 'Accept-Encoding': 'br' }
  const answers = await Promise.all([get('/api/claims', headers), get('/api/claims', headers)])
  const after = delivery.stats().bytes
  expect(after).toBeGreaterThan(before + (answers[0]?.body.length ?? 0))
  await get('/api/claims', headers)
  expect(delivery.stats().bytes).toBe(after)
})

describe('stays as it is', () => {
  test.each([
    ['what is under 1 kB', Buffer.from('x'.repeat(900))],
    ['what does not shrink by 10 %', randomBytes(20_000)],
  ])('%s', async (_, body) => {
    const { get } = await startDelivery({
      content: async () => ({ response: new Response(body), tags: new Set(['claims']) }),
    })
    const identity = await get('/api/claims')
    const answer = await get('/api/claims', { 'Accept-Encoding': 'br' })
    expect(answer.body).toEqual(body)
    expect(answer.header('content-encoding')).toBeUndefined()
    expect(answer.header('etag')).toBe(identity.header('etag'))
  })
})

test('bytes of every value arrive as they are, in short bodies and in long ones', async () => {
  const bytes = (length: number) => Buffer.from(Array.from({ length }, (_, i) => i % 256))
  for (const length of [0, 1, 1000, 8192, 8193, 100_000]) {
    const { get } = await startDelivery({
      content: async () => ({ response: new Response(bytes(length)), tags: new Set(['claims']) }),
    })
    await get('/api/claims')
    expect((await get('/api/claims')).body).toEqual(bytes(length))
  }
})
