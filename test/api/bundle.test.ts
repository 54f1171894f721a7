import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importSampleCampaign } from '../../seed/sample-campaign.ts'
import { bundleJsonSchema, bundleSchema } from '../../src/bundle/schema.ts'
import { picture, uploadForm } from '../support/picture.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let reader: Client
let admin: Client

beforeAll(async () => {
  service = await startService()
  reader = service.reader
  admin = await service.as('admin')
  await importSampleCampaign(service.payload)
})
afterAll(() => service.stop())

const sample = '/api/campaigns/no-cloud-for-deportations/bundle'
const published = { _status: 'published' }
const canary = (place: string) => `kanari${place}vogel`

const make = async (path: string, data: object): Promise<string> => {
  const { body, status } = await admin.post(`/api/${path}`, data)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc.id
}
const change = async (path: string, data: object) => {
  const { body, status } = await admin.patch(`/api/${path}`, data)
  expect(status, JSON.stringify(body)).toBe(200)
}
const items = (collection: string, ...ids: string[]) =>
  ids.map((value) => ({ relationTo: collection, value }))
const paragraph = (text: string) => ({
  root: {
    type: 'root',
    version: 1,
    format: '',
    indent: 0,
    direction: null,
    children: [
      {
        type: 'paragraph',
        version: 1,
        format: '',
        indent: 0,
        direction: null,
        children: [
          { type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' },
        ],
      },
    ],
  },
})

describe('the sample campaign', () => {
  test.each([
    ['en', 'No cloud for deportations', 'What we ask', 'es'],
    ['es', 'Ninguna nube para las deportaciones', 'Qué pedimos', 'en'],
  ])('is whole in %s', async (locale, title, heading, other) => {
    const { body, headers, status } = await reader.get(`${sample}?locale=${locale}`)
    expect(status).toBe(200)
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(body).toMatchObject({
      locale,
      alternates: [{ locale: other, url: `${sample}?locale=${other}` }],
      title,
      slug: 'no-cloud-for-deportations',
      hashtag: '#NoTechForICE',
    })
    expect(body.sections[2]).toMatchObject({ heading, items: [{ relationTo: 'demands' }, {}] })
  })

  test.each(['en', 'es'])('has the shape that is promised, in %s', async (locale) => {
    const { body } = await reader.get(`${sample}?locale=${locale}`)
    // The schema cuts off what it does not know.
    expect(bundleSchema.parse(body)).toEqual(body)
    const { body: schema } = await reader.get('/api/campaigns/bundle.schema.json')
    const validate = new Ajv2020({ validateFormats: false }).compile(schema)
    expect(validate(body), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ ...body, sections: [{}] })).toBe(false)
  })

  test('is in the order of its sections, as REST has it', async () => {
    const { body } = await reader.get(sample)
    const { body: asRest } = await reader.get(
      '/api/campaigns/slug/no-cloud-for-deportations?depth=1',
    )
    const order = (campaign: typeof body) =>
      campaign.sections.map((section: typeof body) => [
        section.id,
        section.heading,
        section.items.map((item: typeof body) => [item.relationTo, item.value.id]),
      ])
    expect(order(body)).toEqual(order(asRest))
  })

  test('has every body as HTML and as plain text', async () => {
    const { body } = await reader.get(sample)
    const { bodyHtml, bodyText } = body.sections[0].items[1].value
    expect(bodyHtml).toMatch(/^<p>Immigration and Customs Enforcement buys/)
    expect(bodyText).toMatch(/^Immigration and Customs Enforcement buys/)
  })

  test('is the same, byte for byte, each time', async () => {
    const { text } = await reader.get(sample)
    expect((await reader.get(sample)).text).toBe(text)
    expect((await admin.get(sample)).text).toBe(text)
  })

  test('is in the default language when none is asked for', async () => {
    expect((await reader.get(sample)).text).toBe((await reader.get(`${sample}?locale=en`)).text)
  })
})

test('the shape is served as JSON Schema', async () => {
  const { body, headers, status } = await reader.get('/api/campaigns/bundle.schema.json')
  expect(status).toBe(200)
  expect(headers.get('Content-Type')).toBe('application/schema+json')
  expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(body).toEqual(JSON.parse(JSON.stringify(bundleJsonSchema)))
  expect(body).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Campaign bundle',
    type: 'object',
  })
})

