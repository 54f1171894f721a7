import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCampaign } from '../support/campaign.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
let ids: Awaited<ReturnType<typeof makeCampaign>>
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
  ids = await makeCampaign(admin)
})
afterAll(() => service.stop())

test('each text is missing, translated, or outdated once its original has changed', async () => {
  expect(await statesOf(`claims/${ids.claim}`)).toEqual({
    statement: 'translated',
    body: 'missing',
    'figures.*.label': 'missing',
  })
  await save(`claims/${ids.claim}`, { statement: 'Rents rose by a fifth' })
  expect(await statesOf(`claims/${ids.claim}`)).toMatchObject({ statement: 'outdated' })
  await save(`claims/${ids.claim}?locale=es`, { statement: 'Los alquileres subieron un quinto' })
  expect(await statesOf(`claims/${ids.claim}`)).toMatchObject({ statement: 'translated' })
})

test('a draft counts, and an original that is put back is the translated one again', async () => {
  const path = `claims/${ids.claim}?draft=true`
  await save(path, { statement: 'Rents rose' })
  expect(await statesOf(`claims/${ids.claim}`)).toMatchObject({ statement: 'outdated' })
  await save(path, { statement: 'Rents rose by a fifth' })
  expect(await statesOf(`claims/${ids.claim}`)).toMatchObject({ statement: 'translated' })
})

test('a translation that still stands is confirmed without writing it again', async () => {
  const path = `claims/${ids.claim}`
  await save(`${path}?draft=true`, { statement: 'Rents rose by 20 %' })
  await save(`${path}?draft=true&locale=es&confirm=statement`, {})
  expect(await statesOf(path)).toMatchObject({ statement: 'translated' })
  const unknown = await admin.patch(
    `/api/${path}?draft=true&locale=es&confirm=nonsense,__proto__`,
    {},
  )
  expect(unknown.status).toBe(200)
  expect(Object.keys(await statesOf(path))).toEqual(['statement', 'body', 'figures.*.label'])
})

test('rows are known by their id, wherever they are moved', async () => {
  const path = `campaigns/${ids.campaign}`
  const { body } = await admin.get(`/api/${path}?locale=es&depth=0&fallback-locale=none`)
  const [section] = body.sections
  await save(`${path}?locale=es`, { sections: [{ ...section, heading: 'Todo' }] })
  expect(await statesOf(path)).toMatchObject({ 'sections.*.heading': 'translated' })

  const english = (await admin.get(`/api/${path}?depth=0`)).body.sections
  const first = { heading: 'Before it' }
  await save(path, { sections: [first, { ...english[0], heading: 'All of it, again' }] })
  const { body: read } = await admin.get(`/api/${path}/translations`)
  const headings = read.texts.filter(({ key }: { key: string }) => key.endsWith('.heading'))
  expect(headings).toEqual([
    {
      key: expect.any(String),
      path: 'sections.0.heading',
      original: 'Before it',
      states: { es: 'missing' },
    },
    {
      key: `sections.${section.id}.heading`,
      path: 'sections.1.heading',
      original: 'All of it, again',
      states: { es: 'outdated' },
    },
  ])
})

test('rich text is told as plain text, and what has no original is nothing to translate', async () => {
  const { body } = await admin.get(`/api/demands/${ids.demand}/translations`)
  expect(body).toMatchObject({ original: 'en', languages: ['es'] })
  const originals = body.texts.map(({ original }: { original: string }) => original)
  expect(originals).toEqual(['Cap the rents', 'For five years.', 'Asked in the council.', 'Sign'])
})

test('what is kept for it is in no answer, and is for editors alone', async () => {
  const { reader } = service
  for (const path of [`claims/${ids.claim}`, `claims/${ids.claim}?locale=all`, 'claims']) {
    const seen = await reader.get(`/api/${path}`)
    expect(seen.text).not.toContain('translatedFrom')
  }
  expect((await reader.get('/api/claims?where[translatedFrom][exists]=true')).status).toBe(400)
  expect((await reader.get(`/api/claims/${ids.claim}/translations`)).status).toBe(403)
  const translator = await service.as('translator')
  expect((await translator.get(`/api/claims/${ids.claim}/translations`)).status).toBe(200)
  expect((await admin.get('/api/claims/000000000000000000000000/translations')).status).toBe(404)
  expect((await admin.get('/api/claims/nonsense/translations')).status).toBe(404)
})

test('nobody writes what is kept', async () => {
  const path = `claims/${ids.retracted}`
  await save(`${path}?locale=es&draft=true`, { statement: 'La mitad' })
  await save(`${path}?draft=true`, { translatedFrom: { es: { statement: 'x' } } })
  expect(await statesOf(path)).toEqual({ statement: 'translated' })
  await save(`${path}?draft=true`, { statement: 'A third of all homes are empty' })
  expect(await statesOf(path)).toEqual({ statement: 'outdated' })
})

async function save(path: string, data: object): Promise<void> {
  const status = path.includes('draft=true') ? {} : { _status: 'published' }
  const { body } = await admin.patch(`/api/${path}`, { ...data, ...status })
  expect(body).toHaveProperty('doc')
}

/** The state of each text in Spanish, by its key without the ids of rows. */
async function statesOf(path: string): Promise<Record<string, string>> {
  const { body } = await admin.get(`/api/${path}/translations`)
  const texts = body.texts as { key: string; states: { es: string } }[]
  return Object.fromEntries(
    texts.map(({ key, states }) => [key.replace(/\.[0-9a-f]{24}\./g, '.*.'), states.es]),
  )
}
