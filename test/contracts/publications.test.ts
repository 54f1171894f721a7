import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../src/changes/change.ts'
import { changeLogOf, type Logged } from '../../src/cms/changes/change-log.ts'
import { type Client, startService, type TestService } from '../support/service.ts'
import { arbitraryStep, type World, writes } from './coherence.ts'

/*
 * The log says of every document what the public sees of it at any time, also where that changes because
 * of another document; and the publications have all of it.
 */

let service: TestService
let admin: Client
let logged: Logged
let seen = 0
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
  logged = changeLogOf(service.payload) as Logged
})
afterAll(() => service.stop())
beforeEach(async () => {
  seen = await logged.log.latest()
})

async function news(): Promise<Change[]> {
  const changes = await logged.log.readAfter(seen, 1000)
  seen = changes.at(-1)?.sequence ?? seen
  return changes
}

const make = async (collection: string, data: object): Promise<string> =>
  (await admin.post(`/api/${collection}`, { ...data, _status: 'published' })).body.doc.id

/** What a reader sees, in the text that the digest is of. */
async function publicContent(collection: string, id: string): Promise<string | null> {
  const { status, body } = await service.reader.get(`/api/${collection}/${id}?depth=0&locale=all`)
  return status === 200 ? JSON.stringify(sorted(body)) : null
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

describe('a document whose relation changes without it', () => {
  let source: string
  let claim: string
  let demand: string
  let campaign: string
  beforeEach(async () => {
    source = await make('resources', { title: 'The report' })
    claim = await make('claims', { statement: 'It rains', evidence: [{ source }] })
    demand = await make('demands', { title: 'Umbrellas', supportedBy: [claim] })
    const items = [{ relationTo: 'claims', value: claim }]
    campaign = await make('campaigns', { title: 'Dry', sections: [{ heading: 'Why', items }] })
    await news()
  })
  const of = (changes: Change[]) =>
    Object.fromEntries(changes.map(({ collection, kind }) => [collection, kind]))

  test.each([
    ['is unpublished', { _status: 'draft' }, 'unpublished'],
    ['goes to the trash', { deletedAt: new Date(2026, 1).toISOString() }, 'deleted'],
  ])('has an entry when what it refers to %s', async (_, data, kind) => {
    await admin.patch(`/api/resources/${source}`, data)
    expect(of(await news())).toEqual({ resources: kind, claims: 'updated' })
    await admin.patch(`/api/claims/${claim}`, data)
    expect(of(await news())).toEqual({ claims: kind, demands: 'updated', campaigns: 'updated' })
  })

  test('has an entry when it is deleted', async () => {
    await admin.delete(`/api/claims/${claim}`)
    expect(of(await news())).toEqual({
      claims: 'deleted',
      demands: 'updated',
      campaigns: 'updated',
    })
    await admin.delete(`/api/resources?where[id][equals]=${source}`)
    expect(of(await news())).toEqual({ resources: 'deleted' })
  })

  test('has an entry when it comes back', async () => {
    await admin.patch(`/api/claims/${claim}`, { _status: 'draft' })
    await news()
    await admin.patch(`/api/claims/${claim}`, { _status: 'published' })
    expect(of(await news())).toEqual({
      claims: 'published',
      demands: 'updated',
      campaigns: 'updated',
    })
    const found = await logged.publications.asOf('demands', demand, new Date())
    expect(JSON.parse(found?.content ?? '').supportedBy).toEqual([claim])
    expect(found?.content).toBe(await publicContent('demands', demand))
    expect(await publicContent('campaigns', campaign)).toContain(claim)
  })

  test('has it too when both are written at once', async () => {
    const other = await make('claims', { statement: 'It snows' })
    for (let i = 0; i < 12; i++) {
      const _status = i % 2 === 0 ? 'draft' : 'published'
      const evidence = i % 3 === 0 ? [] : [{ source }]
      const answers = await Promise.all([
        admin.patch(`/api/resources/${source}`, { _status }),
        admin.patch(`/api/claims/${other}`, { evidence, _status: 'published' }),
      ])
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      const found = await logged.publications.asOf('claims', other, new Date(Date.now() + 60_000))
      expect(found?.content).toBe(await publicContent('claims', other))
    }
  })

  test('has none when it is merely edited', async () => {
    await admin.patch(`/api/claims/${claim}`, { statement: 'It pours', _status: 'published' })
    expect(of(await news())).toEqual({ claims: 'updated' })
  })
})

describe('the publications', () => {
  test('keep every revision with its bytes, and what stood at any time', async () => {
    const id = await make('claims', { statement: 'One' })
    const first = new Date()
    await admin.patch(`/api/claims/${id}`, { statement: 'Two', _status: 'published' })
    await admin.patch(`/api/claims/${id}`, { _status: 'draft' })
    const { publications } = logged
    const kinds = await publications.revisions('claims', id, 0, 10)
    expect(kinds.map(({ kind, revision }) => [revision, kind])).toEqual([
      [1, 'published'],
      [2, 'updated'],
      [3, 'unpublished'],
    ])
    const then = await publications.asOf('claims', id, first)
    expect(JSON.parse(then?.content ?? '').statement.en).toBe('One')
    expect(
      createHash('sha256')
        .update(then?.content ?? '')
        .digest('hex'),
    ).toBe(then?.digest)
    expect((await publications.asOf('claims', id, new Date()))?.content).toBeNull()
    expect(await publications.asOf('claims', id, new Date(0))).toBeUndefined()
    expect((await publications.revision('claims', id, 2))?.kind).toBe('updated')
    expect((await publications.namedAsOf('claims', 'one', first))?.id).toBe(id)
  })

  test('are completed for what was logged before there were any', async () => {
    const id = await make('claims', { statement: 'From before' })
    const where = { document: { equals: id } }
    await service.payload.db.deleteMany({ collection: 'publications' as 'claims', where })
    await service.payload.kv.clear()
    seen = await logged.log.latest()
    await logged.catchUp(() => false)
    expect(await news()).toEqual([])
    const found = await logged.publications.revision('claims', id, 1)
    expect(found?.content).toBe(await publicContent('claims', id))
    expect(found?.kind).toBe('published')
  })

  test('go on counting when the log has forgotten the document', async () => {
    const id = await make('claims', { statement: 'Forgotten' })
    await admin.patch(`/api/claims/${id}`, { _status: 'draft' })
    await service.payload.db.deleteMany({
      collection: 'changes' as 'claims',
      where: { document: { equals: id } },
    })
    await admin.patch(`/api/claims/${id}`, { _status: 'published' })
    expect(await logged.publications.revisions('claims', id, 2, 10)).toMatchObject([
      { revision: 3, kind: 'published' },
    ])
  })
})

test('whatever is written, log and publications say what the public sees', async () => {
  const world: World = { service, admin, documents: [], slugs: [] }
  const kinds = Object.keys(writes)
  const property = fc.asyncProperty(
    fc.array(arbitraryStep(kinds), { minLength: 12, maxLength: 12 }),
    async (steps) => {
      // Some after each other, some at once.
      const [alone, together] = [steps.slice(0, 8), steps.slice(8)]
      for (const step of alone) await writes[step.kind]?.(step, world)
      await Promise.all(together.map((step) => writes[step.kind]?.(step, world)?.catch(() => {})))
      for (const { collection, id } of world.documents) {
        const found = await logged.publications.asOf(collection, id, new Date(Date.now() + 60_000))
        const content = await publicContent(collection, id)
        expect({ collection, id, content: found?.content ?? null }).toEqual({
          collection,
          id,
          content,
        })
      }
    },
  )
  await fc.assert(property, { numRuns: 15, endOnFailure: true })
  const changes = await logged.log.readAfter(0, 100_000)
  const contents = await logged.publications.ofChanges(changes.slice(0, 400))
  expect(contents.map((one) => one?.digest)).toEqual(
    changes.slice(0, 400).map(({ digest }) => digest),
  )
}, 120_000)
