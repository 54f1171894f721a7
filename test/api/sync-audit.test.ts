import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compact } from '../../src/cms/changes/compact.ts'
import { digestOf, publicCopy } from '../support/copies.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

type Item = { collection: string; id: string; digest: string }

let service: TestService
let reader: Client
let admin: Client
beforeAll(async () => {
  service = await startService()
  reader = service.reader
  admin = await service.as('admin')
})
afterAll(() => service.stop())

const make = async (data: object): Promise<string> =>
  (await admin.post('/api/claims', { _status: 'published', ...data })).body.doc.id
const change = (id: string, data: object) => admin.patch(`/api/claims/${id}`, data)
const audit = (items: unknown, more: object = {}) =>
  reader.post('/api/changes/audit', { items, ...more })

/** What a partner with an exact copy has. */
async function held(): Promise<Item[]> {
  return [...(await publicCopy(reader))].map(([key, text]) => {
    const [collection = '', id = ''] = key.split('/')
    return { collection, id, digest: digestOf(text) }
  })
}

const of = (items: Item[], id: string) => items.find((one) => one.id === id) as Item

test('an exact copy is current', async () => {
  for (let i = 0; i < 3; i++) await make({ statement: `Claim ${i}` })
  const items = await held()
  const { status, body, headers } = await audit(items)
  expect([status, body]).toEqual([200, { current: items.length, stale: [], gone: [], unknown: [] }])
  expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect((await audit([])).body).toEqual({ current: 0, stale: [], gone: [], unknown: [] })
})

test('what is stale comes with the digest of now, what is gone with its tombstone', async () => {
  const stale = await make({ statement: 'Stale' })
  const unpublished = await make({ statement: 'Unpublished' })
  const deleted = await make({ statement: 'Deleted' })
  const before = await held()
  await change(stale, { statement: 'Staler', _status: 'published' })
  await change(unpublished, { _status: 'draft' })
  await admin.delete(`/api/claims/${deleted}`)
  const { body } = await audit(before)
  expect(body).toMatchObject({
    current: before.length - 3,
    stale: [{ ...of(await held(), stale), kind: 'updated', revision: 2 }],
    unknown: [],
  })
  expect(body.stale[0]).not.toHaveProperty('document')
  expect(body.gone).toHaveLength(2)
  expect(body.gone).toMatchObject(
    before.flatMap(({ collection, id }) => {
      const kinds: Record<string, string> = { [unpublished]: 'unpublished', [deleted]: 'deleted' }
      const at = expect.stringMatching(/^20.*Z$/)
      return kinds[id]
        ? [{ collection, id, kind: kinds[id], at, tombstone: true, digest: null }]
        : []
    }),
  )
})

test('what is gone stays gone when the log has forgotten it', async () => {
  const id = await make({ statement: 'Long ago' })
  const item = of(await held(), id)
  await change(id, { _status: 'draft' })
  await make({ statement: 'After it' })
  await compact(service.payload, { history: 0, tombstones: 0 }, Date.now() + 1000)
  expect((await audit([item])).body.gone).toMatchObject([{ id, kind: 'unpublished' }])
})

test('a draft is not told from what never was', async () => {
  const { body } = await admin.post('/api/claims', { statement: 'Draft' })
  const digest = digestOf('x')
  const asked = (id: string) => ({ collection: 'claims', id, digest })
  const draft = (await audit([asked(body.doc.id)])).text
  const never = (await audit([asked('f'.repeat(24))])).text
  expect(draft.replaceAll(body.doc.id, 'ID')).toBe(never.replaceAll('f'.repeat(24), 'ID'))
  const odd = ['__proto__', '', '%', 'x/y', '\u0000'].map((id) => asked(id))
  expect((await audit([...odd, { ...asked('x'), collection: 'users' }])).body).toMatchObject({
    current: 0,
    unknown: [
      ...odd.map(({ id }) => ({ collection: 'claims', id })),
      { collection: 'users', id: 'x' },
    ],
  })
  const elsewhere = { ...((await held())[0] as Item), collection: 'demands' }
  expect((await audit([elsewhere])).body.unknown).toHaveLength(1)
})

