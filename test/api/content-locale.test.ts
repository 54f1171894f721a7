import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCampaign } from '../support/campaign.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
let ids: Awaited<ReturnType<typeof makeCampaign>>
beforeAll(async () => {
  service = await startService()
  ids = await makeCampaign(await service.as('admin'))
})
afterAll(() => service.stop())

const translated = { locales: ['en', 'es'] }
const english = { contentLocale: 'en', locales: ['en'] }

test('a document says which language it is really in, and which it is in besides', async () => {
  const { reader } = service
  for (const [path, expected] of [
    ['/api/claims/slug/rents-rose', { contentLocale: 'en', ...translated }],
    ['/api/claims/slug/rents-rose?locale=es', { contentLocale: 'es', ...translated }],
    ['/api/claims/slug/empty-homes?locale=es', english],
    [`/api/claims/${ids.claim}?locale=es`, { contentLocale: 'es', ...translated }],
    [`/api/claims/${ids.retracted}?locale=es`, english],
    [
      `/api/claims/${ids.retracted}?locale=es&fallback-locale=none`,
      { contentLocale: null, locales: ['en'] },
    ],
  ] as const) {
    const { body, headers, status } = await reader.get(path)
    expect([path, status]).toEqual([path, 200])
    expect([path, body]).toEqual([path, expect.objectContaining(expected)])
    expect([path, headers.get('content-language')]).toEqual([path, expected.contentLocale])
  }
})

test('so does every document in it, at any depth, and in lists', async () => {
  const { body } = await service.reader.get(`/api/demands/${ids.demand}?locale=es&depth=2`)
  expect(body).toMatchObject(english)
  expect(body.supportedBy).toMatchObject([{ contentLocale: 'es', ...translated }, english])
  expect(body.campaign).toMatchObject({ contentLocale: 'es', ...translated })

  const list = await service.reader.get('/api/claims?locale=es&sort=slug')
  expect(list.body.docs).toMatchObject([english, { contentLocale: 'es', ...translated }])
  expect(list.headers.has('content-language')).toBe(false)
})

test('a part of a document says it when it is asked for', async () => {
  const list = await service.reader.get(
    '/api/claims?locale=es&sort=slug&select[contentLocale]=true',
  )
  expect(list.body.docs.map((doc: object) => Object.keys(doc).sort())).toEqual([
    ['contentLocale', 'id', 'statement'],
    ['contentLocale', 'id', 'statement'],
  ])
  const other = await service.reader.get('/api/claims?select[slug]=true')
  expect(Object.keys(other.body.docs[0]).sort()).toEqual(['id', 'slug'])
})

test('in all languages the texts say it themselves', async () => {
  const { body } = await service.reader.get(`/api/claims/${ids.claim}?locale=all`)
  expect(body.statement).toEqual({ en: expect.any(String), es: expect.any(String) })
  expect(body).not.toHaveProperty('contentLocale')
  expect(body).not.toHaveProperty('locales')
})

test('GraphQL, the bundle and permalinks say it too', async () => {
  const { data } = (
    await service.reader.graphql(
      '{ Claims(locale: es, sort: "slug") { docs { contentLocale locales campaign { contentLocale } } } }',
    )
  ).body
  expect(data.Claims.docs).toEqual([
    { ...english, campaign: { contentLocale: 'es' } },
    { contentLocale: 'es', ...translated, campaign: { contentLocale: 'es' } },
  ])

  const bundle = await service.reader.get('/api/campaigns/rents/bundle?locale=es')
  expect(bundle.headers.get('content-language')).toBe('es')
  expect(bundle.body).toMatchObject({ locale: 'es', contentLocale: 'es', ...translated })
  const [{ items }] = bundle.body.sections
  expect(items.map(({ value }: { value: object }) => value)).toMatchObject([
    { contentLocale: 'es', ...translated },
    english,
    english,
    english,
  ])

  const page = await service.reader.get('/claims/rents-rose?locale=es', {
    headers: { Accept: 'application/json' },
  })
  expect(page.headers.get('content-language')).toBe('es')
  expect(page.body).toMatchObject({ contentLocale: 'es', ...translated })
  const then = await service.reader.get('/claims/rents-rose/revisions/2?locale=es', {
    headers: { Accept: 'application/json' },
  })
  expect(then.body).toMatchObject({ contentLocale: 'es', ...translated })
})

test('it is neither filtered nor sorted by, nor written', async () => {
  for (const query of [
    'where[contentLocale][equals]=es',
    'sort=locales',
    'where[locales][in]=es',
  ]) {
    const { status, body } = await service.reader.get(`/api/claims?${query}`)
    expect([query, status]).toEqual([query, 400])
    expect(body.errors[0].message).toMatch(/contentLocale|locales/)
  }
  const admin = await service.as('admin')
  const written = { contentLocale: 'fr', locales: ['fr'], _status: 'published' }
  expect((await admin.patch(`/api/claims/${ids.claim}`, written)).status).toBe(200)
  const { body } = await service.reader.get(`/api/claims/${ids.claim}`)
  expect(body).toMatchObject({ contentLocale: 'en', ...translated })
})

test('a translator may send a document back as it was read', async () => {
  const translator = await service.as('translator')
  const path = `/api/claims/${ids.retracted}?locale=es&fallback-locale=none&draft=true&depth=0`
  const { body } = await translator.get(path)
  const back = await translator.patch(path, {
    ...body,
    _status: 'draft',
    statement: 'La mitad',
  })
  expect(back.body).toMatchObject({ doc: { statement: 'La mitad' } })
})
