import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { importSampleCampaign } from '../../seed/sample-campaign.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

const collections = ['campaigns', 'claims', 'demands', 'resources'] as const

let service: TestService
let editor: Client
let reviewer: Client
beforeAll(async () => {
  service = await startService({ HANDBILL_IMPORT_ROWS: '50' })
  editor = await service.as('editor')
  reviewer = await service.as('reviewer')
  await importSampleCampaign(service.payload)
})
afterAll(() => service.stop())

let before: unknown
beforeEach(async () => {
  before = await everything()
})

/** Every document and how many versions it has. */
async function everything(): Promise<unknown> {
  const { payload } = service
  const each = collections.map(async (collection) => [
    await payload.find({ collection, depth: 0, draft: true, locale: 'all', pagination: false }),
    (await payload.countVersions({ collection })).totalDocs,
  ])
  return JSON.parse(JSON.stringify(await Promise.all(each)))
}

const exported = async (collection: string, query = 'format=csv'): Promise<string> => {
  const { status, text } = await editor.get(`/api/${collection}/export?${query}`)
  expect(status).toBe(200)
  return text
}

type Table = Record<string, string>[]

/** A file as a spreadsheet program reads it. */
const tableOf = (csv: string): Table => parse(csv, { bom: true, columns: true }) as Table

const csvOf = (rows: Table): string => {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const quoted = (text = '') => `"${text.replaceAll('"', '""')}"`
  return [header, ...rows.map((row) => header.map((name) => row[name]))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n')
}

const send = (collection: string, text: string, more: object = {}, client = editor) =>
  client.post(`/api/${collection}/import`, { text, ...more })

describe('an export', () => {
  test('has the newest drafts with their rows, relations by slug and text as Markdown', async () => {
    const answer = await editor.get('/api/claims/export?format=csv&locale=es')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="claims-es-\d{4}-\d\d-\d\d\.csv"$/,
    )
    const rows = tableOf(answer.text)
    expect(rows).toHaveLength(6)
    const row = rows.find(({ slug }) => slug === 'a-way-around-sanctuary-policies')
    expect(row).toMatchObject({
      locale: 'es',
      statement: 'Un rodeo a las políticas santuario',
      campaign: 'no-cloud-for-deportations',
      'evidence.1.source': 'fusion-centers',
      'verification.status': 'unverified',
      _status: 'published',
    })
    expect(row?.body).toContain('[centros de fusión](https://www.dhs.gov/fusion-centers)')
    expect(Object.keys(row ?? {})).not.toContain('formerSlugs')
  })

  test('is of what the list is filtered by', async () => {
    const where = encodeURIComponent(JSON.stringify({ slug: { contains: 'sanctuary' } }))
    expect(tableOf(await exported('claims', `where=${where}`))).toHaveLength(1)
    expect(tableOf(await exported('claims', 'search=databases'))).toHaveLength(1)
    expect(tableOf(await exported('claims', 'where[slug][equals]=none'))).toEqual([])
    const { docs } = JSON.parse(await exported('demands', 'format=json&sort=-title'))
    expect(docs.map(({ title }: { title: string }) => title)).toEqual([
      'Stop helping DHS and ICE',
      'Answer for the part it played',
    ])
  })

  test('refuses what it does not know, and whoever is no staff', async () => {
    for (const [query, message] of [
      ['format=xlsx', /format: accepted: csv, json/],
      ['fromat=csv', /fromat: accepted: format, locale/],
      ['locale=fr', /locale: accepted: en, es/],
    ] as const) {
      const { status, body } = await editor.get(`/api/claims/export?${query}`)
      expect(status).toBe(400)
      expect(body.errors[0].message).toMatch(message)
    }
    expect((await service.reader.get('/api/claims/export')).status).toBe(403)
    const translator = await service.as('translator')
    expect((await translator.get('/api/claims/export')).status).toBe(200)
  })
})

describe.each(collections)('an export of %s imported again', (collection) => {
  test.each(['csv', 'json'])('as %s changes nothing, in any language', async (format) => {
    for (const locale of ['en', 'es']) {
      const text = await exported(collection, `format=${format}&locale=${locale}`)
      const { body } = await send(collection, text, { format, locale })
      expect(body.mistakes).toEqual([])
      expect(body.counts).toMatchObject({ created: 0, updated: 0 })
      expect(body.counts.unchanged).toBeGreaterThan(0)
    }
    expect(await everything()).toEqual(before)
  })
})

