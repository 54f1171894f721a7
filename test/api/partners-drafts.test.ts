import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePartner } from '../support/partner.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
let staging: Client
let plain: Client
const ids: Record<string, string> = {}

beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
  staging = (await makePartner(service, { scopes: ['published', 'drafts'] })).client
  plain = (await makePartner(service, { scopes: ['published'] })).client
  const make = async (name: string, path: string, data: object) => {
    const { body, status } = await admin.post(`/api/${path}`, data)
    expect(status, JSON.stringify(body)).toBe(201)
    ids[name] = body.doc.id
    return body.doc.id as string
  }
  const campaign = await make('draftCampaign', 'campaigns', { title: 'Draft campaign' })
  const source = await make('draftSource', 'resources', { title: 'Draft source' })
  await make('draft', 'claims', { statement: 'Only a draft', slug: 'only-a-draft', campaign })
  const claim = await make('claim', 'claims', {
    statement: 'As published',
    slug: 'as-published',
    _status: 'published',
    campaign,
    evidence: [{ source }],
  })
  await admin.patch(`/api/claims/${claim}?draft=true`, { statement: 'As drafted' })
  const trash = await make('trash', 'claims', { statement: 'Trashed', _status: 'published' })
  await admin.patch(`/api/claims/${trash}`, { deletedAt: new Date().toISOString() })
  const gone = await make('trashedDraft', 'claims', { statement: 'Trashed draft' })
  await admin.patch(`/api/claims/${gone}`, { deletedAt: new Date().toISOString() })
})
afterAll(() => service.stop())

const statements = ({ body }: { body: { docs: { statement: string }[] } }) =>
  body.docs.map(({ statement }) => statement).sort()

describe('with the scope and draft=true', () => {
  test('a list shows the newest of every document, and no trash', async () => {
    const list = await staging.get('/api/claims?draft=true')
    expect(list.status).toBe(200)
    expect(statements(list)).toEqual(['As drafted', 'Only a draft'])
    expect(list.body.totalDocs).toBe(2)
    expect(list.headers.get('Cache-Control')).toBe('private, no-store')
  })

  test('a document shows its draft, by id and by name', async () => {
    for (const path of [`/api/claims/${ids.claim}`, '/api/claims/slug/as-published']) {
      const { body } = await staging.get(`${path}?draft=true`)
      expect(body).toMatchObject({ statement: 'As drafted', _status: 'draft' })
    }
    for (const path of [`/api/claims/${ids.draft}`, '/api/claims/slug/only-a-draft']) {
      expect((await staging.get(`${path}?draft=true`)).body.statement).toBe('Only a draft')
    }
    const withdrawn = await staging.get(`/api/claims/${ids.trash}?draft=true`)
    expect(withdrawn.status).toBe(410)
    expect((await staging.get(`/api/claims/${ids.trashedDraft}?draft=true`)).status).toBe(404)
  })

  test('relations to drafts are there, populated or as ids', async () => {
    const path = `/api/claims/${ids.claim}?draft=true`
    const { body } = await staging.get(`${path}&depth=1`)
    expect(body.campaign).toMatchObject({ title: 'Draft campaign' })
    expect(body.evidence[0].source).toMatchObject({ title: 'Draft source' })
    const flat = await staging.get(`${path}&depth=0`)
    expect(flat.body.campaign).toBe(ids.draftCampaign)
    expect(flat.body.evidence[0].source).toBe(ids.draftSource)
  })

  test('filters and orders go by drafts', async () => {
    const found = await staging.get('/api/claims?draft=true&where[statement][equals]=As drafted')
    expect(statements(found)).toEqual(['As drafted'])
    const none = await staging.get('/api/claims?draft=true&where[statement][equals]=As published')
    expect(none.body.docs).toEqual([])
    const sorted = await staging.get('/api/claims?draft=true&sort=-statement')
    expect(sorted.body.docs[0].statement).toBe('Only a draft')
  })

  test('GraphQL shows drafts where they are asked for, and only there', async () => {
    const { body } = await staging.graphql(`{
      drafts: Claims(draft: true) { docs { statement campaign { title } } }
      all: Claims { docs { statement campaign { title } } }
      one: Claim(id: "${ids.draft}", draft: true) { statement }
      own: Claims { docs { campaign(draft: true) { title } } }
    }`)
    expect(body.errors).toBeUndefined()
    expect(body.data.drafts.docs.map((d: { statement: string }) => d.statement).sort()).toEqual([
      'As drafted',
      'Only a draft',
    ])
    const drafted = body.data.drafts.docs.find(
      (d: { statement: string }) => d.statement === 'As drafted',
    )
    expect(drafted.campaign).toEqual({ title: 'Draft campaign' })
    expect(body.data.all.docs).toEqual([{ statement: 'As published', campaign: null }])
    expect(body.data.one).toEqual({ statement: 'Only a draft' })
    // What is read as the public reads it knows of no draft that could be asked for.
    expect(body.data.own.docs).toEqual([{ campaign: null }])
  })

  test('there are still no versions, accounts, other partners, or trash', async () => {
    for (const path of [
      '/api/claims/versions',
      `/api/claims/versions?where[parent][equals]=${ids.claim}`,
      '/api/users',
      '/api/webhooks',
      '/api/payload-jobs',
      '/api/claims?trash=true',
      `/api/claims/${ids.trash}?trash=true`,
    ]) {
      const joined = `${path}${path.includes('?') ? '&' : '?'}draft=true`
      expect.soft((await staging.get(joined)).status, path).toBe(403)
    }
    const partners = await staging.get('/api/partners?draft=true')
    expect(partners.body.docs).toHaveLength(1)
    const { body } = await staging.get(`/api/claims/${ids.claim}?draft=true&depth=3`)
    expect(body.formerSlugs).toBeUndefined()
    expect(body.verification.verifiedBy).toBeUndefined()
  })

  test('a count tells that it counts no drafts', async () => {
    const { status, body } = await staging.get('/api/claims/count?draft=true')
    expect([status, body.errors[0].data.parameter]).toEqual([400, 'draft'])
    expect((await staging.get('/api/claims/count')).body.totalDocs).toBe(1)
  })
})

