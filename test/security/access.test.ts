import type { SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../collections/access/roles.ts'
import { collections } from '../../collections/index.ts'
import { makePartner } from '../support/partner.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

/*
 * Payload lets in whoever is signed in, wherever nothing else is said, and a partner's key is signed in.
 * So everything in the config that the service runs is walked: what is new and says nothing is found.
 */
let service: TestService
let config: SanitizedConfig
beforeAll(async () => {
  service = await startService()
  config = service.payload.config
})
afterAll(() => service.stop())

type Rule = ((args: never) => unknown) | undefined
const strangers = [null, { id: '1', collection: 'strangers' }, { id: '1', collection: 'partners' }]

/** What a rule says of somebody who has no role here. */
const said = async (rule: Rule, user: unknown) =>
  rule ? rule({ req: { user, payload: service.payload, context: {} } } as never) : 'nothing'

test('every collection says who may do what', () => {
  for (const { slug, access, versions, auth } of collections) {
    const needed = ['create', 'read', 'update', 'delete']
    if (versions) needed.push('readVersions')
    if (auth) needed.push('admin', 'unlock')
    expect(Object.keys(access ?? {}), slug).toEqual(expect.arrayContaining(needed))
  }
})

/** What everybody may read, and then not all of it. */
const open = new Set(['campaigns', 'claims', 'demands', 'resources', 'media'])

test('no collection lets anybody in for being signed in', async () => {
  for (const { slug, access, versions, auth, endpoints, graphQL } of config.collections) {
    if (endpoints === false && graphQL === false) continue
    const rules = access as Record<string, Rule>
    const writing = ['create', 'update', 'delete', ...(auth ? ['unlock', 'admin'] : [])]
    for (const user of strangers) {
      const isSelf = slug === 'partners' && user?.collection === 'partners'
      for (const name of writing) {
        expect.soft(await said(rules[name], user), `${name} ${slug}`).toBe(false)
      }
      if (versions)
        expect.soft(await said(rules.readVersions, user), `versions of ${slug}`).toBe(false)
      if (open.has(slug) || isSelf) continue
      expect.soft(await said(rules.read, user), `read ${slug}`).toBe(false)
    }
    // Nor to everything of what is open, where there are drafts.
    if (versions)
      expect(await said(rules.read, null), slug).toMatchObject({ and: expect.anything() })
  }
})

test('no global does', async () => {
  for (const { slug, access } of config.globals) {
    for (const user of strangers) {
      for (const name of ['update', 'readVersions'] as const) {
        expect.soft(await said(access[name], user), `${name} ${slug}`).toBe(false)
      }
    }
  }
})

test('jobs are run, queued and cancelled by those who work here', async () => {
  const { access, tasks, workflows } = config.jobs
  for (const user of strangers) {
    for (const name of ['run', 'queue', 'cancel'] as const) {
      expect(await said(access?.[name], user), name).toBe(false)
    }
  }
  // One that is new is thought about first: whoever may run jobs runs it.
  const known = ['deliver-webhooks', 'schedulePublish', 'tell-of-stopped-webhook']
  const slugs = [...(tasks ?? []), ...(workflows ?? [])].map(({ slug }) => slug)
  expect(slugs.sort()).toEqual(known)
})

const everybody = ['reader', 'partner', ...roles] as const
type Who = readonly (typeof everybody)[number][]
const staff: Who = roles
const writers: Who = ['admin', 'reviewer', 'editor']
const publishers: Who = ['admin', 'reviewer']
const admins: Who = ['admin']

/** Who may use an endpoint that is not one of Payload's; `*` is a collection of content. */
const endpoints: Record<string, Who> = {
  'get /access': everybody,
  'get /attention': staff,
  'get /search': staff,
  'get /permalink.schema.json': everybody,
  'post /import': writers,
  'post /import/preview': writers,
  'get /*/slug/:slug': everybody,
  'get /*/:id/revisions/:revision': everybody,
  'get /*/:id/timemap': everybody,
  'post /*/:id/review': staff,
  'get /*/:id/translations': staff,
  'post /*/:id/preview-links': staff,
  'get /*/:id/preview-links': staff,
  'delete /*/:id/preview-links/:link': staff,
  'get /*/:id/schedules': staff,
  'delete /*/:id/schedules/:schedule': publishers,
  'get /*/export': staff,
  'post /*/import': writers,
  'get /campaigns/:slug/bundle': everybody,
  'get /campaigns/bundle.schema.json': everybody,
  'post /campaigns/:id/copy': writers,
  'post /campaigns/:id/publish': publishers,
  'post /resources/:id/check-link': staff,
  'get /media/file/:filename': everybody,
  'post /partners/:id/keys': admins,
  'get /partners/:id/keys': admins,
  'delete /partners/:id/keys/:key': admins,
  'get /partners/:id/usage': admins,
  'post /webhooks/acknowledge': everybody,
  'post /webhooks/:id/ping': admins,
  'post /webhooks/:id/replay': admins,
  'post /webhooks/:id/resume': admins,
  'post /webhooks/:id/rotate-secret': admins,
  'post /webhook-deliveries/:id/replay': admins,
  'post /users/invite': admins,
  'post /users/:id/invite': admins,
  // There is a first account, so not even an admin makes another one so.
  'post /users/first-register': [],
  'get /payload-jobs/run': staff,
}

/** Payload's own of every collection, which ask the rules above; and those of accounts, which ask who one is. */
const payloads = new Set([
  ...['get /', 'get /:id', 'get /count', 'get /versions', 'get /versions/:id', 'post /', 'patch /'],
  ...['patch /:id', 'delete /', 'delete /:id', 'post /:id/duplicate', 'post /versions/:id'],
  ...[
    'post /access/:id?',
    'get /me',
    'get /init',
    'post /login',
    'post /logout',
    'post /refresh-token',
  ],
  ...['post /forgot-password', 'post /reset-password', 'post /unlock', 'post /verify/:id'],
])
/** Each asks for preferences of whoever asks. */
const ofPreferences = ['get /:key', 'post /:key', 'delete /:key']

/** Every other endpoint that there is. */
function found(): string[] {
  const named = (of: string, list: { method: string; path: string }[]) =>
    list.map(({ method, path }) => [`${method} ${path}`, `${method} ${of}${path}`] as const)
  const content = ['campaigns', 'claims', 'demands', 'resources']
  const all = config.collections.flatMap(({ slug, endpoints: list }) =>
    named(`/${slug}`, list || [])
      .filter(([short]) => !payloads.has(short))
      .filter(([short]) => slug !== 'payload-preferences' || !ofPreferences.includes(short))
      .map(([short, long]) => {
        const [method, path] = short.split(' ')
        const shared = `${method} /*${path}`
        return [...content, 'media'].includes(slug) && shared in endpoints ? shared : long
      }),
  )
  return [...new Set([...all, ...named('', config.endpoints ?? []).map(([, long]) => long)])]
}

describe('an endpoint', () => {
  test('is on the list above, with who may use it', () => {
    expect(found().sort()).toEqual(Object.keys(endpoints).sort())
  })

  test('lets nobody else in', async () => {
    const { client } = await makePartner(service)
    const clients = { reader: service.reader, partner: client } as Record<string, Client>
    for (const role of roles) clients[role] = await service.as(role)
    const admin = clients.admin as Client
    const make = async (path: string, data: object): Promise<string> =>
      (await admin.post(`/api/${path}`, data)).body.doc.id
    const partner = await make('partners', { name: 'Other', contact: 'other@example.org' })
    const ids: Record<string, string> = {
      partners: partner,
      campaigns: await make('campaigns', { title: 'A campaign', _status: 'published' }),
      claims: await make('claims', { statement: 'A claim', _status: 'published' }),
      resources: await make('resources', { title: 'A source', _status: 'published' }),
      users: (await admin.get('/api/users/me')).body.user.id,
      webhooks: await make('webhooks', { partner, url: 'https://example.org/', active: false }),
    }
    for (const [endpoint, who] of Object.entries(endpoints)) {
      const [method = '', pattern = ''] = endpoint.split(' ')
      const at = pattern.replace('/*', '/claims')
      const path = at
        .replace(/:slug|:filename/, 'a-claim')
        .replace(':revision', '1')
        .replace(/:id\??/, ids[at.split('/')[1] ?? ''] ?? 'none')
        .replace(/:(link|schedule|key)/, 'none')
      for (const asker of everybody) {
        const ask = clients[asker]?.[method as 'get' | 'post'] as Client['post']
        const { status, text } = await (method === 'post'
          ? ask(`/api${path}`, {})
          : ask(`/api${path}`))
        const told = `${asker} ${method} ${path}: ${status} ${text.slice(0, 200)}`
        expect.soft(status, told).toBeLessThan(500)
        if (who.includes(asker)) expect.soft([401, 403], told).not.toContain(status)
        else expect.soft([401, 403], told).toContain(status)
      }
    }
  })
})
