import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePartner } from '../support/partner.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

/*
 * A client sends more than it may write, under names that mean something to a program, or to an endpoint
 * that nobody thought of. Nothing that it may not change is changed.
 */
let service: TestService
let admin: Client
let translator: Client
let editor: Client
let claim: string
const idOf: Record<string, string> = {}

beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
  translator = await service.as('translator')
  editor = await service.as('editor')
  for (const role of ['admin', 'translator', 'editor', 'reviewer'] as const) {
    idOf[role] = (await (await service.as(role)).get('/api/users/me')).body.user.id
  }
  claim = await make('claims', { statement: 'Stays', _status: 'published' })
})
afterAll(() => service.stop())

async function make(path: string, data: object): Promise<string> {
  const { body, status } = await admin.post(`/api/${path}`, data)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc.id
}

/** What is stored of an account, but for the sessions and times that signing in leaves. */
async function account(id: string | undefined) {
  const where = { id: { equals: id } }
  const found = await service.payload.db.findOne<{ id: string }>({ collection: 'users', where })
  const { sessions, updatedAt, ...rest } = JSON.parse(JSON.stringify(found))
  return rest
}

const polluted = () => (Object.prototype as unknown as { isAdmin?: unknown }).isAdmin

const sent: [string, object | string][] = [
  ['a role', { role: 'admin' }],
  ['a role by its path', { 'users.role': 'admin', 'role.': 'admin', '$set.role': 'admin' }],
  ['an operator', { $set: { role: 'admin' }, $unset: { lockUntil: 1 } }],
  ['an operator for a value', { role: { $ne: 'editor' } }],
  ['an operator of the adapters', { loginAttempts: { $inc: 99 }, sessions: { $push: { id: 'mine' } } }],
  ['a prototype', '{"__proto__":{"role":"admin","isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'],
  ['a prototype by its path', { '__proto__.isAdmin': true, 'constructor.prototype.isAdmin': true }],
  ['another id', { id: 'of-another', _id: 'of-another' }],
  ['what the server keeps', { hash: 'x', salt: 'x', resetPasswordToken: 'x', resetPasswordExpiration: '2099-01-01T00:00:00Z' }],
  ['a lock, or none', { loginAttempts: 99, lockUntil: '2099-01-01T00:00:00Z' }],
  ['claims of a token', { collection: 'users', _strategy: 'local-jwt', sid: 'x', iat: 0, exp: 9999999999 }],
  ['sessions', { sessions: [{ id: 'mine', createdAt: '2026-01-01T00:00:00Z', expiresAt: '2099-01-01T00:00:00Z' }] }],
  ['a key', { enableAPIKey: true, apiKey: 'mine', apiKeyIndex: 'mine' }],
] // biome-ignore format: a table

describe('an account is not changed by its own editor with', () => {
  test.each(sent)('%s', async (_, data) => {
    const before = await account(idOf.editor)
    const headers = { 'Content-Type': 'application/json' }
    const body = typeof data === 'string' ? data : JSON.stringify(data)
    const form = new FormData()
    form.append('_payload', body)
    for (const query of ['', '?overrideAccess=true&showHiddenFields=true']) {
      const at = `/api/users/${idOf.editor}${query}`
      expect((await editor.patch(at, body, { headers })).status).toBeLessThan(500)
      expect((await editor.patch(at, form)).status).toBeLessThan(500)
    }
    await editor.patch(`/api/users?where[id][equals]=${idOf.editor}`, body, { headers })
    expect(await account(idOf.editor)).toEqual(before)
    expect(polluted()).toBeUndefined()
  })

  test('a role by GraphQL', async () => {
    const before = await account(idOf.editor)
    await editor.graphql(
      `mutation { updateUser(id: "${idOf.editor}", data: { role: admin }) { id } }`,
    )
    expect(await account(idOf.editor)).toEqual(before)
  })
})

