import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let reader: Client
let admin: Client

beforeAll(async () => {
  service = await startService()
  reader = service.reader
  admin = await service.as('admin')
})
afterAll(() => service.stop())

const parametersOf = (body: { errors: { data: { parameter: string } }[] }) =>
  body.errors.map((error) => error.data.parameter)

describe('what a reader asks for wrongly is named, with what would be accepted', () => {
  test.each([
    ['limit=101', 'limit', /1 to 100/],
    ['limit=0', 'limit', /1 to 100/],
    ['limit=-5', 'limit', /1 to 100/],
    ['limit=ten', 'limit', /1 to 100/],
    ['limit=1e2', 'limit', /1 to 100/],
    ['limit=5&limit=6', 'limit', /1 to 100/],
    ['page=0', 'page', /from 1/],
    ['depth=4', 'depth', /0 to 3/],
    ['where[slug][equals][0]=x', 'where[slug][equals]', /one value/],
    ['where[campaign.slug][not_equals][0]=x', 'where[campaign.slug][not_equals]', /one value/],
    ['where[campaign.id][equals][]=x', 'where[campaign.id][equals]', /one value/],
    ['where[updatedAt][less_than][0]=2026-01-01', 'where[updatedAt][less_than]', /one value/],
    ['depth=deep', 'depth', /0 to 3/],
    ['pagination=false', 'pagination', /true/],
    ['locale=xx', 'locale', /en, es, all/],
    ['fallbackLocale=xx', 'fallbackLocale', /en, es, none/],
    ['fallback-locale=xx', 'fallback-locale', /en, es, none/],
    ['draft=maybe', 'draft', /true, false/],
    ['sort=colour', 'sort', /"colour".*statement/],
    ['sort=-campaign.title', 'sort', /campaign\.title/],
    ['sort=verification.verifiedBy', 'sort', /verification\.status/],
    ['sort=formerSlugs', 'sort', /formerSlugs/],
    ['select[colour]=true', 'select[colour]', /statement/],
    ['select[statement]=maybe', 'select[statement]', /true, false/],
    ['select[verification][verifiedBy]=true', 'select[verification][verifiedBy]', /no such field/],
    ['select=statement', 'select', /select\[field\]=true/],
    ['populate[users][email]=true', 'populate[users]', /campaigns/],
    ['populate[campaigns][colour]=true', 'populate[campaigns][colour]', /title/],
    ['where[colour][equals]=red', 'where[colour]', /statement/],
    ['where[statement][is]=x', 'where[statement]', /"is" is not an operator.*equals/],
    ['where[statement]=x', 'where[statement]', /equals/],
    ['where=x', 'where', /where\[field\]/],
    ['where[or][0][and][0][colour][equals]=red', 'where[colour]', /statement/],
    ['where[formerSlugs][equals]=x', 'where[formerSlugs]', /no such field/],
    ['where[verification.verifiedBy][exists]=true', 'where[verification.verifiedBy]', /no such/],
    ['where[evidence.source.title][like]=x', 'where[evidence.source.title]', /by id/],
    ['where[campaign.colour][equals]=red', 'where[campaign.colour]', /title/],
    ['where[verification][equals]=x', 'where[verification]', /verification\.status/],
    ['joins[x][limit]=1', 'joins[x]', /there are none/],
    ['colour=red', 'colour', /where/],
    ['Limit=1', 'Limit', /limit/],
  ])('%s', async (query, parameter, message) => {
    const { status, body } = await reader.get(`/api/claims?${query}`)
    expect(status, JSON.stringify(body)).toBe(400)
    expect(parametersOf(body)).toEqual([parameter])
    expect(body.errors[0].message).toMatch(message)
  })

  test('all mistakes of a request at once', async () => {
    const { body } = await reader.get('/api/claims?limit=0&colour=red&sort=colour')
    expect(parametersOf(body).toSorted()).toEqual(['colour', 'limit', 'sort'])
  })

  test('on one document and on a count, too', async () => {
    expect((await reader.get('/api/claims/count?limit=1')).status).toBe(400)
    expect((await reader.get('/api/claims/6b03f8daaf7e363f93103586?limit=1')).status).toBe(400)
    expect((await reader.get('/api/claims/slug/some-claim?limit=1')).status).toBe(400)
  })

  test('also in a POST that stands for a GET', async () => {
    const { status, body } = await reader.post('/api/claims', 'limit=0', {
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Payload-HTTP-Method-Override': 'GET',
      },
    })
    expect(status).toBe(400)
    expect(parametersOf(body)).toEqual(['limit'])
  })

  test('drafts and the trash are refused, not left out', async () => {
    for (const parameter of ['draft', 'trash']) {
      const { status, body } = await reader.get(`/api/claims?${parameter}=true`)
      expect(status).toBe(403)
      expect(parametersOf(body)).toEqual([parameter])
    }
    expect((await reader.get('/api/claims?draft=false&trash=false')).status).toBe(200)
  })

  test('what is well asked is answered', async () => {
    const queries = [
      'limit=100&page=1&depth=3&sort=-verification.status,statement&locale=es',
      'fallback-locale=none&select[statement]=true&select[evidence][source]=true&draft=false',
      'where[and][0][statement][like]=x&where[or][0][campaign.slug][in]=a,b&locale=all',
      'where[campaign][equals]=6b03f8daaf7e363f93103586&populate[campaigns][title]=true',
      'where[figures.value][greater_than]=3&where[verification.reviewBy][less_than]=2030-01-01',
    ]
    for (const query of queries) {
      const { status, text } = await reader.get(`/api/claims?${query}`)
      expect.soft(status, `${query}: ${text}`).toBe(200)
    }
  })

  test("editors keep Payload's leniency", async () => {
    const { status } = await admin.get('/api/claims?limit=0&pagination=false&colour=red&depth=9')
    expect(status).toBe(200)
  })
})

