import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
})
afterAll(() => service.stop())

const draft = '?draft=true'

test('a new installation has nothing to look after, and says that it is new', async () => {
  const { body, status } = await admin.get('/api/attention')
  expect(status).toBe(200)
  expect(body).toEqual({ isNew: true, items: [], progress: [] })
})

test('what needs attention is counted as the lists show it', async () => {
  const source = await make('resources', { title: 'A report', link: { status: 'dead' } })
  const campaign = await make('campaigns', { title: 'Rents' })
  const evidence = [{ source, locator: 'p. 1' }]
  const claim = (statement: string, data: object) =>
    make('claims', { statement, campaign, evidence, ...data })
  await claim('Disputed', { verification: { status: 'disputed' } })
  await claim('No evidence', { evidence: [] })
  await claim('Due', { verification: { status: 'verified', reviewBy: '2020-01-01T12:00:00.000Z' } })
  await claim('Not due', { verification: { reviewBy: '2999-01-01T12:00:00.000Z' } })
  await claim('Retracted', {
    evidence: [],
    verification: { status: 'retracted', reviewBy: '2020-01-01T12:00:00.000Z', note: 'Wrong.' },
  })
  const translated = await claim('Translated', {})
  await admin.patch(`/api/claims/${translated}${draft}&locale=es`, { statement: 'Traducida' })
  const trashed = await claim('In the trash', { verification: { status: 'disputed' } })
  await admin.patch(`/api/claims/${trashed}${draft}`, { deletedAt: new Date().toISOString() })

  expect(await counts(admin)).toEqual({
    'disputed claims': 1,
    'noEvidence claims': 1,
    'reviewDue claims': 1,
    'deadLinks resources': 1,
    'untranslated campaigns es': 1,
    'untranslated claims es': 5,
    'untranslated resources es': 1,
  })
})

test('a newer draft counts instead of what is published', async () => {
  const id = await make('claims', {
    statement: 'Published',
    evidence: [],
    _status: 'published',
    campaign: null,
  })
  const before = await counts(admin)
  const source = await make('resources', { title: 'Another report' })
  await admin.patch(`/api/claims/${id}${draft}`, { evidence: [{ source, locator: 'p. 2' }] })
  const after = await counts(admin)
  expect(after['noEvidence claims']).toBe((before['noEvidence claims'] ?? 0) - 1)
  expect(before['noEvidence claims']).toBe(2)
})

test('each count is that of the list it leads to', async () => {
  const { body } = await admin.get('/api/attention')
  for (const { list, count, collection } of body.items) {
    const { search } = new URL(list, service.url)
    const found = await admin.get(`/api/${collection}${search}&draft=true&depth=0`)
    expect([list, found.body.totalDocs]).toEqual([list, count])
  }
})

test('a campaign is as far translated as its documents have a title in the language', async () => {
  const { body } = await admin.get('/api/attention')
  const [{ campaign, ...rents }] = body.progress
  expect(campaign.title).toBe('Rents')
  // The campaign and the six of its claims that are not in the trash.
  expect(rents).toEqual({ locale: 'es', translated: 1, total: 7 })
})

test('webhooks that fail are told to administrators alone', async () => {
  const partner = await make('partners', { name: 'P', contact: 'p@example.org' })
  const url = 'https://example.org/hook'
  const webhook = await make('webhooks', { partner, url })
  await service.payload.update({
    collection: 'webhooks',
    id: webhook,
    data: { failingSince: new Date().toISOString() },
  })
  expect((await counts(admin))['failingWebhooks webhooks']).toBe(1)
  const editor = await counts(await service.as('editor'))
  expect(editor['disputed claims']).toBe(1)
  expect(editor).not.toHaveProperty('failingWebhooks webhooks')
})

test('nobody else is told anything', async () => {
  expect((await service.reader.get('/api/attention')).status).toBe(403)
})

async function make(collection: string, data: object): Promise<string> {
  const query = '_status' in data ? '' : draft
  const { body, status } = await admin.post(`/api/${collection}${query}`, data)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc.id
}

/** The counts, each by what it is of. */
async function counts(client: Client): Promise<Record<string, number>> {
  const { body } = await client.get('/api/attention')
  const items = body.items as { key: string; collection: string; locale?: string; count: number }[]
  return Object.fromEntries(
    items.map(({ key, collection, locale, count }) => [
      [key, collection, locale].filter(Boolean).join(' '),
      count,
    ]),
  )
}
