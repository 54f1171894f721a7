import fc from 'fast-check'
import type { Client, TestService } from '../support/service.ts'

/** A document that the steps know of. */
type Known = { collection: string; id: string }

/**
 * The state of a run of random steps: which documents and names there have been, so that later steps hit
 * what earlier ones left.
 */
export type World = {
  service: TestService
  admin: Client
  documents: Known[]
  slugs: { collection: string; slug: string }[]
}

/** Numbers that a step makes its choices with, so that a step means something in any state. */
export type Step = { kind: string; a: number; b: number; c: number }

const collections = ['campaigns', 'claims', 'demands', 'resources'] as const
const titleOf: Record<string, string> = {
  campaigns: 'title',
  claims: 'statement',
  demands: 'title',
  resources: 'title',
}
const singular: Record<string, string> = {
  campaigns: 'Campaign',
  claims: 'Claim',
  demands: 'Demand',
  resources: 'Resource',
}

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % (list.length || 1)]
const words = ['rents', 'water', 'cloud', 'borders', 'wages', 'homes']
const title = ({ a, b }: Step) => `${pick(words, a)} ${pick(words, b)}`

type Run = (step: Step, world: World) => Promise<unknown>

/** Every way in which content is written, named as issue 4 names what changes. */
export const writes: Record<string, Run> = {
  create: async (step, world) => {
    const collection = pick(collections, step.a) ?? 'claims'
    const data = {
      ...content(collection, step, world),
      _status: pick(['draft', 'published'], step.c),
    }
    const { body } = await world.admin.post(`/api/${collection}`, data)
    remember(world, collection, body.doc)
  },
  createLocally: async (step, world) => {
    const data = { ...content('claims', step, world), _status: 'published' as const }
    // What it is related to may have been deleted: then it is refused.
    const made = await world.service.payload
      .create({ collection: 'claims', data: data as never })
      .catch(() => undefined)
    remember(world, 'claims', made)
  },
  publish: (step, world) =>
    patch(world, step, (known) => ({
      ...content(known.collection, step, world),
      _status: 'published',
    })),
  saveDraft: (step, world) =>
    patch(world, step, (known) => content(known.collection, step, world), '?draft=true'),
  autosave: (step, world) =>
    patch(
      world,
      step,
      (known) => content(known.collection, step, world),
      '?draft=true&autosave=true',
    ),
  translate: (step, world) =>
    patch(
      world,
      step,
      ({ collection }) => ({
        [titleOf[collection] ?? '']: `${title(step)} es`,
        _status: 'published',
      }),
      '?locale=es',
    ),
  unpublish: (step, world) => patch(world, step, () => ({ _status: 'draft' })),
  rename: (step, world) =>
    patch(world, step, () => ({ slug: `name-${step.b % 20}`, _status: 'published' })),
  bin: (step, world) => patch(world, step, () => ({ deletedAt: new Date(2026, 1).toISOString() })),
  unbin: (step, world) =>
    patch(
      world,
      step,
      () => ({ deletedAt: null, _status: pick(['draft', 'published'], step.b) }),
      '?trash=true',
    ),
  remove: async (step, world) => {
    const known = pick(world.documents, step.a)
    if (known) await world.admin.delete(`/api/${known.collection}/${known.id}`)
  },
  retract: async (step, world) => {
    const claim = pick(
      world.documents.filter(({ collection }) => collection === 'claims'),
      step.a,
    )
    const data = {
      verification: { status: pick(['retracted', 'verified'], step.b), note: 'Checked.' },
      _status: 'published',
    }
    if (claim) await world.admin.patch(`/api/claims/${claim.id}`, data)
  },
  relate: (step, world) =>
    patch(world, step, ({ collection }) => ({
      ...relations(collection, step, world),
      _status: 'published',
    })),
  bulk: async (step, world) => {
    const word = pick(words, step.a)
    await world.admin.patch(`/api/claims?where[statement][like]=${word}`, {
      figures: [{ value: step.b }],
      _status: pick(['published', 'draft'], step.c),
    })
  },
  bulkDelete: async (step, world) => {
    const word = `${pick(words, step.a)} ${pick(words, step.b)}`
    await world.admin.delete(`/api/resources?where[title][equals]=${encodeURIComponent(word)}`)
  },
  overGraphql: async (step, world) => {
    const known = pick(world.documents, step.a)
    if (!known) return
    const field = titleOf[known.collection]
    await world.admin.graphql(
      `mutation { update${singular[known.collection]}(id: "${known.id}", data: { ${field}: "${title(step)} Q", _status: published }) { id } }`,
    )
  },
  locally: async (step, world) => {
    const known = pick(world.documents, step.a)
    if (!known) return
    const data = { [titleOf[known.collection] ?? '']: title(step), _status: 'published' }
    await world.service.payload
      .update({ collection: known.collection as 'claims', id: known.id, data: data as never })
      .catch(() => {})
  },
  restore: async (step, world) => {
    const known = pick(world.documents, step.a)
    if (!known) return
    const path = `/api/${known.collection}/versions`
    const { body } = await world.admin.get(
      `${path}?where[parent][equals]=${known.id}&limit=5&depth=0`,
    )
    const version = pick((body?.docs ?? []) as { id: string }[], step.b)
    if (version) await world.admin.post(`${path}/${version.id}`)
  },
  scheduled: async (step, world) => {
    const known = pick(world.documents, step.a)
    if (!known) return
    const type = pick(['publish', 'unpublish'] as const, step.b) ?? 'publish'
    const doc = { relationTo: known.collection as 'claims', value: known.id }
    await world.service.payload.jobs.queue({ task: 'schedulePublish', input: { type, doc } })
    await world.service.payload.jobs.run()
  },
  aborted: async (step, world) => {
    const { db } = world.service.payload
    const transactionID = (await db.beginTransaction()) as string
    const data = { statement: `${title(step)} aborted`, _status: 'published' as const }
    const req = { transactionID }
    await world.service.payload.create({ collection: 'claims', data, req }).catch(() => {})
    await db.rollbackTransaction(transactionID)
  },
}

