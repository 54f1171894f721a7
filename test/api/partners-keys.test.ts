import { setTimeout as sleep } from 'node:timers/promises'
import { PayloadSDK } from '@payloadcms/sdk'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { graphqlSource } from '../../src/cms/graphql/graphql.ts'
import { restSource } from '../../src/cms/rest/rest.ts'
import { makeKey as makeSecret } from '../../src/partners/key.ts'
import { instanceKey } from '../support/instances.ts'
import { makeKey, makePartner } from '../support/partner.ts'
import { sendBytes } from '../support/raw-http.ts'
import {
  type Answer,
  type Client,
  startBeside,
  startService,
  type TestService,
} from '../support/service.ts'

let service: TestService
let admin: Client
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
  await admin.post('/api/claims', { statement: 'Public', _status: 'published' })
})
afterAll(() => service.stop())

const withKey = (key: string, at = service) => at.with({ Authorization: `Bearer ${key}` })
const codeOf = ({ body }: Answer) => body?.errors?.[0]?.data?.code
const everywhere = [
  '/api/claims',
  '/api/claims?limit=3',
  '/api/claims/count',
  '/api/partners/me',
  '/api/access',
  '/api/graphql?query={Claims{totalDocs}}',
  '/graphql',
  '/',
  '/nowhere',
]

async function refused(key: string, code: string, at = service) {
  const client = withKey(key, at)
  for (const path of everywhere) {
    const answer = await client.get(path)
    expect.soft([answer.status, codeOf(answer)], path).toEqual([401, code])
    expect.soft(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer /)
    expect.soft(answer.headers.get('Cache-Control')).toContain('no-store')
    expect.soft(answer.text).not.toContain('Public')
  }
  const { status } = await client.graphql('{ Claims { totalDocs } }')
  expect.soft(status).toBe(401)
}

async function soonRefused(key: string, code: string, at = service) {
  const ended = Date.now()
  while ((await withKey(key, at).get('/api/claims')).status !== 401) {
    expect(Date.now() - ended).toBeLessThan(3000)
    await sleep(20)
  }
  await refused(key, code, at)
  return Date.now() - ended
}

