import { buildClientSchema, getIntrospectionQuery, getNamedType, isCompositeType } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePartner, type TestPartner } from '../support/partner.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
let partner: TestPartner
let other: TestPartner
const documents: Record<string, string> = {}

beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
  partner = await makePartner(service, {
    scopes: ['published', 'drafts'],
    // What refuses is to be the access, and not the limit.
    requestsPerMinute: 100_000,
  })
  other = await makePartner(service, { name: 'Another' })
  documents.partners = other.id
  documents.users = (await admin.get('/api/users/me')).body.user.id
  for (const [collection, data] of Object.entries({
    campaigns: { title: 'Stays' },
    claims: { statement: 'Stays' },
    demands: { title: 'Stays' },
    resources: { title: 'Stays' },
    webhooks: {
      partner: partner.id,
      url: 'https://example.org/',
      // Of nothing that happens here: what is delivered in the background is written down.
      kinds: ['retracted'],
      secret: 'secret',
    },
  })) {
    const { body, status } = await admin.post(`/api/${collection}`, {
      ...data,
      _status: 'published',
    })
    expect(status, JSON.stringify(body)).toBe(201)
    documents[collection] = body.doc.id
  }
})
afterAll(() => service.stop())

/** Everything that is stored, but for what the server writes down of its own accord. */
async function everything() {
  const { payload } = service
  const all: Record<string, unknown> = {}
  for (const { slug, versions } of payload.config.collections) {
    if (['usage', 'payload-jobs', 'payload-kv'].includes(slug)) continue
    const args = { collection: slug as 'claims', pagination: false, sort: 'id', limit: 0 }
    const { docs } = await payload.db.find({ ...args, where: {} })
    const used = slug === 'partner-keys' ? { lastUsedOn: null, updatedAt: null } : {}
    all[slug] = docs.map((doc) => ({ ...doc, ...used, sessions: null }))
    if (versions) all[`${slug} versions`] = (await payload.db.findVersions(args)).docs
  }
  return JSON.parse(JSON.stringify(all))
}

test('over REST, in any collection, in any way', async () => {
  const before = await everything()
  const { client } = partner
  const data = {
    name: 'Mine',
    title: 'Mine',
    statement: 'Mine',
    alt: 'Mine',
    email: 'mine@example.org',
    password: 'long enough',
    role: 'admin',
    partner: partner.id,
    scopes: ['published', 'drafts'],
    requestsPerMinute: 1_000_000,
    origins: ['https://mine.example'],
    active: true,
    _status: 'published',
  }
  for (const { slug } of service.payload.config.collections) {
    const at = `/api/${slug}`
    const one = `${at}/${documents[slug] ?? partner.id}`
    for (const query of ['', '?draft=true&overrideAccess=true&trash=true']) {
      const answers = [
        ['create', await client.post(at + query, data)],
        ['update', await client.patch(one + query, data)],
        ['delete', await client.delete(one + query)],
        ['update all', await client.patch(`${at}${query || '?'}&where[id][exists]=true`, data)],
        ['delete all', await client.delete(`${at}${query || '?'}&where[id][exists]=true`)],
        ['duplicate', await client.post(`${one}/duplicate${query}`, data)],
        ['restore', await client.post(`${at}/versions/${partner.id}${query}`, data)],
        ['unlock', await client.post(`${at}/unlock${query}`, data)],
      ] as const
      for (const [what, { status }] of answers) {
        expect.soft(status, `${what} ${slug}${query}`).toBeGreaterThanOrEqual(400)
        expect.soft(status, `${what} ${slug}${query}`).toBeLessThan(429)
      }
    }
  }
  const own = `/api/partners/${partner.id}`
  for (const { status } of [
    await client.patch(own, data),
    await client.patch('/api/partners/me', data),
    await client.delete(own),
    await client.post(`${own}/keys`, {}),
    await client.delete(`${own}/keys/${partner.keyId}`),
    await client.post('/api/payload-preferences/x', { value: 1 }),
    await client.post('/api/payload-jobs/run'),
    await client.get('/api/payload-jobs/run'),
  ]) {
    expect.soft(status).toBeGreaterThanOrEqual(400)
    expect.soft(status).toBeLessThan(500)
  }
  expect(await everything()).toEqual(before)
})

test('over GraphQL, with any mutation', async () => {
  const before = await everything()
  const { body } = await partner.client.graphql(getIntrospectionQuery())
  const schema = buildClientSchema(body.data)
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})
  expect(mutations.length).toBeGreaterThan(10)
  for (const { args, name, type } of mutations) {
    const given = args.flatMap((arg) => {
      const kind = String(arg.type)
      if (arg.name === 'id') return [`id: ${JSON.stringify(documents.claims)}`]
      if (arg.name === 'data') return ['data: {}']
      if (kind === 'String!') return [`${arg.name}: "x"`]
      return []
    })
    const list = given.length > 0 ? `(${given.join(', ')})` : ''
    const inside = isCompositeType(getNamedType(type)) ? ' { __typename }' : ''
    const { body: answer } = await partner.client.graphql(`mutation { ${name}${list}${inside} }`)
    expect.soft(answer.errors ?? answer.data[name], name).toBeTruthy()
    expect.soft(JSON.stringify(answer), name).not.toContain('Syntax Error')
  }
  expect(await everything()).toEqual(before)
})

test('and what it is told it may do is nothing but to read', async () => {
  const { body } = await partner.client.get('/api/access')
  expect(body.canAccessAdmin).toBeFalsy()
  for (const [slug, permissions] of Object.entries(body.collections)) {
    const may = Object.entries(permissions as object).flatMap(([what, is]) =>
      what !== 'fields' && is ? [what] : [],
    )
    expect.soft(['', 'read'], slug).toContain(may.join())
  }
  expect(Object.keys(body.collections)).not.toEqual(
    expect.arrayContaining(['partner-keys', 'usage']),
  )
})

test('it sees itself and no other', async () => {
  const { client, id } = partner
  expect((await client.get('/api/partners')).body.docs).toMatchObject([{ id }])
  expect((await client.get('/api/partners/count')).body.totalDocs).toBe(1)
  expect((await client.get(`/api/partners/${other.id}`)).status).toBe(404)
  expect((await client.get(`/api/partners/${other.id}/usage`)).status).toBe(403)
  expect((await client.get(`/api/partners/${other.id}/keys`)).status).toBe(403)
  const { body, text } = await client.get('/api/partners/me?depth=3')
  expect(body.user.id).toBe(id)
  expect(text).not.toContain('Another')
  expect(Object.keys(body.user).sort()).toEqual(
    ['_strategy', 'active', 'collection', 'contact', 'createdAt', 'id', 'name', 'origins',
      'requestsPerMinute', 'scopes', 'updatedAt'], // biome-ignore format: a list
  )
})
