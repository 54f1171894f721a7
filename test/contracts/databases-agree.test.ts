import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Client, startService, type TestService } from '../support/service.ts'
import { createNames, type Names } from './canonical.ts'

/*
 * What the API answers does not tell which database is behind it. Each answer is brought into a form
 * without ids and times and compared with the one snapshot beside this file, which both projects read.
 */

let service: TestService
let admin: Client
let names: Names
const ids: Record<string, string> = {}

type Case = [name: string, query: () => string]

beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
  names = createNames()
  for (const resource of resources) {
    const made = await admin.post('/api/resources', { _status: 'published', ...resource })
    expect(made.text).toContain('successfully')
    ids[resource.title] = made.body.doc.id
    names.name(made.body.doc.id, resource.title)
  }
  const claim = await admin.post('/api/claims', {
    statement: 'Rents rose',
    _status: 'published',
    evidence: [
      { source: ids['100% proof'], locator: 'p. 4', accessedOn: '2026-01-02' },
      { source: ids.Draft, quote: 'Not public yet.' },
    ],
    figures: [{ label: 'Rise', value: 12.5, unit: '%', asOf: '2025-12-31' }],
  })
  ids.claim = claim.body.doc.id
  names.name(claim.body.doc.id, 'Rents rose')
  await admin.patch(`/api/claims/${ids.claim}?locale=es`, {
    statement: 'Los alquileres subieron',
    _status: 'published',
  })
  const campaign = await admin.post('/api/campaigns', {
    title: 'Homes first',
    _status: 'published',
    hashtag: '#HomesFirst',
    sections: [
      {
        heading: 'Why',
        items: [
          { relationTo: 'claims', value: ids.claim },
          { relationTo: 'resources', value: ids['100% proof'] },
          { relationTo: 'resources', value: ids.Draft },
        ],
      },
      { heading: 'Empty' },
    ],
    target: { name: 'City Hall', kind: 'government' },
  })
  ids.campaign = campaign.body.doc.id
  names.name(campaign.body.doc.id, 'Homes first')
})
afterAll(() => service.stop())

/** Titles that a search gets wrong when `%`, `_`, a backslash or a dot means something to it. */
const resources = [
  { title: '100% proof', publisher: 'Beta', publishedOn: '2025-03-01', authors: ['Ada', 'Bo'] },
  { title: '100 proof', publisher: 'alpha', publishedOn: '2024-03-01T10:00:00Z', authors: ['ada'] },
  { title: 'under_score', publisher: 'Alpha', link: { httpStatus: 200 }, authors: ['50%'] },
  { title: 'underXscore', publisher: 'alpha', link: { httpStatus: 404 }, authors: ['500'] },
  { title: 'back\\slash', publisher: 'Ümlaut', link: { httpStatus: 404 } },
  { title: 'Élan vital', publisher: 'Zeta', language: 'fr' },
  { title: 'élan second', publisher: 'zeta', language: 'fr' },
  { title: 'ELAN third', kind: 'report', language: 'en' },
  { title: 'a.b*c (d) [e] ^$', kind: 'report' },
  { title: 'aXbYc', kind: 'dataset', publisher: '' },
  { title: "it's; DROP --", kind: 'dataset' },
  { title: 'Draft', _status: 'draft' },
]

const resource = (query: string) => `/api/resources?limit=50&${query}`
const where = (field: string, operator: string, value: string) =>
  resource(`sort=title&where[${field}][${operator}]=${encodeURIComponent(value)}`)

