import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { oddHeaders } from '../support/odd-headers.ts'
import { makePartner } from '../support/partner.ts'
import { send } from '../support/raw-http.ts'
import { type Client, startService, type TestService } from '../support/service.ts'
import { effort, enoughTime } from './support/effort.ts'

/*
 * Whatever is asked before, with whatever headers, paths and keys, a reader gets the bytes that everybody
 * gets, and nobody gets another's.
 */

let service: TestService
let keys: { partner: string; drafts: string }
let token: string
beforeAll(async () => {
  service = await startService()
  const admin = await service.as('admin')
  await admin.post('/api/claims', { statement: 'Public', _status: 'published' })
  await admin.post('/api/claims', { statement: 'kanarivogel' })
  const limit = { requestsPerMinute: 1_000_000 }
  const partner = await makePartner(service, limit)
  const drafts = await makePartner(service, { ...limit, scopes: ['published', 'drafts'] })
  keys = { partner: partner.key, drafts: drafts.key }
  await service.as('editor')
  const account = { email: 'editor@example.org', password: "the editor's password" }
  token = (await service.reader.post('/api/users/login', account)).body.token
})
afterAll(() => service.stop())

const entries = () => service.delivery?.stats().entries ?? 0
const plain = (path: string) => send(service.url + path)

/** The parameters of one question, and how they can be written. */
const parameters = [
  'depth=0',
  'limit=5',
  'sort=slug',
  'where[slug][exists]=true',
  'select[slug]=true',
]
const written = [
  (one: string) => one,
  (one: string) => one.replaceAll('[', '%5B').replaceAll(']', '%5D'),
  (one: string) => one.replace('e', '%65'),
]
const question = (list = parameters) => `/api/claims?${list.join('&')}`

test(
  'one question is one entry, however it is asked and whoever asks',
  async () => {
    const expected = await plain(question())
    expect(expected.status).toBe(200)
    const before = entries()
    const odd = fc.constantFrom(...Object.entries(oddHeaders))
    const credential = () =>
      fc.constantFrom<Record<string, string>>(
        {},
        { Authorization: `partners API-Key ${keys.partner}` },
        { Authorization: `partners API-Key ${keys.drafts}` },
        { Authorization: `Bearer ${keys.partner}` },
        { Authorization: `JWT ${token}` },
        { Cookie: `payload-token=${token}` },
      )
    const asking = fc.tuple(
      fc.shuffledSubarray(parameters, { minLength: parameters.length }),
      fc.constantFrom(...written),
      fc.array(odd, { maxLength: 4 }),
      credential(),
      fc.constantFrom('GET', 'GET', 'GET', 'HEAD'),
      fc.boolean(),
    )
    await fc.assert(
      fc.asyncProperty(asking, async ([list, write, headers, who, method, hasBody]) => {
        const path = question(list.map(write))
        const given = { ...Object.fromEntries(headers), ...who }
        const isWhole = !('Range' in given) && !('If-None-Match' in given) && method === 'GET'
        const withBody = hasBody && method === 'GET' ? { body: '{"draft":true,"limit":1}' } : {}
        // Node sends what it is told; a length that is told twice is no request at all.
        const { Expect, TE, ...sent } = given
        const first = await send(service.url + path, { method, headers: sent, ...withBody })
        expect(first.status, JSON.stringify([path, sent])).toBeLessThan(500)
        const isEditor = Object.values(who).some((value) => value.includes(token))
        if (isWhole && first.status === 200 && !isEditor && !('Accept' in given)) {
          expect(first.body.toString()).toBe(expected.body.toString())
        }
        const next = await plain(question())
        expect(next.body.toString(), JSON.stringify([path, sent])).toBe(expected.body.toString())
        expect(next.header('etag')).toBe(expected.header('etag'))
        expect(next.header('vary')).toBe(expected.header('vary'))
        expect(next.header('set-cookie')).toBeUndefined()
      }),
      effort(1 / 3),
    )
    expect(entries()).toBe(before)
  },
  enoughTime,
)

