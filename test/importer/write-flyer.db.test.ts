import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { UsageError } from '../../src/errors.ts'
import { parseFlyer } from '../../src/importer/read/parse-flyer.ts'
import { readFlyer } from '../../src/importer/read/read-flyer.ts'
import { type WriteOptions, writeFlyer } from '../../src/importer/write/write-flyer.ts'
import { startService, type TestService } from '../support/service.ts'

const collections = ['campaigns', 'claims', 'demands', 'resources'] as const
type Collection = (typeof collections)[number]
// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a document
type Doc = any

const english = await readFlyer('seed/cloud-contracts.en.md')
const spanish = await readFlyer('seed/cloud-contracts.es.md')
const slug = 'no-cloud-for-deportations'

let service: TestService
let payload: Payload
beforeAll(async () => {
  service = await startService()
  payload = service.payload
})
afterAll(() => service.stop())
beforeEach(async () => {
  for (const collection of collections) {
    await payload.delete({ collection, trash: true, where: { id: { exists: true } } })
  }
})

const write = (markdown: string, options: Partial<WriteOptions> = {}) =>
  writeFlyer(payload, parseFlyer(markdown), { locale: 'en', ...options })

async function all(collection: Collection, options: object = {}): Promise<Doc[]> {
  const { docs } = await payload.find({
    collection,
    depth: 0,
    draft: true,
    fallbackLocale: false,
    pagination: false,
    sort: ['createdAt', 'id'],
    ...options,
  })
  return docs
}

const campaign = async (options: object = {}): Promise<Doc> => (await all('campaigns', options))[0]

/** Everything there is, drafts, what is public and the number of versions. */
async function everything(locale?: string) {
  const state = collections.map(async (collection) => ({
    drafts: await all(collection, { locale }),
    public: await all(collection, { draft: false, locale }),
    versions: (await payload.countVersions({ collection })).totalDocs,
  }))
  return JSON.parse(JSON.stringify(await Promise.all(state))) as Awaited<(typeof state)[number]>[]
}

/** The statements and titles that a campaign's sections point at, in order. */
async function told(options: object = {}): Promise<unknown[]> {
  const found = (await campaign({ depth: 1, ...options })) as Doc
  return found.sections.map((section: Doc) => [
    section.heading,
    ...(section.items ?? []).map(({ value }: Doc) => value.statement ?? value.title),
  ])
}

describe('a flyer becomes', () => {
  it('a campaign with its sections in order, as drafts that no reader sees', async () => {
    const report = await write(english)
    expect(report).toMatchObject({
      campaign: slug,
      isTranslation: false,
      counts: {
        campaigns: { created: 1, published: 0 },
        claims: { created: 6, published: 0 },
        demands: { created: 2 },
        resources: { created: 2 },
      },
    })
    expect(await told()).toEqual([
      [
        'What the cloud is used for',
        'Main storage supplier',
        'One store for everything known about a person',
        'Search across databases',
        'A way around sanctuary policies',
      ],
      ['What the company gains', 'A tenth of a $44 billion budget', 'Systems for targeting groups'],
      ['What we ask', 'Stop helping DHS and ICE', 'Answer for the part it played'],
      ['Read more', "Who's Behind ICE: Tech Companies Fueling Deportation"],
    ])
    expect(await campaign()).toMatchObject({
      title: 'No cloud for deportations',
      slug,
      hashtag: '#NoTechForICE',
      target: { name: 'Amazon' },
      _status: 'draft',
    })
    for (const collection of collections) {
      const { body } = await service.reader.get(`/api/${collection}`)
      expect(body.docs).toEqual([])
    }
  })

  it('documents that belong to the campaign, and claims that cite what they link to', async () => {
    await write(english)
    const { id } = await campaign()
    for (const collection of ['claims', 'demands', 'resources'] as const) {
      for (const doc of await all(collection)) expect(doc.campaign).toBe(id)
    }
    const [centers] = await all('resources', { where: { title: { equals: 'fusion centers' } } })
    const claims = await all('claims')
    const citing = claims.filter((claim) => claim.evidence[0].source === centers.id)
    expect(citing.map(({ statement }) => statement)).toEqual(['A way around sanctuary policies'])
    for (const { evidence } of claims) {
      expect(evidence.at(-1)).toMatchObject({ locator: 'the one-pager' })
    }
    expect(centers.url).toBe('https://www.dhs.gov/fusion-centers')
  })

  it('published documents with publish, which every reader sees', async () => {
    const { counts } = await write(english, { publish: true })
    expect(counts.claims).toEqual({ created: 6, updated: 0, published: 6, unchanged: 0 })
    expect(counts.campaigns).toMatchObject({ created: 1, published: 1 })
    const { body } = await service.reader.get(`/api/campaigns/slug/${slug}?depth=1`)
    expect(body.sections.map((section: Doc) => section.items.length)).toEqual([4, 2, 2, 1])
  })
})