describe('documents', () => {
  test.each([
    ['a resource', () => `/api/resources/${ids['100% proof']}`],
    ['a resource with nothing filled in', () => `/api/resources/${ids["it's; DROP --"]}`],
    ['a claim with its evidence', () => `/api/claims/${ids.claim}`],
    ['a claim without relations', () => `/api/claims/${ids.claim}?depth=0`],
    ['a claim in Spanish', () => `/api/claims/${ids.claim}?locale=es&depth=0`],
    ['a claim in all languages', () => `/api/claims/${ids.claim}?locale=all&depth=0`],
    [
      'a claim without fallback',
      () => `/api/campaigns/${ids.campaign}?locale=es&fallbackLocale=none&depth=0`,
    ],
    ['a campaign', () => `/api/campaigns/${ids.campaign}?depth=2`],
    [
      'a selection',
      () => `/api/claims/${ids.claim}?select[statement]=true&select[figures][value]=true&depth=0`,
    ],
    [
      'a selection by leaving out',
      () => `/api/claims/${ids.claim}?select[body]=false&select[figures]=false&depth=0`,
    ],
    ['populated by choice', () => `/api/claims/${ids.claim}?populate[resources][title]=true`],
    ['a page of a list', () => '/api/resources?limit=2&page=2&sort=title&select[title]=true'],
    ['the last page', () => '/api/resources?limit=5&page=3&sort=title&select[title]=true'],
    ['a page after the last', () => '/api/resources?limit=5&page=9&sort=title'],
    ['a count', () => '/api/resources/count'],
  ] satisfies Case[])('%s', async (_, path) => {
    for (const client of [service.reader, admin])
      expect(await whole(client, path())).toMatchSnapshot()
  })
})

describe('order', () => {
  test.each([
    'title',
    '-title',
    'publisher',
    '-publisher',
    'publisher,-title',
    'publishedOn',
    '-publishedOn',
    'link.httpStatus',
    '-link.httpStatus',
    'kind',
    '-kind',
    'language,title',
    'id',
    '-id',
    'createdAt',
    '-createdAt',
    '-updatedAt',
    'link.checkedAt',
    '_status',
    '-_status,title',
  ])('%s', async (sort) => {
    expect(await titles(service.reader, resource(`sort=${sort}`))).toMatchSnapshot()
    expect(await titles(admin, resource(`sort=${sort}&draft=true`))).toMatchSnapshot()
  })
  test('by default', async () => {
    expect(await titles(service.reader, resource(''))).toMatchSnapshot()
    expect(await titles(service.reader, '/api/resources?limit=3&page=2')).toMatchSnapshot()
  })
})

