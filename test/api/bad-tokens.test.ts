import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
let token: string
beforeAll(async () => {
  service = await startService()
  await service.as('admin')
  token = (await service.reader.post('/api/users/login', account)).body.token
})
afterAll(() => service.stop())

const account = { email: 'admin@example.org', password: "the admin's password" }

/** A token of ours, with other claims. */
function signed(claims: object): string {
  const [head, body = ''] = token.split('.')
  const given = JSON.parse(Buffer.from(body, 'base64url').toString())
  const next = Buffer.from(JSON.stringify({ ...given, ...claims })).toString('base64url')
  const { secret } = service.payload
  const signature = createHmac('sha256', secret).update(`${head}.${next}`).digest('base64url')
  return `${head}.${next}.${signature}`
}

const bad: [name: string, token: () => string][] = [
  ['nonsense', () => 'nonsense'],
  ['one with another signature', () => `${token.slice(0, -4)}AAAA`],
  ['one that has expired', () => signed({ exp: 1_700_000_000 })],
  ['one whose session is none', () => signed({ sid: 'another' })],
  ['one of an account that is gone', () => signed({ id: '0123456789abcdef01234567' })],
]

test.each(bad)('%s is refused, and never taken for none', async (_, make) => {
  const client = service.with({ Authorization: `JWT ${make()}` })
  const refusals = [
    await client.get('/api/claims'),
    await client.get('/api/claims/slug/nothing'),
    await client.get('/api/campaigns/nothing/bundle'),
    await client.get('/api/access'),
    await client.post('/api/claims', { statement: 'x' }),
    await client.graphql('{ Claims { totalDocs } }'),
    await client.get('/api/graphql?query={Claims{totalDocs}}'),
  ]
  for (const { body, headers, status } of refusals) {
    expect([status, body.errors[0].data.code]).toEqual([401, 'token_invalid'])
    expect(headers.get('WWW-Authenticate')).toContain('invalid_token')
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(headers.get('Cache-Control')).toMatch(/no-store/)
  }
})

test('one that is good is not, nor after Bearer', async () => {
  for (const scheme of ['JWT', 'Bearer']) {
    const client = service.with({ Authorization: `${scheme} ${token}` })
    expect((await client.get('/api/claims')).status).toBe(200)
    expect((await client.graphql('{ Claims { totalDocs } }')).body.data).toBeTruthy()
  }
})

test('one can sign in, and ask who one is, with an old one still sent', async () => {
  const client = service.with({ Authorization: `JWT ${signed({ exp: 1_700_000_000 })}` })
  expect((await client.post('/api/users/login', account)).status).toBe(200)
  expect((await client.get('/api/users/me')).body.user).toBeNull()
})

test('a cookie that has expired is none', async () => {
  const client = service.with({
    Cookie: `payload-token=${signed({ exp: 1_700_000_000 })}`,
    'Sec-Fetch-Site': 'same-origin',
  })
  expect((await client.get('/api/claims')).status).toBe(200)
  expect((await client.graphql('{ Claims { totalDocs } }')).status).toBe(200)
})

test('a token of an ended session is refused', async () => {
  const other = (await service.reader.post('/api/users/login', account)).body.token
  const client = service.with({ Authorization: `JWT ${other}` })
  expect((await client.get('/api/claims')).status).toBe(200)
  expect((await client.post('/api/users/logout')).status).toBe(200)
  expect((await client.get('/api/claims')).status).toBe(401)
})
