import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeKey, makePartner } from '../support/partner.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

/*
 * A canary is a text that stands in one place only that a reader must not see. Readers and a partner
 * ask for everything in every way; no answer may hold a canary, and no question about one may be told
 * from a question about a text that is nowhere.
 */
const canary = (place: string) => `kanari${place}vogel`

let service: TestService
let clients: Client[]
const ids: string[] = []

beforeAll(async () => {
  service = await startService()
  const admin = await service.as('admin')
  const make = async (path: string, data: object, query = '') => {
    const { body, status } = await admin.post(`/api/${path}${query}`, data)
    expect(status, JSON.stringify(body)).toBe(201)
    ids.push(body.doc.id)
    return body.doc.id as string
  }
  const user = await make('users', {
    name: canary('name'),
    email: `${canary('email')}@example.org`,
    password: canary('password'),
    role: 'editor',
  })
  const partner = await make('partners', {
    name: canary('partner'),
    contact: `${canary('contact')}@example.org`,
    origins: [`https://${canary('origin')}.example.org`],
  })
  const { client } = await makePartner(service)
  await makeKey(service, partner, { label: canary('label') })
  await make('webhooks', {
    partner,
    url: `https://${canary('webhook')}.example.org/`,
  })
  const draft = await make('campaigns', { title: canary('draftcampaign') })
  const source = await make('resources', { title: canary('draftresource') })
  await make('demands', { title: canary('draftdemand') })
  await make('claims', { statement: canary('draftclaim') })

  const claim = await make('claims', {
    statement: canary('oldversion'),
    _status: 'published',
    campaign: draft,
    evidence: [{ source }],
    publishedWithoutEvidence: { reason: canary('reason') },
  })
  // Whoever checked it is named by the server, and by its own code.
  const verification = { status: 'verified' as const, verifiedBy: user }
  await service.payload.update({ collection: 'claims', data: { verification }, id: claim })
  const comment = { of: 'claims', document: claim, text: canary('comment') }
  await make('comments', comment)
  await admin.patch(`/api/claims/${claim}`, { statement: 'Public', _status: 'published' })
  await admin.patch(`/api/claims/${claim}`, { slug: canary('former'), _status: 'published' })
  await admin.patch(`/api/claims/${claim}`, { slug: 'public', _status: 'published' })
  await admin.patch(`/api/claims/${claim}?draft=true`, { statement: canary('newerdraft') })
  const told = { to: 'in-review', comment: canary('history') }
  expect((await admin.post(`/api/claims/${claim}/review`, told)).status).toBe(200)

  const trashed = await make('claims', { statement: canary('trash'), _status: 'published' })
  await admin.patch(`/api/claims/${trashed}`, { deletedAt: new Date().toISOString() })
  const unpublished = await make('claims', { statement: canary('gone'), _status: 'published' })
  await admin.patch(`/api/claims/${unpublished}`, { _status: 'draft' })
  clients = [service.reader, client]
})
afterAll(() => service.stop())

const collections = ['campaigns', 'claims', 'demands', 'resources', 'media', 'users', 'partners']
const more = [
  'comments',
  'history',
  'webhooks',
  'webhook-deliveries',
  'preview-links',
  'schedules',
  'partner-keys',
  'usage',
  'search',
  'payload-jobs',
  'payload-locked-documents',
  'payload-preferences',
  'payload-query-presets',
]
const paths = [
  'title', 'statement', 'slug', 'formerSlugs', 'campaign', 'campaign.title', 'campaign.slug', 'email',
  'campaign.formerSlugs', 'evidence.source', 'evidence.source.title', 'verification.verifiedBy',
  'verification.verifiedBy.email', 'verification.verifiedBy.name', 'name', 'keyId', 'label',
  'hash', 'salt', 'resetPasswordToken', 'secret', 'partner.contact', 'contact', 'supportedBy.statement',
  'review', 'review.state', 'review.assignee', 'review.writtenBy.name', 'evidenceLost', 'text', 'comment',
  'publishedWithoutEvidence', 'publishedWithoutEvidence.reason', 'byName',
  'sections.items', 'sections.items.value', 'deletedAt', '_status', 'version.statement', 'id', 'parent',
] // biome-ignore format: a list

