import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
beforeAll(async () => {
  service = await startService({}, { scheduling: { poll: 50 } })
  admin = await service.as('admin')
})
afterAll(() => service.stop())

type Made = Record<'campaign' | 'claim' | 'demand' | 'own' | 'used', string>
let made: Made
let n = 0
/** A campaign of drafts, with a source that belongs to no campaign. */
async function makeDrafts(): Promise<Made> {
  n++
  const make = async (collection: CollectionSlug, data: object): Promise<string> => {
    const draft = { collection, data: data as never, depth: 0, draft: true }
    return String((await service.payload.create(draft)).id)
  }
  const used = await make('resources', { title: `Used ${n}` })
  const campaign = await make('campaigns', {
    title: `Together ${n}`,
    sections: [{ heading: 'A', items: [{ relationTo: 'resources', value: used }] }],
  })
  const own = await make('resources', { title: `Own ${n}`, campaign })
  const claim = await make('claims', {
    ...{ statement: `It is so ${n}`, campaign, evidence: [{ source: used, locator: 'p. 1' }] },
  })
  const demand = await make('demands', { title: `Do it ${n}`, campaign, supportedBy: [claim] })
  return { campaign, claim, demand, own, used }
}
/** Most tests need drafts of their own. */
const withDrafts = () =>
  beforeEach(async () => {
    made = await makeDrafts()
  })

const publish = (body: object, client = admin) =>
  client.post(`/api/campaigns/${made.campaign}/publish`, body)
const all = ({ campaign, claim, demand, own, used }: Made) => [
  `campaigns/${campaign}`,
  `claims/${claim}`,
  `demands/${demand}`,
  `resources/${own}`,
  `resources/${used}`,
]
const statuses = () =>
  Promise.all(all(made).map(async (path) => (await service.reader.get(`/api/${path}`)).status))
const named = (documents: { relationTo: string; value: string }[]) =>
  documents.map(({ relationTo, value }) => `${relationTo}/${value}`).toSorted()
const schedules = async () =>
  (await admin.get(`/api/campaigns/${made.campaign}/schedules`)).body.docs

describe('now', () => {
  withDrafts()

  test('a dry run lists what would be published, and does nothing', async () => {
    const { status, body } = await publish({ what: 'publish', dryRun: true })
    expect(status).toBe(200)
    expect(named(body.documents)).toEqual(all(made).toSorted())
    expect(body.documents).toContainEqual({
      ...{ relationTo: 'claims', value: made.claim, title: `It is so ${n}` },
      ...{ isDraft: true, isPublic: false },
    })
    expect(body.problems).toEqual([])
    expect(await statuses()).toEqual([404, 404, 404, 404, 404])
    const { body: versions } = await admin.get(
      `/api/claims/versions?where[parent][equals]=${made.claim}`,
    )
    expect(
      versions.docs.every(
        (one: { version: { _status: string } }) => one.version._status === 'draft',
      ),
    ).toBe(true)
  })

  test('all of it is published, then there is nothing to publish', async () => {
    expect((await publish({ what: 'publish' })).status).toBe(200)
    expect(await statuses()).toEqual([200, 200, 200, 200, 200])
    const again = await publish({ what: 'publish' })
    expect([again.status, again.body.errors[0].message]).toEqual([
      400,
      'what: there is nothing to publish',
    ])
  })

  test('what has changed since is published with what is new, and the rest left alone', async () => {
    await publish({ what: 'publish' })
    await admin.patch(`/api/claims/${made.claim}?draft=true`, { statement: 'It is so indeed' })
    const { body } = await publish({ what: 'publish', dryRun: true })
    expect(named(body.documents)).toEqual([`claims/${made.claim}`])
    expect(body.documents[0]).toMatchObject({ isDraft: true, isPublic: true })
    await publish({ what: 'publish' })
    expect((await service.reader.get(`/api/claims/${made.claim}`)).body.statement).toBe(
      'It is so indeed',
    )
  })

  test('only what is chosen is published', async () => {
    const documents = [{ relationTo: 'resources', value: made.used }]
    expect((await publish({ what: 'publish', documents })).status).toBe(200)
    expect(await statuses()).toEqual([404, 404, 404, 404, 200])
    expect((await publish({ what: 'publish', documents })).status).toBe(400)
  })

  test("unpublishing takes all that is the campaign's own, and nothing that belongs to nobody", async () => {
    await publish({ what: 'publish' })
    const { status } = await publish({ what: 'unpublish' })
    expect(status).toBe(200)
    expect(await statuses()).toEqual([410, 410, 410, 410, 200])
  })

  test('one that may not be published keeps all others back, and each reason is told', async () => {
    await admin.patch(`/api/claims/${made.claim}?draft=true`, { statement: '' })
    await admin.patch(`/api/demands/${made.demand}?draft=true`, { title: '' })
    const rehearsed = await publish({ what: 'publish', dryRun: true })
    expect(rehearsed.status).toBe(200)
    expect(named(rehearsed.body.problems)).toEqual([
      `claims/${made.claim}`,
      `demands/${made.demand}`,
    ])
    const { status, body } = await publish({ what: 'publish' })
    expect(status).toBe(400)
    expect(body.errors.map((one: { data: object }) => one.data)).toEqual([
      { relationTo: 'claims', value: made.claim, path: 'statement' },
      { relationTo: 'demands', value: made.demand, path: 'title' },
    ])
    expect(body.errors[0].message).toContain('required')
    expect(await statuses()).toEqual([404, 404, 404, 404, 404])
    const rest = rehearsed.body.documents.filter(
      ({ value }: { value: string }) => value !== made.claim && value !== made.demand,
    )
    const documents = rest.map(({ relationTo, value }: Record<string, string>) => ({
      relationTo,
      value,
    }))
    expect((await publish({ what: 'publish', documents })).status).toBe(200)
  })

  test('what is published together stands together in the log', async () => {
    await publish({ what: 'publish' })
    const { docs } = await service.payload.db.find<{ document: string; sequence: number }>({
      collection: 'changes' as never,
      pagination: false,
      sort: 'sequence',
      where: { document: { in: Object.values(made) } },
    })
    const first = docs[0]?.sequence ?? 0
    expect(docs.map(({ sequence }) => sequence)).toEqual(docs.map((_, i) => first + i))
    expect(docs).toHaveLength(5)
  })
})