describe('a key', () => {
  test('is shown once, and lets its partner in, whichever way it is sent', async () => {
    const { id, key, keyId } = await makePartner(service, { name: 'Lets in' })
    for (const Authorization of [
      `partners API-Key ${key}`,
      `Bearer ${key}`,
      `bearer ${key}`,
      `API-Key ${key}`,
    ]) {
      const { body, status } = await service.with({ Authorization }).get('/api/partners/me')
      expect([status, body.user.id, body.user.name]).toEqual([200, id, 'Lets in'])
    }
    const { text, body } = await admin.get(`/api/partners/${id}/keys`)
    expect(body.docs).toMatchObject([{ id: keyId, state: 'working', revokedAt: null }])
    expect(text).not.toContain(key.slice(17))
  })

  test('works for the SDK of Payload as it is', async () => {
    const { key } = await makePartner(service)
    const sdk = new PayloadSDK({
      baseURL: `${service.url}/api`,
      baseInit: { headers: { Authorization: `partners API-Key ${key}` } },
    })
    const { docs } = await sdk.find({ collection: 'claims', limit: 1 })
    expect(docs).toMatchObject([{ statement: 'Public' }])
  })

  test('is not good when it is no key, nobody’s, or has another’s secret', async () => {
    const { key, keyId } = await makePartner(service)
    const other = await makePartner(service)
    await refused('nonsense', 'key_malformed')
    await refused('hb_', 'key_malformed')
    await refused(`${key.slice(0, -1)}${key.endsWith('0') ? 1 : 0}`, 'key_malformed')
    await refused(key.replace(keyId, other.keyId), 'key_malformed')
    await refused(makeSecret().key, 'key_unknown')
    const { hash } = makeSecret()
    await service.payload.db.updateOne({
      collection: 'partner-keys',
      data: { hash },
      where: { keyId: { equals: other.keyId } },
    })
    await soonRefused(other.key, 'key_unknown')
    for (const Authorization of [
      'partners API-Key',
      'Bearer',
      key,
      `Token ${key}`,
      `Bearer ${key} x`,
    ]) {
      const answer = await service.with({ Authorization }).get('/api/claims')
      expect.soft([answer.status, codeOf(answer)], Authorization).toEqual([401, 'key_malformed'])
    }
  })

  test('sent twice is the first, or refused, and never nobody’s', async () => {
    const { id, key } = await makePartner(service)
    const authorizations = [`Bearer ${key}`, 'Bearer nonsense', 'Basic eDp5']
    for (const first of authorizations.slice(0, 2)) {
      const lines = [first, ...authorizations.filter((one) => one !== first)].map(
        (one) => `Authorization: ${one}\r\n`,
      )
      const answer = await sendBytes(
        service.url,
        `GET /api/partners/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${lines.join('')}\r\n`,
      )
      expect(answer).toMatch(first.includes(key) ? new RegExp(`200 OK[^]*${id}`) : /401/)
    }
  })

  test('ends when it expires', async () => {
    const expiresAt = new Date(Date.now() + 1500).toISOString()
    const { key } = await makePartner(service, {}, { expiresAt })
    expect((await withKey(key).get('/api/claims')).status).toBe(200)
    await sleep(Date.parse(expiresAt) - Date.now() + 5)
    await refused(key, 'key_expired')
  })

  test('ends on every server within a second when it is revoked', async () => {
    const beside = await startBeside(service)
    onTestFinished(() => beside.stop())
    const { id, key, keyId } = await makePartner(service)
    for (const at of [service, beside])
      expect((await withKey(key, at).get('/api/claims')).status).toBe(200)
    // In use all the time, so that it is known on both.
    const { status, body } = await admin.delete(`/api/partners/${id}/keys/${keyId}`)
    expect([status, body.doc.state]).toEqual([200, 'revoked'])
    const gone = Date.now()
    await refused(key, 'key_revoked')
    await soonRefused(key, 'key_revoked', beside)
    await sleep(Math.max(0, gone + 1000 - Date.now()))
    expect((await withKey(key, beside).get('/api/claims')).status).toBe(401)
  })

  test('ends within a second also where the clock is set back', async () => {
    const beside = await startBeside(service)
    onTestFinished(() => beside.stop())
    const { id, key, keyId } = await makePartner(service)
    expect((await withKey(key, beside).get('/api/claims')).status).toBe(200)
    const now = Date.now() - 3_600_000
    vi.useFakeTimers({ toFake: ['Date'], now, shouldAdvanceTime: true })
    onTestFinished(() => void vi.useRealTimers())
    await admin.delete(`/api/partners/${id}/keys/${keyId}`)
    await soonRefused(key, 'key_revoked', beside)
  })

  test('ends on every server within a second when the partner is switched off, and comes back', async () => {
    const beside = await startBeside(service)
    onTestFinished(() => beside.stop())
    const { id, key } = await makePartner(service)
    for (const at of [service, beside])
      expect((await withKey(key, at).get('/api/claims')).status).toBe(200)
    await admin.patch(`/api/partners/${id}`, { active: false })
    await sleep(1000)
    await refused(key, 'partner_inactive')
    await refused(key, 'partner_inactive', beside)
    await admin.patch(`/api/partners/${id}`, { active: true })
    await sleep(1000)
    for (const at of [service, beside])
      expect((await withKey(key, at).get('/api/claims')).status).toBe(200)
  })

  test('ends with its partner', async () => {
    const { id, key } = await makePartner(service)
    expect((await withKey(key).get('/api/partners/me')).status).toBe(200)
    expect((await admin.delete(`/api/partners/${id}`)).status).toBe(200)
    await soonRefused(key, 'key_unknown')
    const where = { partner: { equals: id } }
    const { docs } = await service.payload.db.find({ collection: 'partner-keys', where })
    expect(docs).toEqual([])
  })

  test('does not depend on the secret of the server', async () => {
    const { key } = await makePartner(service)
    const beside = await startBeside(service, { PAYLOAD_SECRET: 'quite another secret' })
    onTestFinished(() => beside.stop())
    expect((await withKey(key, beside).get('/api/partners/me')).status).toBe(200)
  })

  test('that cannot be looked up is a 503, never nobody’s', async () => {
    const { key } = await makePartner(service)
    const { db } = service.payload
    const { findOne } = db
    const spy = vi
      .spyOn(db, 'findOne')
      .mockImplementation(((args: { collection: string }) =>
        args.collection === 'partner-keys'
          ? Promise.reject(new Error('down'))
          : findOne.call(db, args as never)) as never)
    onTestFinished(() => spy.mockRestore())
    for (const path of everywhere) {
      const answer = await withKey(key).get(path)
      expect.soft([answer.status, codeOf(answer)], path).toEqual([503, 'keys_unavailable'])
      expect.soft(answer.headers.get('Retry-After')).toBe('2')
    }
    expect((await service.reader.get('/api/claims')).status).toBe(200)
    spy.mockRestore()
    expect((await withKey(key).get('/api/claims')).status).toBe(200)
  })

  test('that ceases to be good behind the gate is refused there', async () => {
    const { key } = await makePartner(service)
    const { config } = service.payload
    const name = instanceKey(service.payload)
    const headers = { Authorization: `Bearer ${key.replace(/.$/, (c) => (c === '0' ? '1' : '0'))}` }
    const ask = (path: string) => new Request(service.url + path, { headers })
    expect((await restSource(config, name)(ask('/api/claims'))).status).toBe(401)
    const { source } = graphqlSource(config, name, true)
    expect((await source(ask('/api/graphql?query={Claims{totalDocs}}'))).status).toBe(401)
  })
})

