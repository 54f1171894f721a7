import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { firstAdmin } from '../../src/cms/first-admin.ts'
import { setupTokenOf } from '../../src/cms/plugins/setup-token.ts'
import { startBeside, startService, type TestService } from '../support/service.ts'

const account = { email: 'first@example.org', password: 'a long password', name: 'First' }

let service: TestService
let token: string
beforeEach(async () => {
  service = await startService()
  token = setupTokenOf(service.payload.secret)
})
afterEach(() => service.stop())

const register = (data: object) => service.reader.post('/api/users/first-register', data)
const emails = async () => {
  const { docs } = await service.payload.find({ collection: 'users' })
  return docs.map(({ email }) => email)
}

describe('the first account over HTTP', () => {
  test.each([
    ['without a token', {}],
    ['with a wrong token', { setupToken: 'f'.repeat(32) }],
    ['with a token that is not text', { setupToken: { equals: '' } }],
  ])('is refused %s, and nothing is made', async (_, extra) => {
    const { status, body } = await register({ ...account, ...extra })
    expect(status).toBe(403)
    expect(body.errors[0].message).toContain('set-up token that the server printed')
    expect(await emails()).toEqual([])
  })

  test('is an administrator, signed in, with the token', async () => {
    const made = await register({ ...account, role: 'translator', setupToken: token })
    expect(made.status).toBe(200)
    expect(made.body.user).toMatchObject({ email: account.email, role: 'admin' })
    expect(made.headers.get('Set-Cookie')).toContain(`payload-token=${made.body.token}`)

    const client = service.with({ Authorization: `JWT ${made.body.token}` })
    expect((await client.get('/api/users/me')).body.user.email).toBe(account.email)
  })

  test('is made from the form that a browser sends, too', async () => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ ...account, setupToken: token }))
    expect((await register(form)).status).toBe(200)
  })

  test('is made once: the right token is refused afterwards', async () => {
    await register({ ...account, setupToken: token })
    const again = await register({ ...account, email: 'second@example.org', setupToken: token })
    expect(again.status).toBe(403)
    expect(again.body.errors[0].message).toContain('has been made already')
    expect(await emails()).toEqual([account.email])
  })

  test('can be made after an attempt with a bad password', async () => {
    const refused = await register({ ...account, password: 'x', setupToken: token })
    expect(refused.status).toBe(400)
    expect((await register({ ...account, setupToken: token })).status).toBe(200)
  })

  test('is one, whoever tries at the same time on however many servers', async () => {
    const second = await startBeside(service)
    const urls = [service.url, second.url]
    try {
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          fetch(`${urls[n % 2]}/api/users/first-register`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ ...account, email: `nr${n}@example.org`, setupToken: token }),
          }),
        ),
      )
      const statuses = answers.map(({ status }) => status).sort()
      expect(statuses).toEqual([200, ...Array(9).fill(403)])
      expect(await emails()).toHaveLength(1)
    } finally {
      await second.stop()
    }
  })

  test('cannot be made by the ordinary ways in', async () => {
    const rest = await service.reader.post('/api/users', { ...account, setupToken: token })
    expect(rest.status).toBe(403)
    const { body } = await service.reader.graphql(
      'mutation($data: mutationUserInput!) { createUser(data: $data) { id } }',
      { data: { ...account, role: 'admin' } },
    )
    expect(body.errors).not.toEqual([])
    expect(body.data?.createUser ?? null).toBeNull()
    expect(await emails()).toEqual([])
  })
})

test('the set-up token is in no answer and in no type', async () => {
  const made = await register({ ...account, setupToken: token })
  expect(made.text).not.toContain(token)
  const client = service.with({ Authorization: `JWT ${made.body.token}` })
  const read = await client.get(`/api/users/${made.body.user.id}`)
  expect(read.text).not.toMatch(/setupToken|token/i)

  const { body } = await service.reader.graphql('{ __schema { types { name fields { name } } } }')
  const fields = body.data.__schema.types.flatMap((type: { fields?: { name: string }[] }) =>
    (type.fields ?? []).map(({ name }) => name),
  )
  expect(fields).toContain('statement')
  expect(fields).not.toContain('setupToken')
})

describe('ADMIN_EMAIL and ADMIN_PASSWORD', () => {
  const settings = () => ({
    ...service.settings,
    firstAdmin: { email: 'env@example.org', password: 'from the environment' },
  })

  test('make the first account at start', async () => {
    expect(await firstAdmin(service.payload, settings())).toEqual({
      state: 'made',
      email: 'env@example.org',
    })
    const { body } = await service.reader.post('/api/users/login', settings().firstAdmin)
    expect(body.user).toMatchObject({ email: 'env@example.org', role: 'admin' })
    expect((await register({ ...account, setupToken: token })).status).toBe(403)
  })

  test('change nothing when there is an account', async () => {
    await register({ ...account, setupToken: token })
    expect(await firstAdmin(service.payload, settings())).toEqual({ state: 'exists' })
    expect(await emails()).toEqual([account.email])
  })

  test('make one account when two servers start at once', async () => {
    const second = await startBeside(service)
    try {
      const states = await Promise.all([
        firstAdmin(service.payload, settings()),
        firstAdmin(second.payload, settings()),
      ])
      expect(states.map(({ state }) => state).sort()).toEqual(['exists', 'made'])
      expect(await emails()).toEqual(['env@example.org'])
    } finally {
      await second.stop()
    }
  })
})

test('without them, the page for the first account is told with its token', async () => {
  expect(await firstAdmin(service.payload, service.settings)).toEqual({
    state: 'missing',
    page: `/admin/create-first-user?token=${token}`,
  })
})