describe('a campaign of every kind of content', () => {
  const path = '/api/campaigns/everything/bundle'

  beforeAll(async () => {
    const user = await make('users', {
      name: canary('verifier'),
      email: `${canary('email')}@example.org`,
      password: 'a password',
      role: 'editor',
    })
    const form = uploadForm(await picture(), 'report.png', { alt: 'A report', credit: 'Us' })
    const file = (await admin.post('/api/media', form)).body.doc.id
    const source = await make('resources', {
      ...published,
      title: 'The report',
      kind: 'report',
      url: 'https://example.org/report',
      authors: ['A. Author', 'B. Author'],
      file,
      campaign: await make('campaigns', { title: canary('othercampaign') }),
    })
    const draftSource = await make('resources', { title: canary('draftsource') })
    const claim = await make('claims', {
      ...published,
      statement: 'It is so',
      body: paragraph('Because <it> is.'),
      evidence: [
        { source, locator: 'p. 1', quote: 'So it is.' },
        { source: draftSource, locator: 'p. 2' },
      ],
      figures: [{ label: 'Share', value: 10, unit: '%', asOf: '2026-01-01' }],
      verification: { status: 'verified', note: 'Checked.' },
    })
    // Whoever checked it is named by the server, and by its own code.
    const verification = { status: 'verified' as const, verifiedBy: user, note: 'Checked.' }
    await service.payload.update({ collection: 'claims', data: { verification }, id: claim })
    await change(`claims/${claim}?draft=true`, { statement: canary('newerdraft') })
    const reason = await make('claims', {
      ...published,
      statement: 'A reason',
      evidence: [{ source }],
    })
    const draftClaim = await make('claims', { statement: canary('draftclaim') })
    const trashed = await make('claims', { ...published, statement: canary('trash') })
    const unpublished = await make('demands', { ...published, title: canary('unpublished') })
    const demand = await make('demands', {
      ...published,
      title: 'Do it',
      addressedTo: 'Them',
      status: 'partly-met',
      history: [
        { status: 'open', on: '2026-01-01', note: 'Asked', source },
        { status: 'partly-met', on: '2026-02-01', source: draftSource },
      ],
      supportedBy: [reason, draftClaim, trashed, claim],
      actions: [{ label: 'Sign', url: 'https://example.org/sign', kind: 'petition' }],
    })
    await make('campaigns', {
      ...published,
      title: 'Everything',
      slug: 'everything',
      body: paragraph('Whole'),
      target: { name: 'Them', kind: 'company' },
      callToAction: { label: 'Join', url: 'https://example.org/join' },
      image: file,
      sections: [
        { heading: 'Empty' },
        {
          heading: 'Full',
          body: paragraph('In order'),
          items: [
            ...items('demands', demand, unpublished),
            ...items('claims', draftClaim, claim, trashed),
            ...items('resources', draftSource, source),
            ...items('claims', reason),
          ],
        },
      ],
    })
    await change(`claims/${trashed}`, { deletedAt: new Date().toISOString() })
    await change(`demands/${unpublished}`, { _status: 'draft' })
  })

  test('shows what is published, whole and in order', async () => {
    const { body } = await reader.get(path)
    expect(bundleSchema.parse(body)).toEqual(body)
    const media = {
      alt: 'A report',
      credit: 'Us',
      mimeType: 'image/png',
      width: 32,
      url: expect.stringMatching(/^\/api\/media\/file\/report.*png$/),
    }
    expect(body).toMatchObject({
      alternates: [],
      bodyHtml: '<p>Whole</p>',
      bodyText: 'Whole',
      target: { name: 'Them', kind: 'company' },
      callToAction: { label: 'Join', url: 'https://example.org/join' },
      image: media,
    })
    const [empty, full] = body.sections
    expect(empty).toMatchObject({ heading: 'Empty', body: null, bodyHtml: '', items: [] })
    const report = { title: 'The report', authors: ['A. Author', 'B. Author'], file: media }
    const claim = {
      statement: 'It is so',
      bodyHtml: '<p>Because &lt;it&gt; is.</p>',
      bodyText: 'Because <it> is.',
      evidence: [
        { locator: 'p. 1', quote: 'So it is.', source: report },
        { locator: 'p. 2', source: null },
      ],
      figures: [{ label: 'Share', value: 10, unit: '%' }],
      verification: { status: 'verified', note: 'Checked.' },
    }
    const reason = { statement: 'A reason', evidence: [{ source: report }] }
    expect(full.items).toMatchObject([
      {
        relationTo: 'demands',
        value: {
          title: 'Do it',
          status: 'partly-met',
          history: [{ status: 'open', note: 'Asked', source: report }, { source: null }],
          supportedBy: [reason, claim],
          actions: [{ label: 'Sign', kind: 'petition', url: 'https://example.org/sign' }],
        },
      },
      { relationTo: 'claims', value: claim },
      { relationTo: 'resources', value: report },
      { relationTo: 'claims', value: reason },
    ])
  })

  test('shows nothing else, to editors neither', async () => {
    for (const client of [reader, admin]) {
      for (const query of ['', '?locale=es', '?locale=es&fallbackLocale=none']) {
        const { status, text } = await client.get(path + query)
        expect(status).toBe(200)
        expect(text).not.toMatch(/kanari|formerSlugs|verifiedBy|_status|deletedAt/)
      }
    }
  })

  test('without a translation is in the fallback language, or empty', async () => {
    const { body } = await reader.get(`${path}?locale=es`)
    expect(body).toMatchObject({
      locale: 'es',
      title: 'Everything',
      alternates: [{ locale: 'en', url: `${path}?locale=en` }],
    })
    for (const name of ['fallbackLocale', 'fallback-locale']) {
      const { body: bare } = await reader.get(`${path}?locale=es&${name}=none`)
      expect(bare).toMatchObject({ locale: 'es', title: null, body: null, bodyHtml: '' })
      expect(bare.sections[1]).toMatchObject({ heading: null, items: [{}, {}, {}, {}] })
      expect(bundleSchema.parse(bare)).toEqual(bare)
    }
  })
})

