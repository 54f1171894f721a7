import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCampaign } from '../support/campaign.ts'
import { provideFeedparser } from '../support/feedparser.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

const publicUrl = 'https://content.example.org'
let service: TestService
let reader: Client
let admin: Client
let made: Awaited<ReturnType<typeof makeCampaign>>

const parser = await provideFeedparser()

beforeAll(async () => {
  service = await startService({ PUBLIC_URL: publicUrl })
  reader = service.reader
  admin = await service.as('admin')
  made = await makeCampaign(admin)
})
afterAll(() => service.stop())

type Item = { id: string; title: string; url: string; content_html: string; language?: string }
const itemsOf = async (path: string): Promise<Item[]> => (await reader.get(path)).body.items

describe.skipIf(!parser)('feedparser', () => {
  test.each([
    '/feeds/campaigns.atom',
    '/feeds/claims.atom',
    '/feeds/claims.atom?locale=es',
    '/feeds/demands.atom',
    '/feeds/resources.atom',
    '/feeds/rents.atom',
    '/feeds/rents.atom?locale=es',
  ])('finds nothing wrong with %s', async (path) => {
    const { status, headers, text } = await reader.get(path)
    expect(status).toBe(200)
    expect(headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
    const parsed = await parser?.(text, 'application/atom+xml; charset=utf-8')
    expect(parsed).toMatchObject({ bozo: 0, bozoReason: '', version: 'atom10' })
    expect(parsed?.feed).toMatchObject({
      id: expect.stringMatching(/^urn:uuid:[\da-f-]{36}$/),
      language: path.endsWith('es') ? 'es' : 'en',
      self: publicUrl + path,
    })
    const items = await itemsOf(path.replace('.atom', '.json'))
    // What a reader of Atom finds is what a reader of JSON finds.
    expect(
      parsed?.entries.map(({ id, title, link, content }) => [id, title, link, content]),
    ).toEqual(items.map(({ id, title, url, content_html }) => [id, title, url, content_html]))
    expect(items.length).toBeGreaterThan(0)
  })

  test('reads a feed of a text that is all markup', async () => {
    const statement = '</title>]]> & "<b>" \' <!-- -->'
    const id = await made.make('claims', { statement, slug: 'markup', _status: 'published' })
    const { text } = await reader.get('/feeds/claims.atom')
    const parsed = await parser?.(text, 'application/atom+xml; charset=utf-8')
    expect(parsed?.bozo).toBe(0)
    expect(parsed?.entries[0]?.title).toBe(statement)
    await admin.delete(`/api/claims/${id}`)
  })
})

test('a feed that has never had anything is one', async () => {
  const empty = await startService()
  const { status, body } = await empty.reader.get('/feeds/demands.json')
  expect([status, body.items]).toEqual([200, []])
  const { text } = await empty.reader.get('/feeds/demands.atom')
  expect(text).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
  await empty.stop()
})

describe('the feed of a campaign', () => {
  test('is JSON Feed 1.1', async () => {
    const { body, headers } = await reader.get('/feeds/rents.json')
    expect(headers.get('Content-Type')).toBe('application/feed+json')
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(body).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Rents & homes',
      home_page_url: `${publicUrl}/campaigns/rents`,
      feed_url: `${publicUrl}/feeds/rents.json`,
      language: 'en',
      authors: [{ name: 'Rents & homes' }],
    })
    for (const item of body.items) {
      expect(item).toMatchObject({
        id: expect.stringMatching(/^urn:uuid:/),
        date_modified: expect.stringMatching(/^20\d\d-/),
        date_published: expect.stringMatching(/^20\d\d-/),
      })
    }
  })

  test('has the campaign, what belongs to it and what it shows, and nothing else', async () => {
    const shown = await made.make('claims', {
      statement: 'Shown only',
      slug: 'shown-only',
      _status: 'published',
    })
    await made.make('claims', { statement: 'Of nobody', slug: 'of-nobody', _status: 'published' })
    await made.make('claims', { statement: 'Draft', slug: 'draft', campaign: made.campaign })
    const sections = [{ items: [{ relationTo: 'claims', value: shown }] }]
    const other = await made.make('campaigns', {
      title: 'Other',
      slug: 'other',
      sections,
      _status: 'published',
    })
    await made.make('demands', {
      title: 'Belongs',
      slug: 'belongs',
      campaign: other,
      _status: 'published',
    })
    const urls = (items: Item[]) => items.map(({ url }) => url.replace(publicUrl, '')).sort()
    expect(urls(await itemsOf('/feeds/other.json'))).toEqual([
      '/campaigns/other',
      '/claims/shown-only',
      '/demands/belongs',
    ])
    expect(urls(await itemsOf('/feeds/rents.json'))).toEqual([
      '/campaigns/rents',
      '/claims/empty-homes',
      '/claims/rents-rose',
      '/demands/cap-the-rents',
      '/resources/rent-report',
    ])
  })

  test('moves with its slug, and is gone with it', async () => {
    const id = await made.make('campaigns', { title: 'Old', slug: 'old', _status: 'published' })
    const before = (await reader.get('/feeds/old.json')).body.items[0].id
    await made.change(`campaigns/${id}`, { slug: 'new' })
    const moved = await reader.get('/feeds/old.atom?locale=es')
    expect([moved.status, moved.headers.get('Location')]).toEqual([
      308,
      '/feeds/new.atom?locale=es',
    ])
    expect((await reader.get('/feeds/new.json')).body.items[0].id).toBe(before)
    await admin.delete(`/api/campaigns/${id}`)
    const gone = await reader.get('/feeds/new.atom')
    expect([gone.status, gone.body.tombstone.kind]).toEqual([410, 'deleted'])
  })

  test('gives way to a collection of its name', async () => {
    await made.make('campaigns', { title: 'Demands', slug: 'demands', _status: 'published' })
    const { body } = await reader.get('/feeds/demands.json')
    expect(body.title).toBe('Demands · content.example.org')
    expect((await reader.get('/campaigns/demands')).text).not.toContain('/feeds/demands.atom')
    const home = await reader.get('/', { headers: { Accept: 'application/json' } })
    expect(home.body.campaigns).toContainEqual(
      expect.objectContaining({ slug: 'demands', feeds: null }),
    )
  })
})