test('an account is not made, nor another’s changed, by who may not', async () => {
  const mine = {
    name: 'Mine',
    email: 'mine@example.org',
    password: 'a long password',
    role: 'admin',
  }
  for (const client of [translator, editor, await service.as('reviewer'), service.reader]) {
    const before = await account(idOf.admin)
    for (const answer of [
      await client.post('/api/users', mine),
      await client.post('/api/users/first-register', mine),
      await client.post('/api/users/invite', mine),
      await client.post(`/api/users/${idOf.admin}/invite`),
      await client.post(`/api/users/${idOf.admin}/duplicate`, mine),
      await client.post('/api/users/unlock', { email: 'admin@example.org' }),
      await client.patch(`/api/users/${idOf.admin}`, { name: 'Mine' }),
      await client.delete(`/api/users/${idOf.admin}`),
    ]) {
      expect(answer.status, answer.text).toBeGreaterThanOrEqual(400)
      expect(answer.status, answer.text).toBeLessThan(500)
    }
    await client.patch('/api/users?where[role][equals]=admin', { name: 'Mine' })
    await client.delete('/api/users?where[role][equals]=admin')
    expect(await account(idOf.admin)).toEqual(before)
  }
  const { totalDocs } = await service.payload.count({ collection: 'users' })
  expect(totalDocs).toBe(4)
})

describe('what others have set for themselves', () => {
  test('is neither read nor changed', async () => {
    const key = 'collection-claims'
    expect(
      (await admin.post(`/api/payload-preferences/${key}`, { value: { limit: 7 } })).status,
    ).toBe(200)
    const { docs } = await service.payload.db.find<{ id: string }>({
      collection: 'payload-preferences',
      where: {},
    })
    const stored = docs[0]?.id
    const forAdmin = { relationTo: 'users', value: idOf.admin }
    const data = { key, value: { limit: 1 }, user: forAdmin }
    for (const client of [translator, editor, service.reader]) {
      const mine = [
        await client.get(`/api/payload-preferences/${key}?user=${idOf.admin}`),
        await client.get(`/api/payload-preferences?where[user.value][equals]=${idOf.admin}`),
        await client.get(`/api/payload-preferences/${stored}`),
      ]
      for (const { text } of mine) expect(text).not.toContain('"limit":7')
      await client.patch(`/api/payload-preferences/${stored}`, data)
      await client.patch(`/api/payload-preferences?where[key][equals]=${key}`, data)
      await client.post(`/api/payload-preferences/${key}`, data)
      await client.post('/api/payload-preferences', data)
      await client.post(`/api/payload-preferences/${stored}/duplicate`, data)
      await client.delete(`/api/payload-preferences/${stored}`)
      await client.delete(`/api/payload-preferences?where[key][equals]=${key}`)
      await client.delete(`/api/payload-preferences/${key}?user=${idOf.admin}`)
    }
    const { body } = await admin.get(`/api/payload-preferences/${key}`)
    expect(body.value).toEqual({ limit: 7 })
    const all = await service.payload.db.find<{ id: string; user: { value: string } }>({
      collection: 'payload-preferences',
      where: { 'user.value': { equals: idOf.admin } },
    })
    expect(all.docs).toHaveLength(1)
  })
})

describe('jobs', () => {
  const due = { taskSlug: 'schedulePublish', queue: 'default' }

  test('are neither written nor taken away by hand, so that nobody publishes under another’s name', async () => {
    const draft = await make('claims', { statement: 'Not yet' })
    const user = { relationTo: 'users', value: idOf.admin }
    const input = { type: 'publish', doc: { relationTo: 'claims', value: draft }, user }
    for (const client of [translator, editor, admin]) {
      const made = await client.post('/api/payload-jobs', { ...due, input })
      expect.soft(made.status, made.text).toBe(403)
      await client.get('/api/payload-jobs/run')
    }
    expect((await service.reader.get(`/api/claims/${draft}`)).status).toBe(404)

    const at = new Date(Date.now() + 90_000_000).toISOString()
    const job = await service.payload.jobs.queue({
      ...{ task: 'schedulePublish', input: input as never, waitUntil: new Date(at) },
    })
    for (const client of [translator, editor, admin]) {
      const sooner = { waitUntil: '2026-01-01T00:00:00Z', input: { ...input, type: 'unpublish' } }
      const of = `/api/payload-jobs/${job.id}`
      expect.soft((await client.patch(of, sooner)).status).toBe(403)
      expect.soft((await client.post(`${of}/duplicate`, sooner)).status).toBe(403)
      expect.soft((await client.delete(of)).status).toBe(403)
      await client.patch('/api/payload-jobs?where[id][exists]=true', sooner)
      await client.delete('/api/payload-jobs?where[id][exists]=true')
    }
    const { docs } = await service.payload.db.find<{ id: string; waitUntil: string }>({
      collection: 'payload-jobs',
      where: {},
    })
    expect(docs.map(({ id, waitUntil }) => [id, new Date(waitUntil).toISOString()])).toEqual([
      [job.id, at],
    ])
  })
})