/** What readers ask for: addresses, with what they prefer, and GraphQL as the body of a POST or as an address. */
export type Read = { path: string; body?: object; headers?: Record<string, string> }

/** Every kind of read over what there is, or has been. */
export function reads({ documents, slugs }: World, step: Step): Read {
  const known = pick(documents, step.b) ?? { collection: 'claims', id: 'f'.repeat(24) }
  const named = pick(slugs, step.b) ?? { collection: 'claims', slug: 'none' }
  const collection = pick(collections, step.c) ?? 'claims'
  const campaign = documents.find((one) => one.collection === 'campaigns')?.id ?? 'f'.repeat(24)
  const campaigns = slugs.filter((one) => one.collection === 'campaigns')
  const campaignSlug = pick(campaigns, step.b)?.slug ?? 'none'
  const list = singular[collection] ? `${singular[collection]}s` : 'Claims'
  const query = `{ ${list}(limit: 5, sort: "-updatedAt") { totalDocs docs { id slug ${titleOf[collection]} } } }`
  const one = `query One($id: String!) { ${singular[known.collection]}(id: $id) { id slug ${titleOf[known.collection]} } }`
  const choices: Read[] = [
    { path: `/api/${collection}` },
    { path: `/api/${collection}?limit=3&page=2&depth=0` },
    { path: `/api/${collection}?sort=-updatedAt&select[slug]=true&select[updatedAt]=true` },
    { path: `/api/${collection}?locale=es&depth=2` },
    { path: `/api/${collection}?locale=all&depth=0&limit=5` },
    { path: `/api/${collection}/count` },
    { path: `/api/claims?where[campaign][equals]=${campaign}&depth=1` },
    { path: '/api/claims?where[campaign.slug][like]=name&depth=0' },
    { path: '/api/claims?where[verification.status][equals]=retracted' },
    { path: `/api/claims?where[id][equals]=${known.id}` },
    { path: `/api/${named.collection}?where[slug][equals]=${named.slug}&depth=0` },
    { path: '/api/demands?sort=title&depth=3&populate[claims][statement]=true' },
    { path: `/api/${known.collection}/${known.id}` },
    { path: `/api/${known.collection}/${known.id}?depth=0&locale=all` },
    { path: `/api/${known.collection}/${known.id}?depth=2&locale=es&fallbackLocale=none` },
    { path: `/api/${named.collection}/slug/${named.slug}` },
    { path: `/api/${named.collection}/slug/${named.slug}?depth=0` },
    { path: `/api/campaigns/${campaignSlug}/bundle` },
    { path: `/api/campaigns/${campaignSlug}/bundle?locale=es` },
    { path: '/api/graphql', body: { query } },
    { path: '/api/graphql', body: { query: one, variables: { id: known.id } } },
    { path: `/api/graphql?query=${encodeURIComponent(query)}` },
    { path: `/${named.collection}/${named.slug}` },
    { path: `/${named.collection}/${named.slug}?locale=es` },
    { path: `/${named.collection}/${named.slug}`, headers: { 'Accept-Language': 'es' } },
    { path: `/${named.collection}/${named.slug}`, headers: { Accept: 'application/json' } },
    { path: `/campaigns/${campaignSlug}` },
    { path: `/claims/${named.slug}/cite?format=bibtex` },
    { path: `/feeds/${collection}.atom` },
    { path: `/feeds/${campaignSlug}.json?locale=es` },
    { path: '/', headers: { 'Accept-Language': 'es', Accept: 'application/json' } },
  ]
  return pick(choices, step.a) ?? { path: '/api/claims' }
}

