import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startBeside, startService, type TestService } from '../support/service.ts'

const claimCount = 4

let service: TestService
let beside: TestService
let admin: Client
let slug: string
let campaign: string
let claims: string[]

beforeAll(async () => {
  service = await startService()
  beside = await startBeside(service)
  admin = await service.as('admin')
  const make = async (collection: string, data: object) =>
    (await admin.post(`/api/${collection}`, { ...data, _status: 'published' })).body.doc
  const ids = Array.from({ length: claimCount }, (_, n) =>
    make('claims', { statement: 'version 0', slug: `claim-${n}` }),
  )
  claims = (await Promise.all(ids)).map(({ id }) => id)
  const items = claims.map((value) => ({ relationTo: 'claims', value }))
  const sections = [{ heading: 'All', items }]
  ;({ id: campaign, slug } = await make('campaigns', {
    title: 'version 0',
    slug: 'whole',
    sections,
  }))
  slowDown(service)
  slowDown(beside)
  for (const id of claims)
    await admin.patch(`/api/claims/${id}`, { campaign, _status: 'published' })
})
/** As on a slow database: there is time for much between two queries of one answer. */
function slowDown({ payload: { db } }: TestService): void {
  const find = db.find as (args: { collection: string }) => Promise<unknown>
  const slow = async (args: { collection: string }) => {
    if (args.collection === 'claims') await sleep(10)
    return find.call(db, args)
  }
  Object.assign(db, { find: slow })
}

afterAll(async () => {
  await beside?.stop()
  await service?.stop()
})

type Bundle = {
  title: string
  sections: { items: { value: { id: string; statement: string } }[] }[]
}

/** The versions that are seen, of the campaign and then of its claims; what is not there is a dash. */
function seenIn({ sections, title }: Bundle): string {
  const items = sections[0]?.items ?? []
  const versionOf = (id: string) => items.find(({ value }) => value.id === id)?.value.statement
  return [title, ...claims.map((id) => versionOf(id) ?? '-')].join(', ')
}

type Round = { what: 'publish' | 'unpublish'; which: boolean[] }

const round: fc.Arbitrary<Round> = fc.record({
  what: fc.constantFrom('publish', 'publish', 'unpublish'),
  which: fc.array(fc.boolean(), { minLength: claimCount + 1, maxLength: claimCount + 1 }),
})

let version = 0
let standing = Array<string>(claimCount + 1).fill('version 0')

/** Publishes or unpublishes some documents together; the campaign stays public. */
async function play({ what, which }: Round): Promise<void> {
  version++
  const all = [campaign, ...claims].map((value, i) => ({
    ...{ i, value, relationTo: i === 0 ? 'campaigns' : 'claims' },
  }))
  const chosen = all.filter(
    ({ i }) => which[i] && (what === 'publish' || (i > 0 && standing[i] !== '-')),
  )
  if (chosen.length === 0) return
  const words = `version ${version}`
  const after = what === 'publish' ? words : '-'
  for (const { i, relationTo, value } of what === 'publish' ? chosen : []) {
    const data = i === 0 ? { title: words } : { statement: words }
    await admin.patch(`/api/${relationTo}/${value}?draft=true`, data)
  }
  const documents = chosen.map(({ relationTo, value }) => ({ relationTo, value }))
  const then = standing.map((one, i) => (chosen.some((two) => two.i === i) ? after : one))
  // What has stood once would not tell when it was read.
  if (expected.includes(then.join(', '))) return
  standing = then
  expected.push(standing.join(', '))
  const { status, text } = await admin.post(`/api/campaigns/${campaign}/publish`, {
    what,
    documents,
  })
  expect(status, text).toBe(200)
}

/** All that was ever to be seen, in order. */
const expected = [standing.join(', ')]

test('readers of a campaign see all of what is published together, or none of it', async () => {
  let isOver = false
  const read = async (client: Client, path: string): Promise<string[]> => {
    const seen: string[] = []
    while (!isOver) {
      const { status, body } = await client.get(path)
      expect(status).toBe(200)
      seen.push(seenIn(body))
    }
    return seen
  }
  // From memory and, as editors ask, past it; on the server that writes and on another one.
  const readers = [
    read(service.reader, `/api/campaigns/${slug}/bundle`),
    read(admin, `/api/campaigns/${slug}/bundle`),
    read(service.reader, `/campaigns/${slug}?format=json`),
    read(beside.reader, `/api/campaigns/${slug}/bundle`),
    read(beside.with(await authorization()), `/api/campaigns/${slug}/bundle`),
  ]
  try {
    const rounds = fc.array(round, { minLength: 4, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(rounds, async (list) => {
        for (const one of list) await play(one)
      }),
      { numRuns: 2, endOnFailure: true },
    )
  } finally {
    isOver = true
  }
  const all = await Promise.all(readers)
  const known = new Set(expected)
  for (const seen of all) {
    expect(seen.filter((one) => !known.has(one))).toEqual([])
    // And never what stood before again.
    const places = seen.map((one) => expected.lastIndexOf(one))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  }
  expect(all.flat().length).toBeGreaterThan(expected.length)
}, 120_000)

async function authorization() {
  const credentials = { email: 'admin@example.org', password: "the admin's password" }
  const { body } = await service.reader.post('/api/users/login', credentials)
  return { Authorization: `JWT ${body.token}` }
}