describe('relations to what a reader may not read', () => {
  let published: string
  let draft: string
  const open = 'open-campaign'

  beforeAll(async () => {
    const make = async (path: string, data: object) =>
      (await admin.post(`/api/${path}`, { _status: 'published', ...data })).body.doc.id
    published = await make('campaigns', { title: 'Open campaign' })
    draft = await make('campaigns', { title: 'Secret campaign', _status: 'draft' })
    const source = await make('resources', { title: 'Open report' })
    const secret = await make('resources', { title: 'Secret report', _status: 'draft' })
    await make('claims', {
      statement: 'Of the open campaign',
      campaign: published,
      evidence: [{ source }, { source: secret }],
    })
    const claim = await make('claims', { statement: 'Of the secret campaign', campaign: draft })
    const hidden = await make('claims', { statement: 'Secret claim', _status: 'draft' })
    await make('demands', { title: 'A demand', supportedBy: [claim, hidden] })
    await admin.patch(`/api/campaigns/${published}`, {
      sections: [
        {
          items: [
            { relationTo: 'claims', value: hidden },
            { relationTo: 'claims', value: claim },
            { relationTo: 'resources', value: secret },
          ],
        },
      ],
    })
  })

  test.each([0, 1, 2, 3])('are not there, not even as an id (depth %i)', async (depth) => {
    const claims = await reader.get(`/api/claims?depth=${depth}&sort=statement`)
    const [openClaim, secretClaim] = claims.body.docs
    expect(secretClaim.campaign).toBeNull()
    expect(openClaim.campaign).not.toBeNull()
    expect(openClaim.evidence.map((e: { source: unknown }) => e.source !== null)).toEqual([
      true,
      false,
    ])
    const demands = await reader.get(`/api/demands?depth=${depth}`)
    expect(demands.body.docs[0].supportedBy).toHaveLength(1)
    const campaign = await reader.get(`/api/campaigns/${published}?depth=${depth}`)
    expect(campaign.body.sections[0].items).toHaveLength(1)
    for (const { text } of [claims, demands, campaign]) {
      expect(text).not.toContain(draft)
      expect(text).not.toContain('Secret')
    }
  })

  test('are not there over GraphQL', async () => {
    const { text, body } = await reader.graphql(`{
      Claims(sort: "statement") { docs { statement campaign { id } evidence { source { id } } } }
      Demands { docs { supportedBy { id } } }
      Campaigns { docs { sections { items { relationTo value { ... on Claim { id } } } } } }
    }`)
    expect(body.errors).toBeUndefined()
    expect(text).not.toContain(draft)
    expect(body.data.Claims.docs[1].campaign).toBeNull()
    expect(body.data.Demands.docs[0].supportedBy).toHaveLength(1)
    expect(body.data.Campaigns.docs[0].sections[0].items).toHaveLength(1)
  })

  test('cannot be found out by a filter', async () => {
    const count = async (where: string) => {
      const { status, body } = await reader.get(`/api/claims/count?${where}`)
      expect(status).toBe(200)
      return body.totalDocs
    }
    expect(await count(`where[campaign.slug][equals]=${open}`)).toBe(1)
    expect(await count('where[campaign.title][like]=Secret')).toBe(0)
    expect(await count('where[campaign.slug][equals]=secret-campaign')).toBe(0)
    expect(await count('where[campaign.title][not_equals]=x')).toBe(1)
    expect(await count('where[campaign.title][exists]=true')).toBe(1)
    expect(await count('where[or][0][campaign.title][like]=Secret')).toBe(0)
  })

  test('cannot be found out by their ids either', async () => {
    const visible = (await reader.get(`/api/campaigns/slug/${open}`)).body.id
    const { body } = await admin.post('/api/campaigns', { title: 'Short-lived' })
    const hidden = body.doc.id
    const added = await admin.post('/api/claims', {
      statement: 'Of what is not there',
      campaign: hidden,
      _status: 'published',
    })
    expect(added.status).toBe(201)
    const list = async (where: string) => {
      const { status, text } = await reader.get(`/api/claims?${where}`)
      expect(status, text).toBe(200)
      return JSON.parse(text).docs.map(({ statement }: { statement: string }) => statement)
    }
    const lists = async () => ({
      all: await list('sort=id'),
      equals: await list(`where[campaign][equals]=${hidden}`),
      'its id equals': await list(`where[campaign.id][equals]=${hidden}`),
      in: await list(`where[campaign][in]=${hidden},${visible}`),
      'in an and': await list(`where[and][0][or][0][campaign][equals]=${hidden}`),
      not: await list(`where[campaign][not_equals]=${hidden}&sort=id`),
      'not the other': await list(`where[campaign][not_equals]=${visible}&sort=id`),
      'not in': await list(`where[campaign][not_in]=${hidden},${visible}&sort=id`),
      some: await list('where[campaign][exists]=true'),
      none: await list('where[campaign][exists]=false&sort=id'),
      'equal to none': await list('where[campaign][equals]=null&sort=id'),
    })
    const seen = await lists()
    const others = seen.all.filter((statement: string) => !seen.some.includes(statement))
    expect(others).toContain('Of what is not there')
    expect(seen).toMatchObject({
      equals: [],
      'its id equals': [],
      in: seen.some,
      'in an and': [],
      not: seen.all,
      'not the other': others,
      'not in': others,
      none: others,
      'equal to none': others,
    })
    expect(seen.some).toHaveLength(1)
    const { body: counted } = await reader.graphql(
      `{ countClaims(where: { campaign: { equals: "${hidden}" } }) { totalDocs } }`,
    )
    expect(counted).toEqual({ data: { countClaims: { totalDocs: 0 } } })
    // What readers do not see go is not told to what is kept for them.
    expect((await admin.delete(`/api/campaigns/${hidden}`)).status).toBe(200)
    expect(await lists()).toEqual(seen)
    await admin.delete(`/api/claims/${added.body.doc.id}`)
  })

  test('are shown to editors', async () => {
    const { body } = await admin.get('/api/claims?depth=0&sort=-statement&draft=true')
    const secret = body.docs.find((d: { statement: string }) => d.statement.startsWith('Of the s'))
    expect(secret.campaign).toBe(draft)
  })
})

describe('lists', () => {
  test('have one order: documents that are equal in it follow by id', async () => {
    const titles = Array.from({ length: 25 }, (_, i) => ({ title: `Same`, publisher: `P${i % 3}` }))
    await Promise.all(
      titles.map((data) => admin.post('/api/resources', { ...data, _status: 'published' })),
    )
    for (const sort of ['title', '-title', 'publisher', undefined]) {
      const pages: string[] = []
      for (let page = 1; page <= 6; page++) {
        const query = `limit=5&page=${page}${sort ? `&sort=${sort}` : ''}`
        const { body } = await reader.get(`/api/resources?${query}`)
        pages.push(...body.docs.map((doc: { id: string }) => doc.id))
      }
      expect(new Set(pages).size, `sort=${sort}`).toBe(pages.length)
    }
  })
})
