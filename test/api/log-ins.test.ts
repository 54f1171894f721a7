import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { stopTheClock } from '../support/clock.ts'
import { passwordOf } from '../support/quick-passwords.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
const limit = 10

beforeAll(async () => {
  // No minute ends while tries are counted.
  stopTheClock()
  service = await startService({
    HANDBILL_LOGINS_PER_MINUTE: String(limit),
    HANDBILL_TRUSTED_PROXIES: 'loopback',
  })
  // Signs in once, from the address of the tests.
  await service.as('editor')
})
afterAll(async () => {
  vi.useRealTimers()
  await service.stop()
})

const from = (address: string) => service.with({ 'X-Forwarded-For': address })
const editor = { email: 'editor@example.org', password: passwordOf('editor') }

const countOf = (values: unknown[]) =>
  Object.fromEntries(
    [...new Set(values)].map((value) => [value, values.filter((v) => v === value).length]),
  )

/** What 30 tries are answered, each made with its number. */
const tries = async (one: (n: number) => Promise<{ status: number }>) => {
  const statuses: number[] = []
  for (let n = 0; n < 30; n++) statuses.push((await one(n)).status)
  return countOf(statuses)
}

test('one address has so many tries, whatever it says of itself and whomever it tries', async () => {
  const tried = await tries((n) =>
    from(`198.51.100.${n}, 203.0.113.1`).post('/api/users/login', {
      email: `somebody-${n}@example.org`,
      password: 'a guess',
    }),
  )
  expect(tried).toEqual({ 401: limit, 429: 30 - limit })
  const refused = await from('203.0.113.1').post('/api/users/login', editor)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(refused.body.errors[0].message).toContain(`${limit} a minute`)
})

test('the addresses of one IPv6 customer are one address', async () => {
  const tried = await tries((n) =>
    from(`2001:db8:1:2::${n + 1}`).post('/api/users/login', { ...editor, password: 'a guess' }),
  )
  expect(tried).toEqual({ 401: limit, 429: 30 - limit })
})

test('asking for new passwords is counted with it', async () => {
  const client = from('203.0.113.3')
  const tried = await tries((n) =>
    n % 2
      ? client.post('/api/users/forgot-password', { email: `somebody-${n}@example.org` })
      : client.post('/api/users/reset-password', { token: `guess-${n}`, password: 'a new one' }),
  )
  expect(tried).toEqual({ 200: limit / 2, 403: limit / 2, 429: 30 - limit })
})

test('over GraphQL as well, and with any credential', async () => {
  const client = service.with({
    'X-Forwarded-For': '203.0.113.4',
    Cookie: 'payload-token=nonsense',
  })
  const statuses: unknown[] = []
  for (let n = 0; n < 15; n++) {
    const { body } = await client.graphql(
      `mutation { loginUser(email: "${n}@example.org", password: "a guess") { token } }`,
    )
    statuses.push(body.errors[0].extensions.statusCode)
  }
  expect(countOf(statuses)).toEqual({ 401: limit, 429: 5 })
  const aliases = Array.from(
    { length: 90 },
    (_, n) => `a${n}: loginUser(email: "${n}@example.org", password: "x") { token }`,
  )
  const many = await from('203.0.113.5').graphql(`mutation { ${aliases.join(' ')} }`)
  expect(many.body.data).toBeFalsy()
  expect(many.body.errors[0].message).toContain('accepted')
})

test('an editor whose e-mail address somebody else tries signs in all the same', async () => {
  for (let n = 0; n < 8; n++) {
    await from('203.0.113.6').post('/api/users/login', { ...editor, password: `guess ${n}` })
  }
  expect((await from('192.0.2.1').post('/api/users/login', editor)).status).toBe(200)
})

test('log-out ends the session, and not that of another device', async () => {
  const client = from('192.0.2.2')
  const [first, second] = [
    (await client.post('/api/users/login', editor)).body.token,
    (await client.post('/api/users/login', editor)).body.token,
  ]
  const as = (token: string) => service.with({ Authorization: `JWT ${token}` })
  expect((await as(first).post('/api/users/logout')).status).toBe(200)
  expect((await as(first).get('/api/users')).status).toBe(401)
  expect((await as(second).get('/api/users')).status).toBe(200)
})