describe('with the scope and without draft=true', () => {
  test('everything is byte for byte what everybody gets', async () => {
    for (const path of [
      '/api/claims',
      '/api/claims?depth=3',
      '/api/claims?draft=false',
      '/api/claims?draft=false&depth=0',
      '/api/claims/count',
      `/api/claims/${ids.claim}`,
      `/api/claims/${ids.draft}`,
      `/api/claims/${ids.trash}`,
      '/api/claims/slug/as-published',
      '/api/claims/slug/only-a-draft',
      '/api/campaigns',
      '/api/claims?where[statement][equals]=As drafted',
      '/api/graphql?query={Claims{docs{statement,campaign{title}}}}',
    ]) {
      const [mine, everybodys] = [await staging.get(path), await service.reader.get(path)]
      expect.soft([mine.status, mine.text], path).toEqual([everybodys.status, everybodys.text])
    }
  })
})

describe('without the scope', () => {
  test('draft=true is refused, and says what it takes', async () => {
    for (const client of [plain, service.reader]) {
      for (const path of [
        '/api/claims',
        `/api/claims/${ids.draft}`,
        '/api/claims/slug/only-a-draft',
      ]) {
        const { status, body } = await client.get(`${path}?draft=true`)
        expect([status, body.errors[0].data.parameter]).toEqual([403, 'draft'])
        expect(body.errors[0].message).toContain('scope "drafts"')
      }
      const { body, text } = await client.graphql('{ Claims(draft: true) { docs { statement } } }')
      expect(body.errors[0].message).toContain('scope "drafts"')
      expect(text).not.toContain('Only a draft')
    }
  })

  test('it ends with the scope, within a second', async () => {
    const partner = await makePartner(service, { scopes: ['published', 'drafts'] })
    expect((await partner.client.get('/api/claims?draft=true')).status).toBe(200)
    await admin.patch(`/api/partners/${partner.id}`, { scopes: ['published'] })
    expect((await partner.client.get('/api/claims?draft=true')).status).toBe(403)
  })
})

test('a draft is never kept for others', async () => {
  const path = '/api/claims?draft=true&limit=7'
  const before = service.delivery?.stats()
  expect((await staging.get(path)).text).toContain('Only a draft')
  expect(service.delivery?.stats()).toEqual(before)
  expect((await service.reader.get(path)).status).toBe(403)
  expect((await service.reader.get('/api/claims?limit=7')).text).not.toContain('Only a draft')
})