describe('what is missing', () => {
  test('is told of the collections that are named', async () => {
    const all = await held()
    const id = await make({ statement: 'New' })
    await admin.post('/api/demands', { title: 'New', _status: 'published' })
    const { body } = await audit(all, { collections: ['claims'] })
    expect(body).toMatchObject({ current: all.length, missing: [{ id, slug: 'new' }], next: null })
    const none = await audit(await held(), { collections: ['claims', 'demands'] })
    expect(none.body.missing).toEqual([])
    expect((await audit([], { collections: ['media'] })).body.missing).toEqual([])
    const everything = (await audit([], { collections: ['claims', 'demands'] })).body.missing
    expect(everything.map((one: Item) => one.digest).sort()).toEqual(
      (await held()).map(({ digest }) => digest).sort(),
    )
  })

  test('is told piece by piece, in the order of ids', async () => {
    const ids = (await held()).flatMap(({ collection, id }) =>
      collection === 'claims' ? [id] : [],
    )
    ids.sort()
    const [first, second, third] = ids as [string, string, string]
    const missing = async (range: object) =>
      (await audit([], { collections: ['claims'], ...range })).body.missing.map(
        (one: Item) => one.id,
      )
    expect((await missing({ through: second })).sort()).toEqual([first, second])
    expect(await missing({ after: first, through: second })).toEqual([second])
    expect(await missing({ after: second, through: third })).toEqual([third])
    expect(await missing({ after: ids.at(-1) })).toEqual([])
  })
})

describe('a wrong body', () => {
  const item = { collection: 'claims', id: 'x', digest: 'f'.repeat(64) }
  const digest = 'accepted: a SHA-256 digest in hexadecimal'
  test.each<[string, unknown, string, string]>([
    ['no object', [], 'body', 'accepted: { items, collections, after, through }'],
    ['null', null, 'body', 'accepted: { items, collections, after, through }'],
    ['no items', {}, 'items', 'accepted: a list of { collection, id, digest }'],
    ['too many', { items: Array(1001).fill(item) }, 'items', 'accepted: at most 1000 items'],
    [
      'an item that is none',
      { items: [item, 'x'] },
      'items[1]',
      'accepted: { collection, id, digest }',
    ],
    ['a number for an id', { items: [{ ...item, id: 1 }] }, 'items[0].id', 'accepted: a text'],
    ['a digest that is none', { items: [{ ...item, digest: 'x' }] }, 'items[0].digest', digest],
    ['something more', { items: [{ ...item, x: 1 }] }, 'items[0].x', 'not a property here'],
    [
      'a misspelt name',
      { items: [], collection: 'claims' },
      'collection',
      'not a parameter here; accepted: items, collections, after, through',
    ],
    [
      'an unknown collection',
      { items: [], collections: ['users'] },
      'collections[0]',
      'accepted: some of campaigns,claims,demands,resources,media',
    ],
    ['no collection', { items: [], collections: [] }, 'collections', 'accepted: at least one name'],
  ])('%s is named', async (_, body, parameter, message) => {
    const answer = await reader.post('/api/changes/audit', body)
    expect([answer.status, answer.body]).toEqual([
      400,
      { errors: [{ message: `${parameter}: ${message}`, data: { parameter } }] },
    ])
  })

  test.each([
    ['no JSON', '{', 'application/json', 400],
    ['another type', '{"items":[]}', 'text/plain', 415],
    ['too long', `{"items":["${'x'.repeat(1_000_001)}"]}`, 'application/json; charset=utf-8', 413],
    ['nested too deep', '['.repeat(500_000), 'application/json', 400],
  ])('that is %s is refused', async (_, body, type, status) => {
    const answer = await reader.post('/api/changes/audit', body, {
      headers: { 'Content-Type': type },
    })
    expect([answer.status, answer.body.errors.length]).toEqual([status, 1])
  })
})