describe('an import', () => {
  test('says in a dry run what it would do, and writes nothing', async () => {
    const rows = tableOf(await exported('claims'))
    const [first, second] = rows as [Table[number], Table[number]]
    first.statement = 'Another statement'
    const more = { statement: 'A new claim', campaign: 'no-cloud-for-deportations' }
    const { status, body } = await send('claims', csvOf([first, second, more]), { dryRun: true })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      dryRun: true,
      mistakes: [],
      counts: { created: 1, updated: 1, unchanged: 1, published: 0 },
      rows: [
        { row: 2, action: 'updated', title: 'Another statement' },
        { row: 3, action: 'unchanged' },
        { row: 4, action: 'created', id: null, title: 'A new claim' },
      ],
    })
    expect(await everything()).toEqual(before)
  })

  test('makes drafts, of what is published too; those who may publish when they ask', async () => {
    const [row] = tableOf(await exported('demands')) as [Table[number]]
    const { slug = '' } = row
    const change = (title: string) => csvOf([{ slug, title, body: 'With **bold** words.' }])
    expect((await send('demands', change('A draft'))).body.counts.updated).toBe(1)
    const shown = async () => (await service.reader.get(`/api/demands/slug/${slug}`)).body
    expect((await shown()).title).toBe(row.title)

    const refused = await send('demands', change('Public'), { publish: true })
    expect(refused.status).toBe(403)
    const { body } = await send('demands', change('Public'), { publish: true }, reviewer)
    expect(body.counts).toMatchObject({ updated: 1, published: 1 })
    expect((await shown()).title).toBe('Public')
    expect(JSON.stringify((await shown()).body)).toContain('"text":"bold"')
    const back = csvOf([{ slug, title: row.title ?? '', body: row.body ?? '' }])
    await send('demands', back, { publish: true }, reviewer)
  })

  test('changes rows of a list, and keeps what other languages say of them', async () => {
    const claim = {
      statement: 'It costs',
      'figures.1.label': 'Cost',
      'figures.1.value': '-5.5',
      'figures.2.label': 'Share',
      'figures.2.value': '12',
      'evidence.1.source': 'fusion-centers',
      'evidence.1.accessedOn': '2026-02-28',
    }
    const made = await send('claims', csvOf([claim]))
    const { id } = made.body.rows[0]
    const spanish = tableOf(await exported('claims', `locale=es&where[id][equals]=${id}`))
    const translated = spanish.map((row) => ({ ...row, 'figures.2.label': 'Parte' }))
    await send('claims', csvOf(translated), { locale: 'es' })

    const [row] = tableOf(await exported('claims', `where[id][equals]=${id}`)) as [Table[number]]
    expect(row).toMatchObject({ 'figures.1.value': "'-5.5", 'evidence.1.accessedOn': '2026-02-28' })
    // The first figure is taken out: every cell of it is empty.
    for (const name of Object.keys(row)) if (name.startsWith('figures.1.')) row[name] = ''
    expect((await send('claims', csvOf([row]))).body.counts.updated).toBe(1)
    const { body } = await editor.get(`/api/claims/${id}?draft=true&locale=all&depth=0`)
    expect(body.figures).toMatchObject([{ label: { en: 'Share', es: 'Parte' }, value: 12 }])
    await service.payload.delete({ collection: 'claims', id })
  })

  test('takes semicolons and tabs between cells, as spreadsheets write them elsewhere', async () => {
    for (const delimiter of [';', '\t']) {
      const csv = [
        ['title', 'authors', 'url'].join(delimiter),
        ['"A; b"', '"One; Two\\; Three"', 'https://example.org/a'].join(delimiter),
      ].join('\n')
      const { body } = await send('resources', csv)
      expect(body.counts).toMatchObject({ created: 1 })
      const { id } = body.rows[0]
      const { body: doc } = await editor.get(`/api/resources/${id}?draft=true`)
      expect(doc).toMatchObject({ title: 'A; b', authors: ['One', 'Two; Three'] })
      await service.payload.delete({ collection: 'resources', id })
    }
  })

  test.each([
    ['statement', '', 'statement', /is needed/],
    ['figures.1.value', 'many', 'figures.1.value', /accepted: a number/],
    ['verification.reviewBy', '30/02/2026', 'verification.reviewBy', /such as 2026-11-24/],
    ['verification.reviewBy', '2026-02-30', 'verification.reviewBy', /such as 2026-11-24/],
    ['verification.status', 'true', 'verification.status', /accepted: unverified, verified/],
    ['campaign', 'no-such', 'campaign', /no document "no-such" in campaigns/],
    ['evidence.1.locator', 'p. 3', 'evidence.1.source', /is needed/],
    ['id', 'nobody', 'id', /no document "nobody"/],
    ['locale', 'es', 'locale', /this row is in "es"/],
    ['slug', 'Not A Slug', 'slug', /lower-case/],
  ])('names the row and the column of a bad cell: %s "%s"', async (name, cell, column, message) => {
    const rows: Table = [
      { statement: 'Good' },
      { statement: 'Bad', body: 'Words', [name]: cell },
      { statement: 'Good as well' },
    ]
    const dry = await send('claims', csvOf(rows), { dryRun: true })
    expect(dry.body.mistakes).toMatchObject([
      { row: 3, column, message: expect.stringMatching(message) },
    ])
    const { status, body } = await send('claims', csvOf(rows))
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([{ data: { row: 3, column } }])
    expect(body.errors[0].message).toMatch(new RegExp(`^Row 3: ${column}: `))
    expect(await everything()).toEqual(before)
  })

  test('names every mistake, those of Payload too, and writes none of the rows', async () => {
    const [row] = tableOf(await exported('claims')) as [Table[number]]
    const rows: Table = [
      { ...row, statement: 'Changed' },
      { statement: 'A', slug: 'same' },
      { statement: 'B', slug: 'same' },
      { statement: 'C', 'evidence.1.source': 'nothing' },
      { ...row, _status: 'draft' },
    ]
    const { status, body } = await send('claims', csvOf(rows))
    expect(status).toBe(400)
    const places = body.errors.map(({ data }: { data: object }) => data)
    expect(places).toEqual([
      { row: 4, column: 'slug' },
      { row: 5, column: 'evidence.1.source' },
      { row: 6, column: '_status' },
      { row: 6, column: 'id' },
    ])
    expect(await everything()).toEqual(before)
  })

  test('does not overwrite what was changed after the export', async () => {
    const [row] = tableOf(await exported('resources')) as [Table[number]]
    const { id = '', publisher } = row
    await editor.patch(`/api/resources/${id}?draft=true`, { publisher: 'Newer' })
    const stale = { ...row, publisher: 'Older' }
    const { body } = await send('resources', csvOf([stale]))
    expect(body.errors).toMatchObject([{ data: { row: 2, column: 'updatedAt' } }])
    const forced = await send('resources', csvOf([{ ...stale, _status: '', updatedAt: '' }]))
    expect(forced.body.counts.updated).toBe(1)
    await send('resources', csvOf([{ id, publisher: publisher ?? '' }]))
  })

  test('refuses what is no file, too many rows, and unknown columns', async () => {
    const many = csvOf(Array.from({ length: 51 }, (_, i) => ({ title: `Resource ${i}` })))
    for (const [text, format, message] of [
      ['', 'csv', /text: the file is empty/],
      ['title\n"open', 'csv', /The file cannot be read: /],
      ['{"docs": 3}', 'json', /The file cannot be read: accepted: a list/],
      ['[', 'json', /The file cannot be read: /],
      [many, 'csv', /text: accepted: at most 50 rows \(HANDBILL_IMPORT_ROWS\), not 51/],
      ['titel,url\na,b', 'csv', /^Row 1: titel: is no column here; accepted: id, locale/],
      ['title,__proto__,constructor\na,b,c', 'csv', /^Row 1: __proto__/],
      ['[{"title":"a","__proto__":{"b":1}}]', 'json', /^Row 1: __proto__/],
      ['[{"title":{"en":"a"}}]', 'json', /^Row 1: title: accepted: a text/],
      ['[{"title":"a","link":[1]}]', 'json', /^Row 1: link: accepted: an object/],
      ['title,url\na,javascript:x', 'csv', /^Row 2: url: Accepted: a web address/],
      ['[4]', 'json', /^Row 1: accepted: an object/],
      ['title,link.status\na,b,c', 'csv', /^Row 2: 3: /],
    ] as const) {
      const { status, body } = await send('resources', text, { format })
      expect(body.errors?.[0].message).toMatch(message)
      expect(status).toBe(400)
    }
    expect((await send('resources', 'a'.repeat(20_000_001))).status).toBe(413)
    expect(await everything()).toEqual(before)
  })

  test('is for writers', async () => {
    for (const client of [service.reader, await service.as('translator')]) {
      expect((await send('claims', 'statement\na', {}, client)).status).toBe(403)
    }
    expect(await everything()).toEqual(before)
  })

  test("says what is wrong in the editor's language", async () => {
    const { body } = await editor.post(
      '/api/claims/import',
      { text: 'statement,campaign\na,none', dryRun: true },
      { headers: { 'Accept-Language': 'es' } },
    )
    expect(body.mistakes[0].message).toBe('no hay ningún documento «none» en campaigns')
  })
})
