import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { evidence, linesOf, make, move, strictReview } from '../support/review.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

/*
 * Whatever those who are no admins ask for, in whichever order: no claim is public without evidence, and
 * nothing is public whose last change is that of the one who approved it.
 */
let service: TestService
let admin: Client
const people: Record<string, Client> = {}
const names: Record<string, string> = {}
let source: string

const runs = Number(process.env.REVIEW_RUNS ?? 12)

beforeAll(async () => {
  service = await startService(strictReview)
  admin = await service.as('admin')
  const data = { title: 'The report', _status: 'published' as const }
  source = (await service.payload.create({ collection: 'resources', data })).id
  for (const name of ['reviewer one', 'reviewer two', 'editor']) {
    const [role = ''] = name.split(' ')
    const email = `${name.replace(' ', '-')}@example.org`
    const account = { email, password: 'a long password', role, name }
    const { body } = await admin.post('/api/users', account)
    names[body.doc.id] = name
    const { token } = (await service.reader.post('/api/users/login', account)).body
    people[name] = service.with({ Authorization: `JWT ${token}` })
  }
})
afterAll(() => service.stop())

type Ask = (client: Client, path: string, word: string) => Promise<unknown>

const id = (path: string) => path.slice('claims/'.length)
const published = { _status: 'published' }
const patch =
  (query: string, data: (word: string) => object): Ask =>
  (client, path, word) =>
    client.patch(`/api/${path}${query}`, data(word))

const asks: Record<string, Ask> = {
  edit: patch('?draft=true', (word) => ({ statement: word })),
  autosave: patch('?draft=true&autosave=true', (word) => ({ statement: word })),
  translate: patch('?draft=true&locale=es', (word) => ({ statement: word })),
  'add evidence': patch('?draft=true', () => evidence(source)),
  'drop evidence': patch('?draft=true', () => ({ evidence: [] })),
  'drop the place': patch('?draft=true', () => ({ evidence: [{ source }] })),
  'give a reason': patch('?draft=true', (reason) => ({ publishedWithoutEvidence: { reason } })),
  'forge the review': patch('?draft=true', () => ({
    review: { state: 'approved', writtenBy: null, approvedBy: null },
  })),
  send: (client, path) => move(client, path, 'in-review'),
  approve: (client, path, comment) => move(client, path, 'approved', { comment }),
  'send back': (client, path, comment) => move(client, path, 'draft', { comment }),
  publish: patch('', () => published),
  'publish a draft': patch('?draft=true', () => published),
  'publish another wording': patch('', (word) => ({ statement: word, ...published })),
  'publish without evidence': patch('', () => ({ evidence: [], ...published })),
  'publish as forged': patch('', () => ({ review: { state: 'approved' }, ...published })),
  'publish Spanish': patch('?locale=es&publishSpecificLocale=es', (word) => ({
    statement: word,
    ...published,
  })),
  'publish all languages': patch('?publishAllLocales=true', () => ({})),
  'publish in bulk': (client, path, word) =>
    client.patch(`/api/claims?where[id][equals]=${id(path)}`, { statement: word, ...published }),
  'publish over GraphQL': (client, path) =>
    client.graphql(
      `mutation { updateClaim(id: "${id(path)}", data: { _status: published }) { id } }`,
    ),
  unpublish: patch('', () => ({ _status: 'draft' })),
  trash: patch('', () => ({ deletedAt: new Date().toISOString() })),
  'bring back': patch('?trash=true', () => ({ deletedAt: null })),
  'bring back in public': patch('?trash=true', (word) => ({
    deletedAt: null,
    statement: word,
    ...published,
  })),
  'restore a version': async (client, path, word) => {
    const where = `where[parent][equals]=${id(path)}&limit=50&sort=createdAt&depth=0`
    const { docs = [] } = (await client.get(`/api/claims/versions?${where}`)).body
    const version = docs[word.length % Math.max(docs.length, 1)]
    return version && client.post(`/api/claims/versions/${version.id}`)
  },
  'publish a copy': (client, path) => client.post(`/api/${path}/duplicate`, published),
}

/** Who changed what is public last, and who let it go out, as far as the public has seen it. */
async function checkPublic(): Promise<void> {
  const { body } = await admin.get('/api/claims?where[_status][equals]=published&depth=0&limit=200')
  for (const claim of body.docs) {
    const rows: { source?: string; locator?: string }[] = claim.evidence
    expect(rows.some((row) => row.source === source && row.locator)).toBe(true)
    const { writtenBy, approvedBy } = claim.review
    expect(names[approvedBy] ?? '', JSON.stringify(claim.review)).toMatch(/reviewer/)
    expect(approvedBy).not.toBe(writtenBy)
  }
}

const everything = { id: { exists: true } }

test(
  'nobody but an admin publishes a claim without evidence, or what they wrote last',
  async () => {
    const step = fc.record({
      who: fc.constantFrom('reviewer one', 'reviewer two', 'editor'),
      what: fc.constantFrom(...Object.keys(asks)),
      word: fc.constantFrom('A', 'BB', 'CCC', 'DDDD', 'EEEEE'),
    })
    let publications = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
        await service.payload.delete({ collection: 'claims', trash: true, where: everything })
        const path = `claims/${await make(people.editor as Client, 'claims', {
          statement: 'It is so',
          ...evidence(source),
        })}`
        for (const { who, what, word } of steps) {
          await asks[what]?.(people[who] as Client, path, word)
          await checkPublic()
        }
        const lines = await linesOf(admin, path)
        publications += lines.filter((line) => line.step === 'published').length
        expect(lines[0]?.step).toBe('created')
      }),
      { numRuns: runs },
    )
    expect(publications).toBeGreaterThan(0)
  },
  30_000 + runs * 5000,
)
