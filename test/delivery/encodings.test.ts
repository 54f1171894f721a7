import { createHash, randomBytes } from 'node:crypto'
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

test('the digest is that of the bytes sent, in each encoding and for a source that says another', async () => {
  const { get } = await startDelivery({
    content: async () =>
      json({ text }, ['claims'], { headers: { 'Repr-Digest': 'sha-256=:AAAA:' } }),
  })
  const digests = new Set<string | undefined>()
  for (const accepted of ['identity', 'br', 'gzip', 'identity', 'br', 'gzip']) {
    const answer = await get('/api/claims', { 'Accept-Encoding': accepted })
    const sum = createHash('sha256').update(answer.body).digest('base64')
    const said = answer.headers.filter(([name]) => name === 'repr-digest')
    expect(said).toEqual([['repr-digest', `sha-256=:${sum}:`]])
    digests.add(answer.header('repr-digest'))
  }
  expect(digests.size).toBe(3)
})

test('HEAD says the digest of what GET sends; an answer that is not kept has one too', async () => {
  const { ask, get } = await startDelivery({
    content: async ({ url }) => json({ text }, url.includes('kept') ? ['claims'] : undefined),
  })
  for (const path of ['/api/claims?kept', '/api/claims?passed']) {
    const { body, header } = await get(path)
    const sum = createHash('sha256').update(body).digest('base64')
    expect(header('repr-digest')).toBe(`sha-256=:${sum}:`)
    expect((await ask(path, { method: 'HEAD' })).header('repr-digest')).toBe(`sha-256=:${sum}:`)
  }
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
