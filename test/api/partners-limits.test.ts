import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { stopTheClock } from '../support/clock.ts'
import { makePartner, type TestPartner } from '../support/partner.ts'
import { enoughTime, rateLimitOf } from '../support/rate-limit.ts'
import { send } from '../support/raw-http.ts'
import { type Client, startBeside, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
beforeAll(async () => {
  stopTheClock()
  service = await startService({ HANDBILL_REQUESTS_PER_MINUTE: '40' })
  admin = await service.as('admin')
  await admin.post('/api/claims', { statement: 'Public', _status: 'published' })
})
afterAll(async () => {
  vi.useRealTimers()
  await service.stop()
})

const proxied = async (more: Record<string, string> = {}) => {
  const beside = await startBeside(service, {
    HANDBILL_REQUESTS_PER_MINUTE: '5',
    HANDBILL_TRUSTED_PROXIES: 'loopback',
    ...more,
  })
  onTestFinished(() => beside.stop())
  return (address: string) => beside.with({ 'X-Forwarded-For': address })
}

describe('an address without a key', () => {
  test('is told its limit in every answer: cached, unchanged, not found, HEAD, and GraphQL', async () => {
    await enoughTime(service.reader, 20)
    const first = await service.reader.get('/api/claims')
    const etag = first.headers.get('ETag') ?? ''
    const answers = [
      first,
      await service.reader.get('/api/claims'),
      await service.reader.get('/api/claims', { headers: { 'If-None-Match': etag } }),
      await service.reader.get('/api/claims', { method: 'HEAD' }),
      await service.reader.get('/api/claims/000000000000000000000000'),
      await service.reader.get('/api/nowhere'),
      await service.reader.get('/nowhere'),
      await service.reader.get('/api/claims?limt=1'),
      await service.reader.graphql('{ Claims { totalDocs } }'),
      await service.reader.post('/api/claims', { statement: 'x' }),
      await service.reader.get('/'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([
      200, 200, 304, 200, 404, 404, 404, 400, 200, 403, 200,
    ])
    const limits = answers.map(rateLimitOf)
    const left = limits[0]?.left ?? 0
    for (const [i, limit] of limits.entries()) {
      expect(limit).toMatchObject({ name: 'address', limit: 40, window: 60, left: left - i })
    }
  })

  test('that asks too often is stopped, wherever its answers come from, and told when to come back', async () => {
    let answer = await service.reader.get('/api/claims')
    await enoughTime(service.reader)
    for (let i = 0; i < 40 && answer.status === 200; i++)
      answer = await service.reader.get('/api/claims')
    for (const path of [
      '/api/claims',
      '/api/claims?limit=9',
      '/api/graphql?query={__typename}',
      '/',
    ]) {
      const { status, body, headers } = await service.reader.get(path)
      expect([status, body.errors[0].data.code]).toEqual([429, 'too_many_requests'])
      expect(body.errors[0].message).toMatch(/40 a minute/)
      expect(Number(headers.get('Retry-After'))).toBe(rateLimitOf({ headers })?.seconds)
      expect(rateLimitOf({ headers })?.left).toBe(0)
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(headers.get('Access-Control-Expose-Headers')).toContain('Retry-After')
    }
    const unchanged = { headers: { 'If-None-Match': '*' } }
    expect((await service.reader.get('/api/claims', unchanged)).status).toBe(429)
  })

  test('is not counted for what editors do, for log-ins, and for what browsers ask before', async () => {
    const answers = [
      await admin.get('/api/claims'),
      await service.reader.post('/api/users/login', {}),
      await service.reader.get('/api/claims', { method: 'OPTIONS' }),
    ]
    for (const answer of answers) {
      expect(answer.status).not.toBe(429)
      expect(answer.headers.get('RateLimit')).toBeNull()
    }
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJjb2xsZWN0aW9uIjoidXNlcnMiLCJleHAiOjk5OTk5OTk5OTl9.AAAA'
    const claimed: Record<string, string>[] = [
      { Authorization: `JWT ${token}` },
      { Authorization: `JWT ${token.slice(0, -4)}` },
      { Cookie: `payload-token=${token}` },
      { Cookie: 'payload-token=nonsense' },
    ]
    for (const headers of claimed) {
      expect(rateLimitOf(await service.with(headers).get('/api/claims'))?.name).toBe('address')
    }
  })

  test.each(['logout', 'refresh-token'])(
    'that is signed in to nothing is counted where it asks for %s',
    async (path) => {
      const from = (await proxied())('203.0.113.3')
      const statuses: number[] = []
      for (let i = 0; i < 8; i++) statuses.push((await from.post(`/api/users/${path}`)).status)
      expect(statuses[0]).not.toBe(429)
      expect(statuses).toContain(429)
      expect((await admin.post('/api/users/refresh-token')).headers.get('RateLimit')).toBeNull()
    },
  )

  test('is the one that a trusted proxy names, and IPv6 is one customer', async () => {
    const from = await proxied()
    const left = async (address: string) =>
      rateLimitOf(await from(address).get('/api/claims'))?.left
    await enoughTime(from('198.51.100.1'))
    const before = await left('198.51.100.1')
    expect(await left('203.0.113.5')).toBe(4)
    expect(await left('203.0.113.6')).toBe(4)
    expect(await left('nonsense, 203.0.113.7')).toBe(4)
    expect(await left('198.51.100.1')).toBe((before ?? 0) - 1)
    const mine = await enoughTime(from('2001:db8:1:2::1'))
    expect(await left('2001:db8:1:2:ffff::1')).toBe(mine - 1)
    expect(await left('2001:db8:1:3::1')).toBe(4)
  })

  test('is not whatever it says where no proxy is trusted', async () => {
    const left = async (address: string) =>
      rateLimitOf(await service.with({ 'X-Forwarded-For': address }).get('/api/claims'))?.left ?? 0
    await enoughTime(service.reader)
    const before = await left('203.0.113.1')
    expect(await left('203.0.113.2')).toBe(Math.max(0, before - 1))
  })

  test('has no limit when the setting says so', async () => {
    const from = await proxied({ HANDBILL_REQUESTS_PER_MINUTE: '0' })
    for (let i = 0; i < 20; i++) {
      const answer = await from('203.0.113.1').get('/api/claims')
      expect([answer.status, answer.headers.get('RateLimit')]).toEqual([200, null])
    }
  })

  test('that tries keys that are not good is stopped, and others’ keys go on', async () => {
    const from = await proxied()
    const { key, client } = await makePartner(service)
    expect((await client.get('/api/claims')).status).toBe(200)
    const tries: number[] = []
    for (let i = 0; i < 12; i++) {
      const wrong = from('203.0.113.20')
      const headers = { Authorization: `Bearer hb_${i}` }
      tries.push((await wrong.get('/api/claims', { headers })).status)
    }
    expect(tries.filter((status) => status === 429).length).toBeGreaterThan(0)
    expect(tries[0]).toBe(401)
    const headers = { Authorization: `Bearer ${key}` }
    expect((await from('203.0.113.21').get('/api/claims', { headers })).status).toBe(200)
  })
})

describe('a partner', () => {
  test('has its own limit, for all its keys together, wherever it asks from', async () => {
    const partner = await makePartner(service, { requestsPerMinute: 12 })
    const from = await proxied()
    const second = await admin.post(`/api/partners/${partner.id}/keys`, {})
    const other = service.with({ Authorization: `Bearer ${second.body.key}` })
    const left = await enoughTime(partner.client)
    const answers = [
      await other.get('/api/claims'),
      await partner.client.get('/api/claims', { headers: { 'If-None-Match': '*' } }),
      await partner.client.get('/api/partners/me'),
      await other.graphql('{ Claims { totalDocs } }'),
    ]
    for (const [i, answer] of answers.entries()) {
      expect(rateLimitOf(answer)).toMatchObject({ name: 'partner', limit: 12, left: left - 1 - i })
    }
    // Addresses without a key are counted apart.
    expect(rateLimitOf(await from('203.0.113.30').get('/api/claims'))?.left).toBe(4)
  })

  test('that asks too often is stopped, with every key and everywhere', async () => {
    const { client } = await makePartner(service, { requestsPerMinute: 3 })
    await enoughTime(client)
    for (let i = 0; i < 3; i++) await client.get('/api/claims')
    for (const path of ['/api/claims', '/api/partners/me', '/api/graphql?query={__typename}']) {
      const { status, body, headers } = await client.get(path)
      expect([status, body.errors[0].data.code]).toEqual([429, 'too_many_requests'])
      expect(body.errors[0].message).toMatch(/3 a minute/)
      expect(Number(headers.get('Retry-After'))).toBeGreaterThanOrEqual(1)
      expect(rateLimitOf({ headers })?.left).toBe(0)
    }
  })

  test('another limit holds within a second', async () => {
    const { id, client } = await makePartner(service, { requestsPerMinute: 100 })
    expect(rateLimitOf(await client.get('/api/claims'))?.limit).toBe(100)
    await admin.patch(`/api/partners/${id}`, { requestsPerMinute: 50 })
    expect(rateLimitOf(await client.get('/api/claims'))?.limit).toBe(50)
  })

  test('gets no more than its limit, however requests of several follow each other', async () => {
    const partners: (TestPartner & { limit: number })[] = []
    for (const limit of [2, 5, 9]) {
      partners.push({ limit, ...(await makePartner(service, { requestsPerMinute: limit })) })
    }
    const states = partners.map(({ limit }) => ({ passed: 0, left: limit }))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(2), { minLength: 10, maxLength: 30 }), async (order) => {
        for (const who of order) {
          const { client, limit } = partners[who] as (typeof partners)[0]
          const state = states[who] as (typeof states)[0]
          const answer = await client.get('/api/claims')
          const left = rateLimitOf(answer)?.left ?? -1
          // More than before is left in a new window only.
          if (left > state.left) state.passed = 0
          state.left = left
          if (answer.status === 200) state.passed += 1
          else expect([answer.status, state.passed]).toEqual([429, limit])
          expect(state.passed + left).toBe(limit)
        }
      }),
      { numRuns: 8 },
    )
  })
})