describe('who and what', () => {
  beforeAll(async () => {
    made = await makeDrafts()
  })

  test.each(['editor', 'translator'] as const)('%s may not', async (role) => {
    const client = await service.as(role)
    for (const body of [{ what: 'publish' }, { what: 'publish', dryRun: true }]) {
      expect((await publish(body, client)).status).toBe(403)
    }
    expect((await client.get(`/api/campaigns/${made.campaign}/schedules`)).status).toBe(200)
  })

  test('a reader may not, and learns nothing', async () => {
    expect((await publish({ what: 'publish' }, service.reader)).status).toBe(403)
    const path = `/api/campaigns/${made.campaign}/schedules`
    expect((await service.reader.get(path)).status).toBe(403)
    expect((await service.reader.delete(`${path}/0123456789abcdef01234567`)).status).toBe(403)
    expect((await admin.get('/api/schedules')).status).toBe(404)
  })

  test.each([
    [{}, 'what'],
    [{ what: 'delete' }, 'what'],
    [{ what: 'publish', at: 'tomorrow' }, 'at'],
    [{ what: 'publish', at: '2020-01-01T00:00:00Z' }, 'at'],
    [{ what: 'publish', documents: [] }, 'documents'],
    [{ what: 'publish', documents: ['x'] }, 'documents'],
    [{ what: 'publish', documents: [{ relationTo: 'users', value: 'x' }] }, 'documents'],
    [{ what: 'publish', documents: [{ relationTo: 'claims', value: 'x' }] }, 'documents'],
    [{ what: 'publish', dryRun: 'yes' }, 'dryRun'],
    [{ what: 'publish', now: true }, 'now'],
  ])('a mistake is named: %j', async (body, parameter) => {
    const { status, body: said } = await publish(body)
    expect(status).toBe(400)
    expect(said.errors[0].data.parameter).toBe(parameter)
  })

  test.each(['nothing', '0123456789abcdef01234567'])('campaign %s is none', async (id) => {
    const { status } = await admin.post(`/api/campaigns/${id}/publish`, { what: 'publish' })
    expect(status).toBe(404)
  })
})