describe('an administrator', () => {
  test('replaces a key, and the old one works for the time that was chosen', async () => {
    const { id, key, keyId } = await makePartner(service)
    const next = await makeKey(service, id, { replaces: keyId, label: 'next' })
    for (const one of [key, next.key]) {
      expect((await withKey(one).get('/api/partners/me')).body.user.id).toBe(id)
    }
    const { body } = await admin.get(`/api/partners/${id}/keys`)
    expect(body.docs).toMatchObject([
      { id: next.keyId, label: 'next', expiresAt: null },
      { id: keyId },
    ])
    const days = (Date.parse(body.docs[1].expiresAt) - Date.now()) / 86_400_000
    expect(days).toBeCloseTo(7, 2)

    const last = await makeKey(service, id, { replaces: next.keyId, overlapDays: 0 })
    const listed = await admin.get(`/api/partners/${id}/keys`)
    expect(listed.body.docs[0]).toMatchObject({ id: last.keyId, label: 'next' })
    await refused(next.key, 'key_expired')
    expect((await withKey(last.key).get('/api/partners/me')).status).toBe(200)
    expect((await withKey(key).get('/api/partners/me')).status).toBe(200)
  })

  test('never makes a key last longer by replacing it', async () => {
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
    const { id, keyId } = await makePartner(service, {}, { expiresAt })
    await makeKey(service, id, { replaces: keyId, overlapDays: 30 })
    const { body } = await admin.get(`/api/partners/${id}/keys`)
    expect(body.docs[1].expiresAt).toBe(expiresAt)
  })

  test('takes keys that do not work any more from the list', async () => {
    const { id, keyId } = await makePartner(service)
    await admin.delete(`/api/partners/${id}/keys/${keyId}`)
    await admin.delete(`/api/partners/${id}/keys/${keyId}`)
    expect((await admin.get(`/api/partners/${id}/keys`)).body.docs).toEqual([])
    expect((await admin.delete(`/api/partners/${id}/keys/${keyId}`)).status).toBe(404)
  })

  test.each([
    [{ expiresAt: 'soon' }, 'expiresAt'],
    [{ expiresAt: '2001-01-01' }, 'expiresAt'],
    [{ overlapDays: -1 }, 'overlapDays'],
    [{ overlapDays: 91 }, 'overlapDays'],
    [{ overlapDays: '7' }, 'overlapDays'],
    [{ label: 'x'.repeat(101) }, 'label'],
    [{ replaces: 'nothing' }, 'replaces'],
    [{ hash: 'mine' }, 'hash'],
    [{ keyId: 'mine', revokedAt: null }, 'keyId'],
  ])('is told what is wrong with %j', async (data, parameter) => {
    const { id } = await makePartner(service)
    const { status, body } = await admin.post(`/api/partners/${id}/keys`, data)
    expect([status, body.errors[0].data.parameter]).toEqual([400, parameter])
    expect((await admin.get(`/api/partners/${id}/keys`)).body.docs).toHaveLength(1)
  })

  test('is told when there is no such partner or key', async () => {
    const { id } = await makePartner(service)
    const missing = '000000000000000000000000'
    for (const answer of [
      await admin.post(`/api/partners/${missing}/keys`, {}),
      await admin.get(`/api/partners/${missing}/keys`),
      await admin.get('/api/partners/nonsense/keys'),
      await admin.get(`/api/partners/${missing}/usage`),
      await admin.delete(`/api/partners/${id}/keys/${missing}`),
    ]) {
      expect(answer.status).toBe(404)
    }
    for (const body of ['[]', '"x"', '{', 'null']) {
      const { status } = await admin.post(`/api/partners/${id}/keys`, body, {
        headers: { 'Content-Type': 'application/json' },
      })
      expect.soft([201, 400], body).toContain(status)
    }
  })
})