const path = fc.constantFrom(...paths)
const places = [
  ...['draftcampaign', 'draftresource', 'draftclaim', 'oldversion', 'newerdraft', 'gone', 'trash'],
  ...['former', 'email', 'name', 'contact', 'webhook', 'reason', 'comment', 'history'],
]
const guess = fc.constantFrom('kanari', 'vogel', ...places.map(canary))
const operator = fc.constantFrom(
  'equals',
  'like',
  'contains',
  'not_equals',
  'in',
  'exists',
  'greater_than',
)
const condition = fc.oneof(
  fc.tuple(path, operator, guess).map(([p, o, g]) => `where[${p}][${o}]=${g}`),
  fc.tuple(path, operator, guess).map(([p, o, g]) => `where[or][0][and][0][${p}][${o}]=${g}`),
)
const parameter = fc.oneof(
  { weight: 3, arbitrary: condition },
  path.map((p) => `sort=${p}`),
  guess.map((text) => `q=${text}`),
  path.map((p) => `select[${p.replace('.', '][')}]=true`),
  fc.tuple(fc.constantFrom(...collections), path).map(([c, p]) => `populate[${c}][${p}]=true`),
  fc.constantFrom('draft=true', 'trash=true', 'draft=false', 'locale=all', 'locale=es', 'depth=0',
    'depth=3', 'depth=9', 'fallback-locale=none', 'pagination=false', 'limit=0', 'limit=100',
    'showHiddenFields=true', 'overrideAccess=true', 'joins=false', 'user=1'), // biome-ignore format: a list
)
const place = fc
  .tuple(fc.constantFrom(...collections, ...more), fc.nat())
  .chain(([c, n]) =>
    fc
      .constantFrom(
        ...['', '/count', '/versions', '/me', '/init', `/${ids[n % ids.length]}`],
        ...[`/versions/${ids[n % ids.length]}`, `/slug/${canary('former')}`, '/slug/public'],
      )
      .map((rest) => `/api/${c}${rest}`),
  )