describe('at a time', () => {
  withDrafts()

  const soon = (after: number) => new Date(Date.now() + after).toISOString()
  /** Has it done now, when the test has done all that comes before. */
  const makeDue = (id: string) =>
    service.payload.db.updateOne({
      collection: 'schedules',
      id,
      data: { dueAt: new Date().toISOString() },
    })

  test('it is done at its time and not before, all of it', async () => {
    const { status, body } = await publish({ what: 'publish', at: soon(1500) })
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body.doc).toMatchObject({ what: 'publish', state: 'waiting', by: 'admin' })
    expect(named(body.doc.documents)).toEqual(all(made).toSorted())
    expect(await statuses()).toEqual([404, 404, 404, 404, 404])
    await vi.waitFor(async () => expect(await statuses()).toEqual([200, 200, 200, 200, 200]), {
      timeout: 8000,
      interval: 50,
    })
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(body.doc.at))
    expect(await schedules()).toEqual([])
  })

  test('it is listed until it is done, and can be cancelled', async () => {
    const { body } = await publish({ what: 'publish', at: soon(60_000) })
    expect(await schedules()).toEqual([body.doc])
    const path = `/api/campaigns/${made.campaign}/schedules/${body.doc.id}`
    const editor = await service.as('editor')
    expect((await editor.delete(path)).status).toBe(403)
    expect((await admin.delete(path)).body.state).toBe('cancelled')
    expect(await schedules()).toEqual([])
    expect((await admin.delete(path)).status).toBe(404)
  })

  test('one that is refused leaves all as it was, and a message', async () => {
    await admin.patch(`/api/claims/${made.claim}?draft=true`, { statement: '' })
    const { body } = await publish({ what: 'publish', at: soon(300) })
    expect(named(body.problems)).toEqual([`claims/${made.claim}`])
    await vi.waitFor(async () => expect((await schedules())[0]?.state).toBe('refused'), 8000)
    const [refused] = await schedules()
    expect(refused.problems).toMatchObject([
      { relationTo: 'claims', value: made.claim, path: 'statement' },
    ])
    expect(await statuses()).toEqual([404, 404, 404, 404, 404])
    await admin.delete(`/api/campaigns/${made.campaign}/schedules/${body.doc.id}`)
    expect(await schedules()).toEqual([])
  })

  test('what was published or thrown away meanwhile is passed over', async () => {
    const { body } = await publish({ what: 'publish', at: soon(60_000) })
    await admin.patch(`/api/resources/${made.used}`, { _status: 'published' })
    await admin.patch(`/api/resources/${made.own}`, { deletedAt: new Date().toISOString() })
    await makeDue(body.doc.id)
    await vi.waitFor(async () => expect(await statuses()).toEqual([200, 200, 200, 404, 200]), 8000)
  })

  test('one whose maker may not publish any more is refused', async () => {
    const reviewer = await service.as('reviewer')
    const { body } = await publish({ what: 'publish', at: soon(60_000) }, reviewer)
    const [user] = (await admin.get('/api/users?where[role][equals]=reviewer')).body.docs
    await admin.patch(`/api/users/${user.id}`, { role: 'editor' })
    await makeDue(body.doc.id)
    await vi.waitFor(async () => expect((await schedules())[0]?.state).toBe('refused'), 8000)
    expect((await schedules())[0].problems[0].message).toContain('has no account any more')
    expect(body.doc.by).toBe('reviewer')
    expect(await statuses()).toEqual([404, 404, 404, 404, 404])
    await admin.patch(`/api/users/${user.id}`, { role: 'reviewer' })
  })
})

describe("Payload's schedule of one document", () => {
  withDrafts()

  const queue = (type: 'publish' | 'unpublish', user: string | undefined, after = 0) =>
    service.payload.jobs.queue({
      task: 'schedulePublish',
      input: {
        type,
        doc: { relationTo: 'claims', value: made.claim },
        ...(user ? { user: { relationTo: 'users', value: user } } : {}),
      } as never,
      waitUntil: new Date(Date.now() + after),
    })
  const idOf = async (role: string): Promise<string> => {
    await service.as(role as 'admin')
    return (await admin.get(`/api/users?where[role][equals]=${role}`)).body.docs[0].id
  }
  const list = async () => (await admin.get(`/api/claims/${made.claim}/schedules`)).body.docs

  test('it is listed on the document, done at its time, and gone then', async () => {
    await queue('publish', await idOf('admin'), 1200)
    expect(await list()).toMatchObject([{ what: 'publish', state: 'waiting', by: 'admin' }])
    await vi.waitFor(async () => expect((await statuses())[1]).toBe(200), 8000)
    await vi.waitFor(async () => expect(await list()).toEqual([]), 8000)
    const { totalDocs } = await service.payload.db.find({ collection: 'payload-jobs' as never })
    expect(totalDocs).toBe(0)
  })

  test('it can be cancelled there', async () => {
    await queue('publish', await idOf('admin'), 60_000)
    const [{ id }] = await list()
    expect((await admin.delete(`/api/claims/${made.claim}/schedules/${id}`)).status).toBe(200)
    expect(await list()).toEqual([])
  })

  test('one that is refused leaves a message, whether by the content or by the role', async () => {
    await admin.patch(`/api/claims/${made.claim}?draft=true`, { statement: '' })
    await queue('publish', await idOf('admin'))
    await vi.waitFor(async () => expect((await list())[0]?.state).toBe('refused'), 8000)
    expect((await list())[0]).toMatchObject({ state: 'refused', problems: [{ path: 'statement' }] })
    await queue('publish', await idOf('editor'))
    await vi.waitFor(async () => expect((await list())[1]?.state).toBe('refused'), 8000)
    expect((await list())[1].problems[0].message).toMatch(/may not change what is published/)
    expect((await statuses())[1]).toBe(404)
  })
})