describe('nobody else', () => {
  test('makes, sees or ends keys', async () => {
    const { id, keyId, client } = await makePartner(service)
    const others: [string, Client][] = [
      ['a reader', service.reader],
      ['the partner', client],
    ]
    for (const role of ['reviewer', 'editor', 'translator'] as const) {
      others.push([role, await service.as(role)])
    }
    for (const [who, one] of others) {
      for (const { status } of [
        await one.post(`/api/partners/${id}/keys`, {}),
        await one.get(`/api/partners/${id}/keys`),
        await one.delete(`/api/partners/${id}/keys/${keyId}`),
        await one.get(`/api/partners/${id}/usage`),
      ]) {
        expect.soft(status, who).toBe(403)
      }
    }
    expect((await admin.get(`/api/partners/${id}/keys`)).body.docs).toHaveLength(1)
  })

  test('finds the hash of a key anywhere', async () => {
    const { id, keyId, client } = await makePartner(service)
    const stored = await service.payload.db.findOne<{ id: string; hash: string }>({
      collection: 'partner-keys',
      where: { keyId: { equals: keyId } },
    })
    const hash = stored?.hash ?? ''
    expect(hash).toHaveLength(64)
    for (const one of [admin, client, service.reader]) {
      for (const path of [
        `/api/partners/${id}?depth=3`,
        '/api/partners?depth=3',
        '/api/partners/me?depth=3',
        `/api/partners/${id}/keys`,
        '/api/partner-keys',
        '/api/partner-keys/count',
        `/api/partner-keys/versions`,
        '/api/partners/versions',
        '/api/usage',
        '/api/access',
        `/api/webhooks?depth=3`,
      ]) {
        const { status, text } = await one.get(path)
        expect.soft(text, path).not.toContain(hash)
        expect.soft(status, path).toBeLessThan(500)
      }
      const { text } = await one.graphql('{ __schema { types { name fields { name } } } }')
      expect(text).not.toMatch(/partner_?keys/i)
    }
  })

  test('brings keys along when a partner is written', async () => {
    const { id, key, keyId } = await makePartner(service)
    const data = {
      keys: [],
      'partner-keys': [],
      hash: 'x',
      collection: 'users',
      role: 'admin',
      _strategy: 'x',
    }
    expect((await admin.patch(`/api/partners/${id}`, data)).status).toBe(200)
    expect((await admin.get(`/api/partners/${id}/keys`)).body.docs).toMatchObject([{ id: keyId }])
    const { body } = await withKey(key).get('/api/partners/me')
    expect(body.user).toMatchObject({ collection: 'partners' })
    expect(body.user.role).toBeUndefined()
  })

  test('makes a signed token of a key, or signs a partner in', async () => {
    const { client } = await makePartner(service)
    for (const one of [client, service.reader]) {
      for (const path of [
        'login',
        'refresh-token',
        'forgot-password',
        'reset-password',
        'first-register',
        'unlock',
      ]) {
        const { status, text } = await one.post(`/api/partners/${path}`, {
          email: 'desk@example.org',
        })
        expect.soft(status, path).toBe(404)
        expect.soft(text).not.toContain('"token"')
      }
    }
    const { body } = await client.get('/api/partners/me')
    expect([body.token, body.exp]).toEqual([undefined, 0])
  })
})

test('an editor’s cookie does not help a key that is not good', async () => {
  const { body } = await service.reader.post('/api/users/login', {
    email: 'admin@example.org',
    password: "the admin's password",
  })
  const both = service.with({
    Authorization: 'Bearer hb_nonsense',
    Cookie: `payload-token=${body.token}`,
    Origin: service.settings.publicUrl,
  })
  expect((await both.get('/api/users')).status).toBe(401)
})