describe('filters', () => {
  test.each([
    ...[
      '100%',
      '%',
      '_',
      'under_',
      '\\',
      'k\\s',
      'a.b',
      '*',
      '(d)',
      '[e]',
      '^$',
      'élan',
      'ÉLAN',
      'elan',
      'ELAN',
      'proof 100',
      "it's",
      '--',
      '.',
      '.*',
      'ü',
      ' ',
    ].flatMap((value) => [
      ['title', 'like', value],
      ['title', 'contains', value],
      ['title', 'not_like', value],
    ]),
    ['title', 'equals', '100% proof'],
    ['title', 'equals', '100% PROOF'],
    ['title', 'equals', 'back\\slash'],
    ['title', 'not_equals', '100% proof'],
    ['title', 'in', '100% proof'],
    ['title', 'in', '100% proof,aXbYc'],
    ['title', 'not_in', '100% proof,aXbYc'],
    ['title', 'greater_than', 'b'],
    ['title', 'exists', 'true'],
    ['title', 'exists', 'false'],
    ['publisher', 'exists', 'true'],
    ['publisher', 'exists', 'false'],
    ['publisher', 'equals', 'alpha'],
    ['publisher', 'equals', ''],
    ['publisher', 'equals', 'null'],
    ['publisher', 'not_equals', 'alpha'],
    ['publisher', 'in', 'alpha,Alpha'],
    ['publisher', 'not_in', 'alpha'],
    ['publisher', 'like', 'Ü'],
    ['publisher', 'not_like', 'a'],
    ['kind', 'equals', 'report'],
    ['kind', 'not_equals', 'report'],
    ['kind', 'in', 'report'],
    ['kind', 'in', 'report,dataset'],
    ['kind', 'not_in', 'report'],
    ['kind', 'exists', 'true'],
    ['kind', 'exists', 'false'],
    ['kind', 'equals', 'nonsense'],
    ['kind', 'contains', 'rep'],
    ['kind', 'like', 'rep'],
    ['authors', 'equals', 'Ada'],
    ['authors', 'contains', 'ada'],
    ['authors', 'contains', '50%'],
    ['authors', 'in', 'Ada'],
    ['authors', 'in', 'Ada,ada'],
    ['authors', 'all', 'Ada,Bo'],
    ['authors', 'like', 'ad'],
    ['authors', 'not_in', 'Ada'],
    ['authors', 'not_equals', 'Ada'],
    ['authors', 'exists', 'true'],
    ['authors', 'exists', 'false'],
    ['publishedOn', 'equals', '2025-03-01'],
    ['publishedOn', 'equals', '2025-03-01T00:00:00.000Z'],
    ['publishedOn', 'equals', '2025-03-01T01:00:00+01:00'],
    ['publishedOn', 'greater_than', '2024-03-01'],
    ['publishedOn', 'greater_than', '2024-03-01T11:00:00+01:00'],
    ['publishedOn', 'greater_than_equal', '2024-03-01T10:00:00Z'],
    ['publishedOn', 'less_than', '2025'],
    ['publishedOn', 'less_than_equal', '2025-03-01'],
    ['publishedOn', 'exists', 'false'],
    ['publishedOn', 'not_equals', '2025-03-01'],
    ['publishedOn', 'in', '2025-03-01'],
    ['publishedOn', 'in', '2025-03-01,2024-03-01T10:00:00Z'],
    ['publishedOn', 'like', '2025'],
    ['publishedOn', 'equals', 'not a date'],
    ['publishedOn', 'greater_than', 'not a date'],
    ['link.httpStatus', 'equals', '404'],
    ['link.httpStatus', 'not_equals', '404'],
    ['link.httpStatus', 'greater_than', '200'],
    ['link.httpStatus', 'greater_than_equal', '200'],
    ['link.httpStatus', 'less_than', '404'],
    ['link.httpStatus', 'in', '404'],
    ['link.httpStatus', 'in', '200,404'],
    ['link.httpStatus', 'not_in', '404'],
    ['link.httpStatus', 'exists', 'true'],
    ['link.httpStatus', 'exists', 'false'],
    ['link.httpStatus', 'equals', 'word'],
    ['link.httpStatus', 'like', '40'],
    ['link.httpStatus', 'contains', '40'],
    ['createdAt', 'greater_than', '2020-01-01'],
    ['createdAt', 'less_than', '2020-01-01'],
    ['_status', 'equals', 'draft'],
    ['slug', 'like', 'under'],
    ['id', 'equals', 'nonsense'],
    ['id', 'equals', '0123456789abcdef01234567'],
    ['id', 'in', 'nonsense'],
    ['id', 'in', '0123456789abcdef01234567,nonsense'],
    ['id', 'not_in', '0123456789abcdef01234567'],
    ['id', 'not_equals', '0123456789abcdef01234567'],
    ['id', 'exists', 'true'],
    ['id', 'like', '0123'],
    ['id', 'contains', '0123'],
    ['id', 'greater_than', '0123456789abcdef01234567'],
    ['campaign', 'equals', 'nonsense'],
    ['campaign', 'equals', '0123456789abcdef01234567'],
    ['campaign', 'exists', 'false'],
    ['campaign', 'in', '0123456789abcdef01234567'],
    ['campaign', 'not_equals', '0123456789abcdef01234567'],
    ['campaign.slug', 'equals', 'homes-first'],
    ['nonsense', 'equals', 'x'],
    ['title', 'nonsense', 'x'],
    ['title', 'near', 'x'],
    ['title', 'within', 'x'],
    ['title', 'all', '100% proof'],
  ])('%s %s %s', async (field, operator, value) => {
    for (const client of [service.reader, admin]) {
      expect(await titles(client, where(field, operator, value))).toMatchSnapshot()
    }
  })

  test.each([
    ['by a source', () => `where[evidence.source][equals]=${ids['100% proof']}`],
    ['by sources', () => `where[evidence.source][in]=${ids['100% proof']},${ids.Draft}`],
    ['by nothing in a list', () => 'where[evidence.source][exists]=false'],
    ['by a number in a list', () => 'where[figures.value][greater_than]=12'],
    ['by a text in a list', () => 'where[figures.unit][equals]=%25'],
    ['by a language', () => 'where[statement.es][like]=alquil'],
    ['in a language', () => 'locale=es&where[statement][like]=alquil'],
    ['in another language', () => 'locale=en&where[statement][like]=alquil'],
    ['either or', () => 'where[or][0][slug][equals]=rents-rose&where[or][1][slug][equals]=x'],
    ['both', () => 'where[and][0][slug][equals]=rents-rose&where[and][1][slug][equals]=x'],
    ['by an empty list of values', () => 'where[slug][in]='],
    ['by a list of values', () => 'where[slug][in][]=rents-rose&where[slug][in][]=x'],
    ['two conditions on one field', () => 'where[slug][like]=rents&where[slug][not_equals]=x'],
    ['by an object', () => 'where[slug][equals][x]=1'],
    ['by a list where one is wanted', () => 'where[slug][equals][]=rents-rose'],
    ['by a list that is to be like', () => 'where[slug][like][]=rents-rose'],
    ['by an object that is to be like', () => 'where[slug][like][x]=rents-rose'],
    ['by a list that is contained', () => 'where[slug][contains][]=rents'],
    ['by an object that is in', () => 'where[slug][in][x]=rents-rose'],
    ['by a word where a condition is wanted', () => 'where[slug]=rents-rose'],
    ['by a word', () => 'where=rents-rose'],
    ['by a date that is a list', () => 'where[createdAt][greater_than][]=2020-01-01'],
    ['by a number that is a list', () => 'where[figures.value][equals][]=12.5'],
    ['by a NUL', () => 'where[slug][equals]=a%00b'],
    ['by a lone surrogate', () => 'where[slug][like]=%ED%A0%80'],
    ['by an emoji', () => 'where[slug][like]=%F0%9F%8F%A0'],
    ['by very many words', () => `where[slug][like]=${'a+'.repeat(500)}`],
    ['by a very large number', () => 'where[figures.value][less_than]=1e400'],
    ['by a hexadecimal number', () => 'where[figures.value][greater_than]=0x0'],
  ] satisfies Case[])('claims %s', async (_, query) => {
    for (const client of [service.reader, admin]) {
      expect(await titles(client, `/api/claims?${query()}`)).toMatchSnapshot()
    }
  })

  test('a campaign is found by what is in its sections', async () => {
    const { claim } = ids
    for (const query of [
      `where[sections.items.value][equals]=${claim}`,
      'where[sections.items.relationTo][equals]=claims',
      'where[target.kind][equals]=government',
      'where[sections.heading][like]=empty',
    ]) {
      expect(await titles(admin, `/api/campaigns?${query}`)).toMatchSnapshot()
      expect(await titles(service.reader, `/api/campaigns?${query}`)).toMatchSnapshot()
    }
  })
})

