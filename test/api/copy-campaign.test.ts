import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCampaign } from '../support/campaign.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let editor: Client
let ids: Awaited<ReturnType<typeof makeCampaign>>
beforeAll(async () => {
  service = await startService()
  ids = await makeCampaign(await service.as('admin'))
  editor = await service.as('editor')
})
afterAll(() => service.stop())

test('a campaign is copied with its claims and demands, which refer to each other', async () => {
  const before = await service.reader.get('/api/campaigns/rents/bundle')
  const { body, status } = await editor.post(`/api/campaigns/${ids.campaign}/copy`)
  expect([status, body]).toEqual([
    201,
    expect.objectContaining({ doc: { id: expect.any(String) } }),
  ])
  const id = body.doc.id

  const claims = await documentsOf('claims', id)
  const demands = await documentsOf('demands', id)
  expect(claims.map(({ statement }) => statement)).toEqual([
    'Rents rose by a tenth',
    'Half of all homes are empty',
  ])
  expect(demands).toMatchObject([
    { title: 'Cap the rents', supportedBy: claims.map((claim) => claim.id) },
  ])
  expect(claims[0]).toMatchObject({ evidence: [{ source: ids.source, locator: 'p. 12' }] })

  const copy = await editor.get(`/api/campaigns/${id}?draft=true&depth=0`)
  expect(copy.body).toMatchObject({ title: 'Rents & homes', _status: 'draft' })
  expect(copy.body.slug).not.toBe('rents')
  expect(copy.body.sections).toMatchObject([
    {
      heading: 'All of it',
      items: [
        { relationTo: 'claims', value: claims[0]?.id },
        { relationTo: 'claims', value: claims[1]?.id },
        { relationTo: 'demands', value: demands[0]?.id },
        { relationTo: 'resources', value: ids.source },
      ],
    },
  ])
  const spanish = await editor.get(`/api/claims/${claims[0]?.id}?draft=true&locale=es`)
  expect(spanish.body.statement).toBe('Los alquileres subieron una décima')

  expect((await service.reader.get(`/api/campaigns/${id}`)).status).toBe(404)
  const after = await service.reader.get('/api/campaigns/rents/bundle')
  expect(after.text).toBe(before.text)
})

test('a copy is made whole or not at all', async () => {
  const count = async () =>
    Promise.all(
      ['campaigns', 'claims', 'demands'].map(async (kind) => {
        const { body } = await editor.get(`/api/${kind}?draft=true&limit=1`)
        return body.totalDocs
      }),
    )
  const before = await count()
  const { hooks } = service.payload.collections.demands.config
  const fail = () => {
    throw new Error('No more room.')
  }
  hooks.beforeChange.push(fail)
  try {
    const { status } = await editor.post(`/api/campaigns/${ids.campaign}/copy`)
    expect(status).toBe(500)
  } finally {
    hooks.beforeChange.pop()
  }
  expect(await count()).toEqual(before)
})

test('it is for those who write, and of what there is', async () => {
  const path = `/api/campaigns/${ids.campaign}/copy`
  expect((await service.reader.post(path)).status).toBe(403)
  expect((await (await service.as('translator')).post(path)).status).toBe(403)
  for (const id of ['000000000000000000000000', 'nonsense']) {
    expect((await editor.post(`/api/campaigns/${id}/copy`)).status).toBe(404)
  }
})

test('the tables of a campaign are for editors', async () => {
  const path = `/api/campaigns/${ids.campaign}`
  const seen = await service.reader.get(path)
  const shown = await editor.get(path)
  expect(shown.body.claims.docs).toHaveLength(2)
  for (const table of ['claims', 'demands', 'resources']) {
    expect(seen.body).not.toHaveProperty(table)
    expect(shown.body).toHaveProperty(`${table}.docs`)
  }
  expect((await service.reader.get(`${path}?joins[claims][limit]=1`)).status).toBe(400)
  expect((await service.reader.get(`${path}?select[claims]=true`)).status).toBe(400)
  const { body } = await service.reader.graphql('{ Campaigns { docs { claims { docs { id } } } } }')
  expect(body.errors[0].message).toContain('claims')
})

test('a saved filter is seen by its editor alone unless it is shared', async () => {
  const preset = { title: 'Disputed', relatedCollection: 'claims', columns: [], where: {} }
  const made = await editor.post('/api/payload-query-presets', {
    ...preset,
    isShared: false,
    access: ownOnly,
  })
  expect([made.status, made.body.errors]).toEqual([201, undefined])
  const list = '/api/payload-query-presets'
  const reviewer = await service.as('reviewer')
  expect((await editor.get(list)).body.totalDocs).toBe(1)
  expect((await reviewer.get(list)).body.totalDocs).toBe(0)
  expect((await service.reader.get(list)).status).toBe(403)
  expect((await service.reader.post(list, preset)).status).toBe(403)
})

const ownOnly = {
  read: { constraint: 'onlyMe' },
  update: { constraint: 'onlyMe' },
  delete: { constraint: 'onlyMe' },
}

type Row = { id: string; [field: string]: unknown }

async function documentsOf(kind: string, campaign: string): Promise<Row[]> {
  const query = `where[campaign][equals]=${campaign}&draft=true&depth=0&sort=id`
  return (await editor.get(`/api/${kind}?${query}`)).body.docs
}