test('a parameter given twice is another question, or a mistake, and not that with one', async () => {
  const one = await plain('/api/claims?limit=1')
  for (const twice of [
    'limit=1&limit=9',
    'limit=9&limit=1',
    'limit[]=1&limit=9',
    'limit=1&LIMIT=9',
    'limit=1;limit=9',
    'limit=1&limit%00=9',
    'limit=1%26limit=9',
    'limit=1#&limit=9',
  ]) {
    const { status } = await send(`${service.url}/api/claims?${twice.replace('#', '%23')}`)
    expect([twice, Math.floor(status / 100)]).toEqual([twice, 4])
    expect((await plain('/api/claims?limit=1')).body.toString()).toBe(one.body.toString())
  }
})

test('a partner’s drafts and an editor’s are never kept', async () => {
  const asks: [string, Record<string, string>][] = [
    ['/api/claims?draft=true', { Authorization: `partners API-Key ${keys.drafts}` }],
    ['/api/claims?draft=true', { Authorization: `JWT ${token}` }],
    ['/api/claims', { Authorization: `JWT ${token}` }],
    ['/api/claims', { Cookie: `payload-token=${token}` }],
    ['/api/partners/me', { Authorization: `partners API-Key ${keys.partner}` }],
  ]
  for (const [path, headers] of asks) {
    const own = await send(service.url + path, { headers })
    expect([path, own.status]).toEqual([path, 200])
    expect(own.header('cache-control')).toMatch(/private|no-store/)
    for (const other of [{}, { Authorization: `partners API-Key ${keys.partner}` }]) {
      if (path.startsWith('/api/partners') && 'Authorization' in other) continue
      const { body, headers: told } = await send(service.url + path, { headers: other })
      expect(body.toString(), path).not.toContain('kanarivogel')
      expect(JSON.stringify(told)).not.toContain('payload-token')
    }
  }
})

describe('an address that looks like a file’s', () => {
  const tricks = (path: string) => [
    ...[`${path}/x.css`, `${path}.css`, `${path};x.css`, `${path}%2fx.css`, `${path}%3bx.css`],
    ...[`/${path}`, `${path}/`, `${path}//`, `${path}/.`, `${path}/..%2fme`, `${path}%00.css`],
    ...[
      `${path}?x.css`,
      `${path}?/x.css`,
      `${path}%23x.css`,
      `${path}%3fx.css`,
      `/api/claims/..${path}`,
    ],
    ...[`/static/..%2f..${path}`, `/embed.js/..${path}`, `${path}\\x.css`, `${path}%5cx.css`],
  ]
  test.each(['/api/users/me', '/api/partners/me'])(
    'is not kept with what is at %s',
    async (path) => {
      const own = path.includes('users') ? `JWT ${token}` : `partners API-Key ${keys.partner}`
      for (const trick of tricks(path)) {
        const { status, body } = await send(service.url + trick, {
          headers: { Authorization: own },
        })
        expect([trick, status < 500]).toEqual([trick, true])
        const isMine = /editor@example\.org|desk@example\.org/.test(body.toString())
        const after = await plain(trick)
        expect(after.body.toString(), trick).not.toMatch(/editor@example\.org|desk@example\.org/)
        if (isMine)
          expect([trick, after.status === 200 && JSON.parse(after.body.toString()).user]).toEqual([
            trick,
            null,
          ])
      }
    },
  )
})

test('nobody’s answer has what another sent in it', async () => {
  const clients: Client[] = [
    service.reader,
    service.with({ Authorization: `partners API-Key ${keys.partner}` }),
  ]
  const hostile = {
    'X-Forwarded-Host': 'kanari.example',
    'X-Forwarded-Prefix': '/kanari',
    'X-Original-URL': '/kanari',
    Origin: 'https://kanari.example',
    Referer: 'https://kanari.example/',
    'X-Request-Id': 'kanari',
    'Accept-Language': 'kanari',
  }
  for (const path of [
    '/api/claims',
    '/claims/public',
    '/',
    '/feeds/claims.atom',
    '/api/claims/slug/public',
    '/api/graphql?query={__typename}',
  ]) {
    for (const client of clients) {
      await client.get(path, { headers: hostile })
      const { text, headers } = await service.reader.get(path)
      expect(text, path).not.toContain('kanari.example')
      expect(JSON.stringify([...headers])).not.toContain('kanari')
    }
  }
})