describe('a wrong parameter', () => {
  const codes = 'accepted: en, es'
  const none = 'not a parameter here; accepted: locale, fallbackLocale, fallback-locale'
  test.each<[query: string, parameter: string, message: string]>([
    ['locale=fr', 'locale', `locale: ${codes}`],
    ['locale=all', 'locale', `locale: ${codes}`],
    ['locale=en&locale=es', 'locale', `locale: ${codes}`],
    ['fallbackLocale=fr', 'fallbackLocale', `fallbackLocale: ${codes}, none`],
    ['fallback-locale=fr', 'fallback-locale', `fallback-locale: ${codes}, none`],
    ['depth=1', 'depth', `depth: ${none}`],
    ['draft=true', 'draft', `draft: ${none}`],
    ['select[title]=true', 'select', `select: ${none}`],
    ['lang=es', 'lang', `lang: ${none}`],
  ])('%s is named', async (query, parameter, message) => {
    for (const client of [reader, admin]) {
      const { body, headers, status } = await client.get(`${sample}?${query}`)
      expect([status, body]).toEqual([400, { errors: [{ message, data: { parameter } }] }])
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    }
  })
})

describe('a slug', () => {
  test('that the campaign had before leads to the present one', async () => {
    const id = await make('campaigns', { ...published, title: 'Old name' })
    await change(`campaigns/${id}`, { slug: 'new-name', ...published })
    const moved = await reader.get('/api/campaigns/old-name/bundle?locale=es')
    expect(moved.status).toBe(308)
    expect(moved.headers.get('Location')).toBe('/api/campaigns/new-name/bundle?locale=es')
    expect(moved.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect((await reader.get('/api/campaigns/new-name/bundle')).body.id).toBe(id)
  })

  test('of a draft, or of nothing, is not found, in the same words', async () => {
    await make('campaigns', { title: 'Draft', slug: 'draft' })
    const missing = await reader.get('/api/campaigns/slug/never-was')
    expect(missing.status).toBe(404)
    for (const client of [reader, admin]) {
      for (const slug of ['draft', 'never-was', '__proto__', '%00']) {
        const { status, text } = await client.get(`/api/campaigns/${slug}/bundle`)
        expect([slug, status, text]).toEqual([slug, missing.status, missing.text])
      }
    }
  })

  test('of a campaign that was withdrawn says so', async () => {
    const id = await make('campaigns', { ...published, title: 'Trash', slug: 'trash' })
    await change(`campaigns/${id}`, { deletedAt: new Date().toISOString() })
    const { status, body } = await reader.get('/api/campaigns/trash/bundle')
    expect([status, body.tombstone.kind]).toEqual([410, 'deleted'])
  })

  test('named bundle keeps both its addresses', async () => {
    await make('campaigns', { ...published, title: 'B', slug: 'bundle' })
    const { body } = await reader.get('/api/campaigns/slug/bundle')
    expect(body).toMatchObject({ title: 'B', _status: 'published' })
    expect((await reader.get('/api/campaigns/bundle/bundle')).body).toHaveProperty('bodyHtml', '')
  })
})