test('what is retracted says so in its title and first in its content', async () => {
  for (const [path, word] of [
    ['/feeds/claims.json', 'Retracted'],
    ['/feeds/rents.json?locale=es', 'Retractada'],
  ]) {
    const item = (await itemsOf(path ?? '')).find(({ url }) => url.includes('empty-homes'))
    expect(item?.title).toBe(`${word}: Half of all homes are empty`)
    expect(item?.content_html).toMatch(new RegExp(`^<p><strong>${word}\\.</strong>`))
    expect(item?.content_html).toContain('The figure was of one city.')
  }
})

test('an entry in another language than the feed says so', async () => {
  const items = await itemsOf('/feeds/rents.json?locale=es')
  const languages = Object.fromEntries(items.map(({ title, language }) => [title, language]))
  expect(languages).toMatchObject({
    'Alquileres y viviendas': undefined,
    'Los alquileres subieron una décima': undefined,
    'Cap the rents': 'en',
  })
  const { text } = await reader.get('/feeds/rents.atom?locale=es')
  expect(text).toMatch(/<entry xml:lang="en">\s*<id>[^<]+<\/id>\s*<title>Cap the rents/)
})

describe('what is withdrawn', () => {
  test('leaves the feed as a deleted entry, and comes back under the same id', async () => {
    const id = await made.make('demands', { title: 'Go', slug: 'go', _status: 'published' })
    const entry = (await itemsOf('/feeds/demands.json')).find(({ title }) => title === 'Go')
    await admin.patch(`/api/demands/${id}`, { _status: 'draft' })
    const { text } = await reader.get('/feeds/demands.atom')
    expect(text).toMatch(new RegExp(`<at:deleted-entry ref="${entry?.id}" when="20[^"]+Z"/>`))
    expect(text).not.toContain('<title>Go</title>')
    await made.change(`demands/${id}`, {})
    const again = await reader.get('/feeds/demands.atom')
    expect(again.text).not.toContain('deleted-entry ref')
    expect((await itemsOf('/feeds/demands.json')).find(({ title }) => title === 'Go')?.id).toBe(
      entry?.id,
    )
  })

  test('and was never public leaves no trace', async () => {
    const id = await made.make('resources', { title: 'Secret', slug: 'secret' })
    await admin.delete(`/api/resources/${id}`)
    expect((await reader.get('/feeds/resources.atom')).text).not.toContain('deleted-entry ref')
  })
})

describe('is refused, in JSON', () => {
  test.each<[path: string, status: number, message: string]>([
    ['/feeds/claims.atom?locale=fr', 400, 'locale: accepted: en, es'],
    ['/feeds/claims.atom?limit=9', 400, 'limit: not a parameter here; accepted: locale'],
    ['/feeds/claims.atom?locale=es&locale=en', 400, 'locale: accepted: once'],
    ['/feeds/nothing.atom', 404, 'Not Found'],
    ['/feeds/draft.json', 404, 'Not Found'],
    ['/feeds/claims.rss', 404, 'Not Found'],
    ['/feeds/claims', 404, 'Not Found'],
    ['/feeds', 404, 'Not Found'],
    ['/feeds/a/claims.atom', 404, 'Not Found'],
    ['/feeds/%00.atom', 404, 'Not Found'],
    ['/feeds/__proto__.atom', 404, 'Not Found'],
  ])('%s: %i', async (path, status, message) => {
    const answer = await reader.get(path)
    expect([answer.status, answer.body.errors[0].message]).toEqual([status, message])
  })

  test('a method that is not for reading', async () => {
    const { status, headers } = await reader.post('/feeds/claims.atom', {})
    expect([status, headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })
})

test('a feed is kept, and falls with what it shows', async () => {
  const hits = () => service.delivery?.stats().hits ?? 0
  const { headers } = await reader.get('/feeds/resources.atom')
  const before = hits()
  const again = await reader.get('/feeds/resources.atom', {
    headers: { 'If-None-Match': headers.get('ETag') ?? '' },
  })
  expect([again.status, hits() - before]).toEqual([304, 1])
  await made.change(`resources/${made.source}`, { publisher: 'Another' })
  expect((await reader.get('/feeds/resources.atom')).text).toContain('Another')
})