describe('the same flyer again', () => {
  it.each([
    ['as drafts', {}],
    ['published', { publish: true }],
    ['into its campaign', { into: slug }],
  ])('changes nothing, %s', async (_, options) => {
    await write(english, { publish: 'publish' in options })
    const before = await everything()
    const { counts } = await write(english, options)
    expect(await everything()).toEqual(before)
    expect(counts).toEqual({
      campaigns: { created: 0, updated: 0, published: 0, unchanged: 1 },
      claims: { created: 0, updated: 0, published: 0, unchanged: 6 },
      demands: { created: 0, updated: 0, published: 0, unchanged: 2 },
      resources: { created: 0, updated: 0, published: 0, unchanged: 2 },
    })
  })

  it('publishes what was a draft, when asked to', async () => {
    await write(english)
    const { counts } = await write(english, { publish: true })
    expect(counts.claims).toEqual({ created: 0, updated: 0, published: 6, unchanged: 6 })
    expect((await service.reader.get('/api/claims')).body.totalDocs).toBe(6)
  })

  it('changes nothing in a translation either', async () => {
    await write(english)
    await write(spanish, { into: slug, locale: 'es' })
    const before = await everything('es')
    const { counts } = await write(spanish, { into: slug, locale: 'es' })
    expect(await everything('es')).toEqual(before)
    expect(counts.claims).toMatchObject({ updated: 0, unchanged: 6 })
  })
})

describe('a changed flyer', () => {
  const changed = english
    .replace('- **Main storage supplier:** the Department', '- **Chief supplier:** the Department')
    .replace(/- \*\*Search across databases.*\n/, '')
    .replace('## What we ask\n\n1.', '## What we ask\n\n1. **Be open:** say what it sells.\n2.')

  it('updates what is reworded, adds what is new, and deletes nothing', async () => {
    await write(english)
    const [supplier] = await all('claims', {
      where: { statement: { equals: 'Main storage supplier' } },
    })
    const { counts } = await write(changed)
    expect(counts.claims).toEqual({ created: 0, updated: 1, published: 0, unchanged: 4 })
    expect(counts.demands).toEqual({ created: 1, updated: 0, published: 0, unchanged: 2 })
    expect(await told()).toEqual([
      [
        'What the cloud is used for',
        'Chief supplier',
        'One store for everything known about a person',
        'A way around sanctuary policies',
      ],
      ['What the company gains', 'A tenth of a $44 billion budget', 'Systems for targeting groups'],
      ['What we ask', 'Be open', 'Stop helping DHS and ICE', 'Answer for the part it played'],
      ['Read more', "Who's Behind ICE: Tech Companies Fueling Deportation"],
    ])
    const claims = await all('claims')
    expect(claims.map(({ statement }) => statement)).toContain('Search across databases')
    expect(claims.find(({ id }) => id === supplier.id).statement).toBe('Chief supplier')
  })

  it('keeps what editors have added and a flyer cannot say', async () => {
    await write(english)
    const [claim] = await all('claims', {
      where: { statement: { equals: 'Main storage supplier' } },
    })
    const [source] = await all('resources')
    await payload.update({
      collection: 'claims',
      id: claim.id,
      data: { evidence: [{ source: source.id, locator: 'p. 4' }], verification: { note: 'Ask.' } },
      draft: true,
    })
    await write(changed)
    expect(
      await payload.findByID({ collection: 'claims', depth: 0, draft: true, id: claim.id }),
    ).toMatchObject({
      statement: 'Chief supplier',
      evidence: [{ source: source.id, locator: 'p. 4' }],
      verification: { note: 'Ask.', status: 'unverified' },
    })
  })

  it('leaves published documents as readers know them until it is published', async () => {
    await write(english, { publish: true })
    const before = (await service.reader.get('/api/claims?limit=100')).body
    await write(changed)
    expect((await service.reader.get('/api/claims?limit=100')).body).toEqual(before)
    await write(changed, { publish: true })
    const statements = (await service.reader.get('/api/claims?limit=100')).body.docs.map(
      (claim: Doc) => claim.statement,
    )
    expect(statements).toContain('Chief supplier')
    expect(statements).not.toContain('Main storage supplier')
  })

  it('keeps the translation of the sections that stay', async () => {
    await write(english)
    await write(spanish, { into: slug, locale: 'es' })
    await write(changed)
    const { sections } = await campaign({ locale: 'es' })
    expect(sections.map(({ heading }: Doc) => heading)).toEqual([
      'Para qué se usa la nube',
      'Qué gana la empresa',
      'Qué pedimos',
      'Para leer más',
    ])
  })

  it('gives a placeholder its address', async () => {
    await write('# T\n\nS.\n\n## Read more\n\n- [The report](#)')
    await write('# T\n\nS.\n\n## Read more\n\n- [The final report](https://example.org/r)')
    expect(await all('resources')).toMatchObject([
      { title: 'The final report', url: 'https://example.org/r' },
    ])
  })
})