describe('a browser', () => {
  const home = 'https://news.example'

  test('reads what is public from pages of any origin, without a key', async () => {
    const from = await proxied({ HANDBILL_REQUESTS_PER_MINUTE: '0' })
    for (const path of ['/api/claims', '/api/graphql?query={__typename}']) {
      const { status, headers } = await from('203.0.113.40').get(path, {
        headers: { Origin: home },
      })
      expect([status, headers.get('Access-Control-Allow-Origin')]).toEqual([200, '*'])
      expect(headers.get('Access-Control-Allow-Credentials')).toBeNull()
    }
  })

  test('uses a key on pages of the partner only', async () => {
    const { client } = await makePartner(service, { origins: [home, 'http://localhost:5173'] })
    const ask = (Origin: string) => client.get('/api/claims', { headers: { Origin } })
    for (const origin of [home, 'http://localhost:5173', service.settings.publicUrl]) {
      const { status, headers } = await ask(origin)
      expect([status, headers.get('Access-Control-Allow-Origin')]).toEqual([200, '*'])
    }
    for (const origin of [
      'https://evil.example',
      'null',
      'https://news.example.evil',
      'http://news.example',
      'https://news.example:8443',
      'https://sub.news.example',
      'https://NEWS.example',
    ]) {
      // biome-ignore format: a list
      const { status, body, headers } = await ask(origin)
      expect.soft([status, body.errors[0].data.code], origin).toEqual([403, 'origin_not_allowed'])
      expect.soft(body.errors[0].message).toContain(origin)
      expect.soft(headers.get('Access-Control-Allow-Origin')).toBe('*')
    }
    expect((await client.get('/api/claims')).status).toBe(200)
  })

  test('uses no key of a partner that lists no origin; its servers do', async () => {
    const { client } = await makePartner(service)
    expect((await client.get('/api/claims', { headers: { Origin: home } })).status).toBe(403)
    expect((await client.get('/api/claims')).status).toBe(200)
  })

  test('is let ask with a key', async () => {
    for (const path of ['/api/claims', '/api/graphql']) {
      const { status, header } = await send(service.url + path, {
        method: 'OPTIONS',
        headers: {
          Origin: home,
          'Access-Control-Request-Method': 'GET',
          'Access-Control-Request-Headers': 'authorization',
        },
      })
      expect(status).toBe(200)
      expect(header('access-control-allow-origin')).toBe('*')
      expect(header('access-control-allow-headers')?.toLowerCase()).toContain('authorization')
      expect(header('access-control-allow-methods')).toContain('GET')
    }
  })

  test.each([
    'news.example',
    'https://news.example/',
    'https://news.example/path',
    'ftp://x.example',
    '*',
    'null',
  ])('has no origin %j', async (origin) => {
    const data = { name: 'P', contact: 'p@example.org', origins: [origin] }
    const { status, text } = await admin.post('/api/partners', data)
    expect([status, text.includes('https://example.org')]).toEqual([400, true])
  })
})
