import { expect } from 'vitest'
import { makeKey, makePartner } from '../../support/partner.ts'
import { type Answer, type Client, startService, type TestService } from '../../support/service.ts'

/** Who asks: readers, two partners, and everybody who works here. */
export const askers = [
  'reader',
  'partner',
  'partnerWithDrafts',
  'translator',
  'editor',
  'reviewer',
  'admin',
] as const
export type Asker = (typeof askers)[number]

/** A text that stands in one place only, which says who may see it. */
export const canary = (place: string) => `kanari${place}vogel`

/** Drafts: for staff, and for a partner with the scope who asks for them. */
export const drafts = [
  ...['draftcampaign', 'draftresource', 'draftdemand', 'draftclaim', 'newerdraft', 'gone'],
  ...['scheduled', 'imported'],
]

/** What editors know of each other's work. */
export const work = ['name', 'reason', 'comment', 'history', 'trash', 'overwritten', 'linknote']

/** What administrators alone may see. */
export const accounts = ['email', 'partner', 'contact', 'origin', 'label', 'webhook']

/** What was public once: for whoever asks for that time, and nowhere else. */
const past = ['oldversion', 'former']

export const places = [...drafts, ...work, ...accounts, ...past, 'password']

export type Planted = {
  service: TestService
  clients: Record<Asker, Client>
  /** Every document that was made, as where it is below /api. */
  documents: string[]
  /** The claim that is public, whose relations lead to much that is not. */
  claim: string
  user: string
  /** Hashes, salts, tokens and keys, by what they are: for nobody, not even in a list of an admin. */
  secrets: Record<string, string>
}

/** A service with one canary in each place that somebody must not see. */
export async function plant(env: Record<string, string> = {}): Promise<Planted> {
  const service = await startService(env)
  const admin = await service.as('admin')
  const documents: string[] = []
  const make = async (path: string, data: object, query = '') => {
    const { body, status } = await admin.post(`/api/${path}${query}`, data)
    expect(status, JSON.stringify(body)).toBe(201)
    documents.push(`${path}/${body.doc.id}`)
    return body.doc.id as string
  }
  const did = async (answer: ReturnType<Client['get']>) => {
    const { status, text, body } = await answer
    expect(status, text).toBeLessThan(300)
    return body
  }

  const account = { email: `${canary('email')}@example.org`, password: canary('password') }
  const user = await make('users', { name: canary('name'), ...account, role: 'editor' })
  await did(service.reader.post('/api/users/login', account))
  await did(service.reader.post('/api/users/forgot-password', { email: account.email }))

  const other = await make('partners', {
    name: canary('partner'),
    contact: `${canary('contact')}@example.org`,
    origins: [`https://${canary('origin')}.example.org`],
  })
  const otherKey = await makeKey(service, other, { label: canary('label') })
  const limit = { requestsPerMinute: 1_000_000 }
  const partner = await makePartner(service, limit)
  const withDrafts = await makePartner(service, {
    ...limit,
    name: 'A staging site',
    scopes: ['published', 'drafts'],
  })
  documents.push(`partners/${partner.id}`, `partners/${withDrafts.id}`)
  const hook = await make('webhooks', {
    ...{ partner: other, url: `https://${canary('webhook')}.example.org/` },
    // Of nothing that happens here.
    kinds: ['retracted'],
  })
  const former = await service.payload.db.findOne<{ id: string; secret: string }>({
    collection: 'webhooks',
    where: { id: { equals: hook } },
  })
  await did(admin.post(`/api/webhooks/${hook}/rotate-secret`))

  const draft = await make('campaigns', { title: canary('draftcampaign') })
  const source = await make('resources', { title: canary('draftresource') })
  await make('demands', { title: canary('draftdemand'), campaign: draft })
  await make('claims', { statement: canary('draftclaim') })
  const scheduled = await make('campaigns', { title: canary('scheduled') })
  const at = new Date(Date.now() + 90_000_000).toISOString()
  await did(admin.post(`/api/campaigns/${scheduled}/publish`, { what: 'publish', at }))
  await did(admin.post('/api/import', { text: `# ${canary('imported')}\n\nA text.\n` }))

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
  await make('comments', { of: 'claims', document: claim, text: canary('comment') })
  const save = (data: object, query = '') => did(admin.patch(`/api/claims/${claim}${query}`, data))
  await save({ statement: 'Public', _status: 'published' })
  await save({ slug: canary('former'), _status: 'published' })
  await save({ statement: canary('overwritten') }, '?draft=true')
  await save({ statement: 'Public', slug: 'public', _status: 'published' })
  await save({ statement: canary('newerdraft') }, '?draft=true')
  const told = { to: 'in-review', comment: canary('history') }
  await did(admin.post(`/api/claims/${claim}/review`, told))
  const link = await did(
    admin.post(`/api/claims/${claim}/preview-links`, { note: canary('linknote') }),
  )

  const trashed = await make('claims', { statement: canary('trash'), _status: 'published' })
  await did(admin.patch(`/api/claims/${trashed}`, { deletedAt: new Date().toISOString() }))
  const gone = await make('claims', { statement: canary('gone'), _status: 'published' })
  await did(admin.patch(`/api/claims/${gone}`, { _status: 'draft' }))
  const home = await make('campaigns', { title: 'Open', slug: 'open', _status: 'published' })
  await make('claims', { statement: 'Another', campaign: home, _status: 'published' })

  const secrets = {
    ...(await secretsOf(service, user)),
    'key of another partner': secretOf(otherKey.key),
    'token of a preview': String(link.url).split('/').at(-1) ?? '',
    'secret of a webhook before': former?.secret ?? '',
  }
  for (const [what, secret] of Object.entries(secrets)) {
    expect(secret.length, `${what}: ${secret}`).toBeGreaterThan(15)
  }
  const clients = {
    reader: service.reader,
    partner: partner.client,
    partnerWithDrafts: withDrafts.client,
    translator: await service.as('translator'),
    editor: await service.as('editor'),
    reviewer: await service.as('reviewer'),
    admin,
  }
  return { service, clients, documents, claim, user, secrets }
}

