import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePartner } from '../support/partner.ts'
import { picture, uploadForm } from '../support/picture.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
const ids: Record<string, string> = {}
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
  const make = async (collection: string, data: object, query = '?draft=true') => {
    const { body, status } = await admin.post(`/api/${collection}${query}`, data)
    expect(status, JSON.stringify(body)).toBe(201)
    return body.doc.id as string
  }
  const published = { _status: 'published' }
  ids.campaign = await make('campaigns', { title: 'Energy for all', ...published }, '')
  ids.claim = await make('claims', { statement: 'Prices rose', slug: 'prices', ...published }, '')
  await admin.patch(`/api/claims/${ids.claim}?draft=true&locale=es`, {
    statement: 'La ENERGÍA subió este año',
  })
  ids.demand = await make('demands', { title: 'Cap it', addressedTo: 'The Energy Council' })
  ids.resource = await make('resources', { title: 'Über prices', url: 'https://example.org/a_b' })
  const file = uploadForm(await picture(), 'street.png', { alt: 'A street without energy' })
  ids.media = (await admin.post('/api/media', file)).body.doc.id
  ids.trashed = await make('claims', { statement: 'Energy in the trash' })
  await admin.patch(`/api/claims/${ids.trashed}?draft=true`, {
    deletedAt: new Date().toISOString(),
  })
})
afterAll(() => service.stop())

/** What is found, as "collection id". */
async function find(words: string, client = admin): Promise<string[]> {
  const { body, status } = await client.get(`/api/search?q=${encodeURIComponent(words)}`)
  expect(status, JSON.stringify(body)).toBe(200)
  const groups = body.groups as { collection: string; hits: { id: string }[] }[]
  return groups.flatMap(({ collection, hits }) => hits.map(({ id }) => `${collection} ${id}`))
}

test('words are found in all content, in every language, drafts included and the trash not', async () => {
  expect(await find('energy')).toEqual([
    `campaigns ${ids.campaign}`,
    `demands ${ids.demand}`,
    `media ${ids.media}`,
  ])
  const { body } = await admin.get('/api/search?q=este')
  const hit = { id: ids.claim, title: 'La ENERGÍA subió este año', locale: 'es', review: 'draft' }
  const hits = [{ ...hit, status: 'draft' }]
  expect(body.groups).toEqual([{ collection: 'claims', hits, hasMore: false }])
})

test.each(['energia', 'ENERGÍA', 'energía subio', 'ano subio', 'subió año', 'energi'])(
  'accents, case and the order of words make no difference: %s',
  async (words) => expect(await find(words)).toEqual([`claims ${ids.claim}`]),
)

test('what stands in a name or an address is found, and a wildcard is a letter', async () => {
  expect(await find('prices')).toEqual([`claims ${ids.claim}`, `resources ${ids.resource}`])
  expect(await find('a_b')).toEqual([`resources ${ids.resource}`])
  expect(await find('über')).toEqual([`resources ${ids.resource}`])
  for (const nothing of ['pr%ces', 'pr_ces', 'pr*ces', 'p.ices', 'energy nowhere']) {
    expect(await find(nothing), nothing).toEqual([])
  }
})

test('of many, a few are given, and that there are more', async () => {
  for (let i = 0; i < 6; i++) {
    await admin.post('/api/claims?draft=true', { statement: `Plenty of ${i}` })
  }
  const { body } = await admin.get('/api/search?q=plenty')
  expect(body.groups).toMatchObject([{ collection: 'claims', hasMore: true }])
  expect(body.groups[0].hits).toHaveLength(5)
})

test('every editor may search, and nobody else', async () => {
  for (const role of ['reviewer', 'editor', 'translator'] as const) {
    expect(await find('este', await service.as(role)), role).toEqual([`claims ${ids.claim}`])
  }
  const { client } = await makePartner(service, { scopes: ['drafts'] })
  for (const other of [service.reader, client]) {
    const { body, status, text } = await other.get('/api/search?q=este')
    expect(status).toBe(403)
    expect(body.errors).toHaveLength(1)
    expect(text).not.toContain('subió')
  }
})

test.each(['', '?q=', '?q=a', `?q=${'a'.repeat(101)}`, '?q=1+2+3+4+5+6+7+8+9', '?q[]=ab'])(
  'what is no search is told what would be: %s',
  async (query) => {
    const { body, status } = await admin.get(`/api/search${query}`)
    expect(status).toBe(400)
    expect(body.errors[0].message).toBe('q: accepted: 2 to 100 characters, at most 8 words.')
  },
)