describe('mistakes', () => {
  test.each([
    'nonsense',
    '1',
    '0123456789abcdef01234567',
    '0123456789ABCDEF01234567',
    'null',
    '%20',
    "'",
    'x'.repeat(12),
    '%F0%9F%8F%A0',
  ])('the id %s', async (id) => {
    for (const client of [service.reader, admin]) {
      expect(await whole(client, `/api/claims/${id}`)).toMatchSnapshot()
    }
    expect(
      names.canonical(pick(await admin.patch(`/api/claims/${id}`, { slug: 'x' }))),
    ).toMatchSnapshot()
    expect(names.canonical(pick(await admin.delete(`/api/claims/${id}`)))).toMatchSnapshot()
  })

  test.each([
    ['nothing', {}],
    ['no required text', { _status: 'published' }],
    ['a number for a text', { statement: 5 }],
    ['an object for a text', { statement: { a: 1 } }],
    ['a list for a text', { statement: ['a'] }],
    ['an empty text', { statement: '', _status: 'published' }],
    ['an unknown choice', { statement: 'x', verification: { status: 'nonsense' } }],
    ['a word for a date', { statement: 'x', verification: { reviewBy: 'soon' } }],
    ['a word for a number', { statement: 'x', figures: [{ value: 'many' }] }],
    ['a row without what it requires', { statement: 'x', _status: 'published', figures: [{}] }],
    ['a word for rows', { statement: 'x', figures: 'many' }],
    ['an object for rows', { statement: 'x', figures: { value: 1 } }],
    ['an unknown relation', { statement: 'x', campaign: '0123456789abcdef01234567' }],
    ['a malformed relation', { statement: 'x', campaign: 'nonsense' }],
    ['a number for a relation', { statement: 'x', campaign: 5 }],
    ['an object for a relation', { statement: 'x', campaign: { a: 1 } }],
    ['a list for a relation', { statement: 'x', campaign: ['a'] }],
    [
      'an unknown source',
      { statement: 'x', _status: 'published', evidence: [{ source: '0123456789abcdef01234567' }] },
    ],
    ['a slug that is taken', { statement: 'x', slug: 'rents-rose' }],
    ['a slug that is none', { statement: 'x', slug: 'Rents Rose' }],
    ['a number for a slug', { statement: 'x', slug: 5 }],
    ['a status that is none', { statement: 'x', _status: 'nonsense' }],
    ['a field that there is not', { statement: 'unknown field', nonsense: 1 }],
    ['an id of one’s own', { statement: 'own id', id: '0123456789abcdef01234567' }],
    ['an id that is none', { statement: 'own bad id', id: 'nonsense' }],
    ['a time of one’s own', { statement: 'own time', createdAt: '2020-01-01T00:00:00.000Z' }],
    ['a word for a time', { statement: 'own word for a time', createdAt: 'soon' }],
    ['a word for rich text', { statement: 'x', body: 'words' }],
    ['a NUL in a text', { statement: 'a\u0000b' }],
  ])('%s', async (_, data) => {
    const answer = await admin.post('/api/claims?depth=0', data)
    if (answer.body?.doc?.id) names.name(answer.body.doc.id, 'new')
    expect(names.canonical(pick(answer))).toMatchSnapshot()
    if (answer.body?.doc?.id) await admin.delete(`/api/claims/${answer.body.doc.id}`)
  })

  test.each([
    'select=statement',
    'select[nonsense]=true',
    'select[statement]=maybe',
    'select[statement][x]=true',
    'sort=nonsense',
    'sort=campaign.title',
    'sort=',
    'sort[]=statement',
    'sort[x]=statement',
    'limit=word',
    'limit=-1',
    'limit=0',
    'limit=1.5',
    'limit=1e9',
    'limit=99999999999999999999',
    'page=0',
    'page=word',
    'page=-1',
    'page=99999999999999999999',
    'depth=word',
    'depth=-1',
    'depth=99',
    'locale=xx',
    'locale[]=en',
    'fallbackLocale=xx',
    'populate[nonsense][x]=true',
    'populate=x',
    'joins[x][limit]=1',
    'draft=maybe',
    'trash=maybe',
    'nonsense=1',
    'pagination=false',
    'where[statement][equals]',
    'where[and]=x',
    'where[and][0]=x',
    'where[or][x][slug][equals]=y',
  ])('?%s', async (query) => {
    for (const client of [service.reader, admin]) {
      const { body, status } = await client.get(`/api/claims?${query}`)
      expect({
        status,
        body:
          status === 200
            ? { ...names.canonical(body), docs: body.docs.length }
            : names.canonical(body),
      }).toMatchSnapshot()
    }
  })
})

/** Whatever is asked, nothing breaks. */
const pick = ({ body, status }: Pick<Answer, 'body' | 'status'>) => {
  expect(status).toBeLessThan(500)
  return { status, body }
}

/** As text, so that the order of the keys counts. */
const whole = async (client: Client, path: string) =>
  JSON.stringify(names.canonical(pick(await client.get(path))), null, 1)

/** What was found, in order; or what was wrong. */
async function titles(client: Client, path: string): Promise<unknown> {
  const { body, status } = await client.get(path)
  if (status !== 200) return names.canonical(pick({ body, status }))
  const { docs, ...page } = body
  // biome-ignore lint/suspicious/noExplicitAny: documents of any kind
  return { found: docs.map((doc: any) => doc.title ?? doc.statement), total: page.totalDocs }
}