describe('what a reader may not see', () => {
  test('is in no answer, however it is asked for', async () => {
    const question = fc.tuple(place, fc.array(parameter, { maxLength: 4 }), fc.nat(1))
    await fc.assert(
      fc.asyncProperty(question, async ([at, parameters, who]) => {
        const address = `${at}?${parameters.join('&')}`
        const { status, text, headers } = await (clients[who] as Client).get(address)
        expect(status, address).toBeLessThan(500)
        // A mistake is named in the reader's own words, and a redirect to a published name is meant.
        const asked = status === 400 ? parameters.join(' ') : at
        expect(leaks(text, asked), `${address}: ${text}`).toEqual([])
        expect(leaks(headers.get('Location') ?? '', at)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('cannot be told from what is nowhere', async () => {
    const place = fc.constantFrom(...places)
    // Half of the guesses are the likely ones: through the relations of the claim that is public.
    const likely = fc.constantFrom('campaign.title', 'campaign.slug', 'slug', 'statement')
    const filter = fc.oneof(
      fc.tuple(fc.constantFrom(...collections), path, operator, place),
      fc.tuple(fc.constant('claims'), likely, fc.constantFrom('like', 'contains'), place),
    )
    await fc.assert(
      fc.asyncProperty(filter, async ([collection, p, o, where]) => {
        const ask = (value: string) =>
          service.reader.get(`/api/${collection}?where[${p}][${o}]=${value}&depth=0`)
        const [hit, miss] = await Promise.all([ask(canary(where)), ask(canary('nowhere'))])
        expect([hit.status, hit.text]).toEqual([miss.status, miss.text])
      }),
      { numRuns: 250 },
    )
  })

  test('is on no page and in no feed', async () => {
    const slugs = ['public', ...places.map(canary)]
    const pages = ['campaigns', 'claims', 'demands', 'resources'].flatMap((collection) => [
      ...slugs.map((slug) => `/${collection}/${slug}`),
      `/feeds/${collection}.atom`,
      `/feeds/${collection}.json?locale=es`,
    ])
    const others = slugs.flatMap((slug) => [`/claims/${slug}/cite`, `/feeds/${slug}.atom`])
    for (const at of ['/', '/?locale=es', ...pages, ...others]) {
      for (const client of clients) {
        for (const accept of ['text/html', 'application/json']) {
          const { status, text, headers } = await client.get(at, { headers: { Accept: accept } })
          expect(status, at).toBeLessThan(500)
          expect(leaks(text, at), `${at}: ${text}`).toEqual([])
          expect(leaks(headers.get('Location') ?? '', at)).toEqual([])
        }
      }
    }
    expect((await service.reader.get('/claims/public')).status).toBe(200)
  })

  test('is in no version of what is public', async () => {
    const slugs = ['public', ...places.map(canary)]
    const moments = ['Mon, 01 Jan 2001 00:00:00 GMT', new Date().toUTCString()]
    const gates = ['campaigns', 'claims', 'demands', 'resources'].flatMap((collection) =>
      slugs.flatMap((slug) => [`/api/${collection}/slug/${slug}`, `/${collection}/${slug}`]),
    )
    const versions = [
      ...['claims', 'campaigns', 'resources', 'demands', 'users', 'partners'].flatMap(
        (collection) =>
          ids.flatMap((id) => [
            `/api/${collection}/${id}/timemap`,
            ...[1, 2, 3, 4, 5].map((n) => `/api/${collection}/${id}/revisions/${n}`),
          ]),
      ),
      ...slugs.flatMap((slug) => [
        `/claims/${slug}/timemap`,
        ...[1, 2, 3, 4, 5].map((n) => `/claims/${slug}/revisions/${n}`),
      ]),
    ]
    // What was public once is no canary: the claim had this text, and this name, in its first versions.
    const wasPublic = [canary('oldversion'), canary('former')].join(' ')
    let shown = 0
    const look = async (at: string, headers: Record<string, string>) => {
      const { status, text, headers: told } = await service.reader.get(at, { headers })
      expect(status, at).toBeLessThan(500)
      if (status === 200) shown++
      expect(leaks(text, `${at} ${wasPublic}`), `${at}: ${text}`).toEqual([])
      for (const name of ['Location', 'Link']) {
        expect(leaks(told.get(name) ?? '', `${at} ${wasPublic}`)).toEqual([])
      }
      return { status, location: told.get('Location') }
    }
    for (const at of versions) await look(at, {})
    for (const moment of moments) {
      for (const at of gates) {
        const { location } = await look(at, { 'Accept-Datetime': moment })
        if (location) await look(location.replace(/^https?:\/\/[^/]+/, ''), {})
      }
    }
    expect(shown).toBeGreaterThan(5)
  })

  test('a draft and a missing document give the same bytes', async () => {
    const missing = await service.reader.get('/api/claims/000000000000000000000000')
    for (const id of ids) {
      const { status, text } = await service.reader.get(`/api/demands/${id}`)
      expect([status, text]).toEqual([missing.status, missing.text])
    }
  })

  test('is in no answer over GraphQL', async () => {
    const { body } = await service.reader.graphql(`{ __schema { queryType { fields { name } } } }`)
    const names: string[] = body.data.__schema.queryType.fields.map((f: { name: string }) => f.name)
    for (const name of names.filter((n) => /^[A-Z]/.test(n))) {
      for (const rest of [
        '{ docs { id } totalDocs }',
        `(where: { id: { in: ${JSON.stringify(ids)} } }) { docs { id } totalDocs }`,
        '(draft: true) { docs { id } }',
        '(trash: true) { docs { id } }',
      ]) {
        const { text, body: answer } = await service.reader.graphql(`{ ${name}${rest} }`)
        expect(leaks(text, ''), name).toEqual([])
        const docs: { id: string }[] = answer?.data?.[name]?.docs ?? []
        for (const { id } of docs)
          expect((await service.reader.get(pathOf(name, id))).status).toBe(200)
      }
    }
  })
})

/** Canaries, and webhooks' secrets, in a text that the reader did not bring along. */
function leaks(text: string, asked: string): string[] {
  return (text.match(/kanari[a-z]+vogel|whsec_/g) ?? []).filter((found) => !asked.includes(found))
}

const pathOf = (plural: string, id: string) => `/api/${plural.toLowerCase()}/${id}`