export const arbitraryStep = (kinds: string[]): fc.Arbitrary<Step> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    a: fc.nat(10_000),
    b: fc.nat(10_000),
    c: fc.nat(10_000),
  })

function content(collection: string, step: Step, world: World): object {
  return {
    [titleOf[collection] ?? 'title']: title(step),
    ...(step.c % 3 === 0 ? relations(collection, step, world) : {}),
  }
}

function relations(collection: string, { b, c }: Step, { documents }: World): object {
  const of = (name: string, n: number) =>
    pick(
      documents.filter((one) => one.collection === name),
      n,
    )?.id
  const campaign = of('campaigns', c)
  const claim = of('claims', b)
  const resource = of('resources', c)
  if (collection === 'claims')
    return { campaign, ...(resource ? { evidence: [{ source: resource }] } : {}) }
  if (collection === 'demands') return { campaign, supportedBy: claim ? [claim] : [] }
  if (collection === 'resources') return { campaign }
  const items = [
    ...(claim ? [{ relationTo: 'claims', value: claim }] : []),
    ...(resource ? [{ relationTo: 'resources', value: resource }] : []),
  ]
  return { sections: [{ heading: 'All of it', items }] }
}

async function patch(
  world: World,
  { a }: Step,
  data: (known: Known) => object,
  query = '',
): Promise<void> {
  const known = pick(world.documents, a)
  if (!known) return
  const { body } = await world.admin.patch(
    `/api/${known.collection}/${known.id}${query}`,
    data(known),
  )
  if (body?.doc?.slug) rememberName(world, known.collection, body.doc.slug)
}

function remember(
  world: World,
  collection: string,
  made: { id: string; slug?: string | null } | undefined,
) {
  if (!made) return
  world.documents.push({ collection, id: made.id })
  // Few enough that later steps meet the same ones again.
  if (world.documents.length > 40) world.documents.shift()
  if (made.slug) rememberName(world, collection, made.slug)
}

function rememberName(world: World, collection: string, slug: string) {
  if (world.slugs.some((one) => one.collection === collection && one.slug === slug)) return
  world.slugs.push({ collection, slug })
  if (world.slugs.length > 40) world.slugs.shift()
}