describe('a document', () => {
  /** All claims, as they are stored. */
  const claims = async () => {
    const { docs } = await service.payload.db.find<{ id: string }>({
      collection: 'claims',
      where: {},
      sort: 'id',
    })
    return JSON.parse(JSON.stringify(docs))
  }

  test('is not changed, copied, restored or put in order by who may not', async () => {
    const versions = await admin.get(`/api/claims/versions?where[parent][equals]=${claim}`)
    const version = versions.body.docs[0].id
    const { client: partner } = await makePartner(service, { scopes: ['published', 'drafts'] })
    const before = await claims()
    const data = { statement: 'Mine', _status: 'published', id: 'mine' }
    for (const client of [service.reader, partner, translator]) {
      for (const [path, send] of [
        [`/api/claims/${claim}/duplicate`, client.post],
        [`/api/claims/versions/${version}`, client.post],
        [`/api/claims/versions/${version}?draft=true`, client.post],
        ['/api/claims', client.post],
        ['/api/claims/import', client.post],
        [`/api/campaigns/${claim}/copy`, client.post],
        [`/api/campaigns/${claim}/publish`, client.post],
        ['/api/import', client.post],
        ['/api/reorder', client.post],
        [`/api/claims/${claim}`, client.patch],
      ] as const) {
        const { status, text } = await send(path, data)
        expect.soft(status, `${path} ${text}`).toBeGreaterThanOrEqual(400)
        expect.soft(status, `${path} ${text}`).toBeLessThan(500)
      }
      await client.patch('/api/claims?where[id][exists]=true', data)
      await client.delete('/api/claims?where[id][exists]=true')
      await client.delete(`/api/claims/${claim}`)
    }
    expect(await claims()).toEqual(before)
  })

  test('keeps what the server notes of it, whatever is sent along', async () => {
    const forged = {
      review: { state: 'approved', writtenBy: idOf.admin, assignee: idOf.admin, approvedBy: idOf.admin },
      verification: { status: 'verified', verifiedBy: idOf.admin },
      formerSlugs: ['stolen'],
      contentLocale: 'es',
      publishedWithoutEvidence: { reason: 'Because', by: idOf.admin, at: '2026-01-01T00:00:00Z' },
      evidenceLost: true,
      '__proto__': { _status: 'published' },
      'review.state': 'approved',
      'publishedWithoutEvidence.reason': 'Because',
    } // biome-ignore format: names as they are sent
    const made = await editor.post('/api/claims', { statement: 'Forged', ...forged })
    const id = made.body.doc.id
    await editor.patch(`/api/claims/${id}?draft=true`, { statement: 'Forged', ...forged })
    const where = { parent: { equals: id } }
    const { docs } = await service.payload.db.findVersions<Record<string, never>>({
      collection: 'claims',
      where,
    })
    for (const { version } of JSON.parse(JSON.stringify(docs))) {
      expect(version._status).toBe('draft')
      expect(version.review?.state).not.toBe('approved')
      expect(version.verification?.verifiedBy ?? null).not.toBe(idOf.admin)
      expect(version.formerSlugs ?? []).toEqual([])
      expect(version.publishedWithoutEvidence?.reason ?? null).toBeNull()
      expect(Boolean(version.evidenceLost)).toBe(false)
    }
    // Nor when it is published, in one step or in two, or copied from what has such a name.
    const publish = { _status: 'published', formerSlugs: ['stolen'] }
    expect((await admin.patch(`/api/claims/${id}`, publish)).status).toBe(200)
    await make('claims', { statement: 'Forged at once', ...publish })
    expect((await service.reader.get('/api/claims/slug/stolen')).status).toBe(404)
    const named = await make('claims', { statement: 'Before', _status: 'published' })
    await admin.patch(`/api/claims/${named}`, { slug: 'after', _status: 'published' })
    const copy = await admin.post(`/api/claims/${named}/duplicate`, {})
    await admin.patch(`/api/claims/${copy.body.doc.id}`, { slug: 'copy', _status: 'published' })
    const moved = await service.reader.get('/api/claims/slug/before')
    expect(moved.headers.get('Location')).toMatch(/\/api\/claims\/slug\/after$/)
  })

  test('says itself when it was made and changed, whatever is sent along', async () => {
    const began = new Date().toISOString()
    const old = { createdAt: '2020-01-01T00:00:00Z', updatedAt: '2020-01-01T00:00:00Z' }
    const made = await admin.post('/api/claims', { statement: 'Dated', ...old })
    const { id, createdAt } = made.body.doc
    for (const query of ['', '?draft=true']) {
      const patched = await admin.patch(`/api/claims/${id}${query}`, old)
      expect([patched.status, patched.body.doc.createdAt]).toEqual([200, createdAt])
    }
    const data = '{ statement: "Dated", createdAt: "2020-01-01", updatedAt: "2020-01-01" }'
    const overGraphql = await admin.graphql(
      `mutation { createClaim(data: ${data}) { createdAt updatedAt } }`,
    )
    const locally = await service.payload.create({
      ...{ collection: 'claims', data: { statement: 'Dated', ...old } as never },
    })
    const bulk = await admin.patch(`/api/claims?where[id][equals]=${id}`, old)
    for (const doc of [
      made.body.doc,
      overGraphql.body.data.createClaim,
      locally,
      bulk.body.docs[0],
    ]) {
      expect([doc.createdAt >= began, doc.updatedAt >= began]).toEqual([true, true])
    }
  })

  test('is translated and no more, also by the paths of its fields', async () => {
    const figures = [{ label: 'Budget', value: 44 }]
    const id = await make('claims', { statement: 'The budget', figures })
    const at = `/api/claims/${id}?draft=true`
    const before = (await admin.get(at)).body
    for (const data of [
      { 'figures.0.value': 1 },
      { 'figures.0.label': 'Mine' },
      { 'verification.note': 'Mine' },
      { 'evidence.0.quote': 'Mine' },
    ]) {
      const { status, text } = await translator.patch(at, data)
      expect
        .soft([status, text])
        .toEqual([403, expect.stringContaining(Object.keys(data)[0] ?? '')])
    }
    expect((await admin.get(at)).body).toEqual(before)
  })

  test('is commented in one’s own name, and nobody’s history is written', async () => {
    const said = { of: 'claims', document: claim, text: 'Said' }
    const { body } = await translator.post('/api/comments', {
      ...said,
      author: idOf.admin,
      resolvedBy: idOf.admin,
    })
    expect(body.doc.author.id ?? body.doc.author).toBe(idOf.translator)
    const changed = await editor.patch(`/api/comments/${body.doc.id}`, {
      author: idOf.editor,
      text: 'Other',
    })
    expect(changed.status).toBe(403)
    expect((await editor.delete(`/api/comments/${body.doc.id}`)).status).toBe(403)
    for (const client of [translator, editor, admin]) {
      const line = { ...said, at: '2026-01-01T00:00:00Z', step: 'approved', by: idOf.admin }
      expect((await client.post('/api/history', line)).status).toBe(403)
    }
  })
})