describe('a translation', () => {
  it('adds its texts and leaves the other language as it is', async () => {
    await write(english)
    const before = await everything('en')
    const report = await write(spanish, { into: slug, locale: 'es' })
    expect(report).toMatchObject({ campaign: slug, isTranslation: true, warnings: [] })
    expect(withoutTimes(await everything('en'))).toEqual(withoutTimes(before))
    expect((await told({ locale: 'es' }))[2]).toEqual([
      'Qué pedimos',
      'Dejar de ayudar a DHS y a ICE',
      'Responder por su parte',
    ])
    expect(await campaign({ locale: 'es' })).toMatchObject({
      title: 'Ninguna nube para las deportaciones',
      slug,
    })
    const [, centers] = await all('resources', { locale: 'es' })
    expect(centers).toMatchObject({ title: 'centros de fusión' })
  })

  it.each([
    [
      'lacks a section',
      spanish.replace('## Qué gana la empresa\n', ''),
      'the flyer has 3 sections, the campaign 4',
    ],
    [
      'lacks an item',
      spanish.replace(/2\. \*\*Responder.*\n/, ''),
      'section 3 ("Qué pedimos") has 1 demand in the flyer and 2 demands in the campaign',
    ],
    [
      'links to something else',
      spanish.replace('imágenes del rostro', '[imágenes](https://example.org/i) del rostro'),
      'the flyer\'s resource "imágenes" has no counterpart',
    ],
  ])('is refused when it %s, with nothing written', async (_, markdown, difference) => {
    await write(english)
    const before = await everything('es')
    await expect(write(markdown, { into: slug, locale: 'es' })).rejects.toThrow(
      new UsageError(`Not a translation of "${slug}": ${difference}`),
    )
    expect(await everything('es')).toEqual(before)
  })

  it('keeps the campaign’s address of a source, and says so', async () => {
    await write(english)
    const other = spanish.replace('www.dhs.gov/fusion-centers', 'www.dhs.gov/es/centros')
    const { warnings } = await write(other, { into: slug, locale: 'es' })
    expect(warnings).toEqual([
      '"centros de fusión" is at https://www.dhs.gov/es/centros in the flyer; the campaign has https://www.dhs.gov/fusion-centers',
    ])
  })

  it('is published without the drafts of the other language', async () => {
    await write(english, { publish: true })
    await write(english.replace('Main storage supplier', 'Chief supplier'))
    await write(spanish, { into: slug, locale: 'es', publish: true })
    const before = await everything('es')
    await write(spanish, { into: slug, locale: 'es', publish: true })
    expect(await everything('es')).toEqual(before)
    const statements = async (locale: string) =>
      (await service.reader.get(`/api/claims?locale=${locale}&fallback-locale=none`)).body.docs.map(
        (claim: Doc) => claim.statement,
      )
    expect(await statements('en')).toContain('Main storage supplier')
    expect(await statements('es')).toContain('Principal proveedor de almacenamiento')
    const drafts = (await all('claims')).map(({ statement }) => statement)
    expect(drafts).toContain('Chief supplier')
  })
})

describe('nothing is written', () => {
  it.each([
    ['into a campaign that is not there', { into: 'none' }, 'No campaign has the slug "none"'],
    ['in a language the site does not have', { locale: 'fr' }, '--locale fr: accepted: en, es'],
  ])('%s', async (_, options, message) => {
    await write(english)
    const before = await everything()
    await expect(write(english, options)).rejects.toThrow(new UsageError(message))
    expect(await everything()).toEqual(before)
  })

  it('when one document of the flyer cannot be published', async () => {
    const before = await everything()
    const flyer = parseFlyer(english)
    flyer.resources[1] = { title: 'No address', url: 'nowhere' }
    await expect(writeFlyer(payload, flyer, { locale: 'en', publish: true })).rejects.toThrow(
      /url/i,
    )
    expect(await everything()).toEqual(before)
  })

  it('on a dry run, which tells what would be done', async () => {
    await write(english)
    const before = await everything()
    const { counts } = await write(`${english}\n- [New](https://example.org/new)\n`, {
      dryRun: true,
    })
    expect(counts.resources).toMatchObject({ created: 1, unchanged: 2 })
    expect(await everything()).toEqual(before)
  })
})

/** What a version of another language changes: when it was saved, and how many versions there are. */
/** But for when each was changed, and in which languages it is. */
const withoutTimes = (state: { drafts: Doc[]; public: Doc[] }[]) =>
  state.map(({ drafts, public: published }) =>
    [drafts, published].map((docs) =>
      docs.map((doc: Doc) => ({ ...doc, locales: null, updatedAt: null })),
    ),
  )