/** The part of a key that its list does not show. */
const secretOf = (key: string) => key.split('_').at(-1) ?? ''

async function secretsOf({ payload }: TestService, id: string): Promise<Record<string, string>> {
  type Account = {
    hash: string
    salt: string
    resetPasswordToken: string
    sessions: { id: string }[]
  }
  const where = { id: { equals: id } }
  const account = await payload.db.findOne<Account & { id: string }>({ collection: 'users', where })
  const { docs } = await payload.db.find<{ id: string; hash: string }>({
    collection: 'partner-keys' as 'users',
    where: {},
  })
  const links = await payload.db.find<{ id: string; hash: string }>({
    collection: 'preview-links' as 'users',
    where: {},
  })
  return {
    'hash of a password': account?.hash ?? '',
    'salt of a password': account?.salt ?? '',
    'token for a new password': account?.resetPasswordToken ?? '',
    session: account?.sessions[0]?.id ?? '',
    'hash of a key': docs[0]?.hash ?? '',
    'hash of a preview': links.docs[0]?.hash ?? '',
  }
}

/** What is asked, as a request. */
export type Question = { path: string; body?: string | undefined; headers?: Record<string, string> }

export const ask = (
  { clients }: Planted,
  asker: Asker,
  { path, body, headers = {} }: Question,
): Promise<Answer> => {
  const client = clients[asker]
  return body === undefined ? client.get(path, { headers }) : client.post(path, body, { headers })
}

/** What of all that was planted stands in an answer although the asker may not see it. */
export function leaks(
  { secrets }: Planted,
  asker: Asker,
  { path, body = '', headers = {} }: Question,
  answer: Pick<Answer, 'headers' | 'status' | 'text'>,
): string[] {
  const asked = path
  const all = `${asked} ${body}`
  const may = new Set<string>()
  const isStaff = !['reader', 'partner', 'partnerWithDrafts'].includes(asker)
  const asksForDrafts = asked.startsWith('/api/') && /\bdraft(=|: ?)true/.test(all)
  if (isStaff || (asker === 'partnerWithDrafts' && asksForDrafts)) add(drafts)
  if (isStaff) add([...work, ...past])
  if (asker === 'admin') add(accounts)
  const isOfThePast = /\/(timemap|revisions)\b/.test(asked) || 'Accept-Datetime' in headers
  if (isOfThePast) add(past)
  // A mistake is named in the asker's own words, as is an address, and what a redirect carries on.
  const isRefused = path === '/api/graphql' && !answer.text.includes('"data":{')
  const isTold = answer.status >= 300 && answer.status <= 400
  const isEchoed = isTold || isRefused || asked.startsWith('/oembed')
  const told = isEchoed ? all : (asked.split('?')[0] ?? '')
  const text = `${answer.text} ${answer.headers.get('Location')} ${answer.headers.get('Link')}`
  const canaries = (text.match(/kanari[a-z]+vogel/g) ?? []).filter(
    (found) => !may.has(found) && !told.includes(found),
  )
  const hidden = Object.entries(secrets).flatMap(([what, secret]) =>
    text.includes(secret) ? [what] : [],
  )
  const signing = asker !== 'admin' && text.includes('whsec_') ? ['secret of a webhook'] : []
  return [...canaries, ...hidden, ...signing]

  function add(names: string[]) {
    for (const name of names) may.add(canary(name))
  }
}
