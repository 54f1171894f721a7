import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compact } from '../../src/cms/changes/compact.ts'
import {
  applyChanges,
  type Copy,
  canonical,
  catchUp,
  digestOf,
  everything,
  publicCopy,
} from '../support/copies.ts'
import { startBeside, startService, type TestService } from '../support/service.ts'
import { type Block, openEvents, type Stream } from '../support/sse.ts'
import { arbitraryStep, type Step, type World, writes } from './coherence.ts'

const hour = 3_600_000

let service: TestService
let beside: TestService
let world: World
beforeAll(async () => {
  service = await startService()
  beside = await startBeside(service)
  world = { service, admin: await service.as('admin'), documents: [], slugs: [] }
})
afterAll(async () => {
  await beside?.stop()
  await service?.stop()
})

const arbitrarySteps = (count: number) =>
  fc.array(arbitraryStep(Object.keys(writes)), { minLength: count, maxLength: count })

async function write(steps: Step[]): Promise<void> {
  for (const step of steps) await writes[step.kind]?.(step, world)
}

/** Writers who meet each other may be refused; what counts is what is there in the end. */
const writeAtOnce = (steps: Step[]) =>
  Promise.all(steps.map((step) => writes[step.kind]?.(step, world)?.catch(() => {})))

const collectionsOf = (n: number): string[] => (n % 2 ? [everything[n % 5] as string] : everything)
const queryOf = (collections: string[]) =>
  collections === everything ? '' : `&collections=${collections}`

/** A first copy, page by page, with writes at the same time. */
async function copyBeside(limit: number, collections: string[], steps: Step[]) {
  const copy: Copy = new Map()
  let token = ''
  const copying = async () => {
    for (let more = true; more; ) {
      const path = `/api/changes?since=${token}&limit=${limit}${queryOf(collections)}`
      const { body } = await beside.reader.get(path)
      applyChanges(copy, body.changes)
      ;({ next: token, more } = body)
    }
  }
  await Promise.all([copying(), writeAtOnce(steps)])
  return { copy, token }
}

test('from any token one comes to what is public, whatever was written in between', async () => {
  const known: { token: string; collections: string[]; copy: Copy }[] = []
  const property = fc.asyncProperty(
    arbitrarySteps(8),
    arbitrarySteps(4),
    fc.integer({ min: 1, max: 7 }),
    fc.nat(9),
    async (steps, besides, limit, n) => {
      await write(steps)
      const collections = collectionsOf(n)
      const { copy, token } = await copyBeside(limit, collections, besides)
      if (n % 3 === 0)
        await compact(service.payload, { history: 0, tombstones: 90 }, Date.now() + hour)
      const query = queryOf(collections)
      const next = await catchUp(service.reader, copy, token, query)
      expect(copy).toEqual(await publicCopy(service.reader, collections))
      // Each goes on from every earlier one, on a copy of its own.
      for (const one of known) {
        const later = new Map(one.copy)
        await catchUp(beside.reader, later, one.token, queryOf(one.collections))
        expect(later).toEqual(await publicCopy(service.reader, one.collections))
      }
      known.push({ token: next as string, collections, copy })
    },
  )
  await fc.assert(property, { numRuns: 6, endOnFailure: true })
}, 120_000)

test('a token either leads to what is public or is given up, also when tombstones are dropped', async () => {
  let given = 0
  let runs = 0
  const property = fc.asyncProperty(arbitrarySteps(6), arbitrarySteps(6), async (before, after) => {
    await write(before)
    const copy: Copy = new Map()
    const token = await catchUp(service.reader, copy)
    await write(after)
    // Every other time something is certainly withdrawn; else the steps decide.
    if (runs++ % 2 === 0) await withdrawSomething()
    await compact(service.payload, { history: 0, tombstones: 0 }, Date.now() + hour)
    if ((await catchUp(service.reader, copy, token)) === undefined) {
      given++
      copy.clear()
      await catchUp(service.reader, copy)
    }
    expect(copy).toEqual(await publicCopy(service.reader))
  })
  await fc.assert(property, { numRuns: 4, endOnFailure: true })
  expect(given).toBeGreaterThan(0)
}, 120_000)

test('streams, cut off and taken up again on either server, come to what is public', async () => {
  const copy: Copy = new Map()
  let token = await catchUp(service.reader, copy)
  const property = fc.asyncProperty(arbitrarySteps(8), async (steps) => {
    for (const { url } of [service, beside]) {
      const stream = await openEvents(`${url}/api/changes/stream?since=${token}`)
      const writing = writeAtOnce(steps.slice(0, 3)).then(() => write(steps.slice(3)))
      const marked = writing.then(mark)
      token = await follow(stream, copy, marked)
      stream.close()
    }
    await catchUp(service.reader, copy, token)
    expect(copy).toEqual(await publicCopy(service.reader))
  })
  await fc.assert(property, { numRuns: 3, endOnFailure: true })
}, 120_000)

/** Leaves a tombstone that is not the log's newest entry, which is never dropped. */
async function withdrawSomething(): Promise<void> {
  const data = { statement: 'Withdrawn', _status: 'published' }
  const { body } = await world.admin.post('/api/claims', data)
  await world.admin.delete(`/api/claims/${body.doc.id}`)
  await world.admin.post('/api/claims', { ...data, statement: 'After it' })
}

/** Publishes something that is seen to come. */
async function mark(): Promise<string> {
  const data = { title: 'The mark', _status: 'published' }
  return (await world.admin.post('/api/resources', data)).body.doc.id
}

/** Applies what comes until the mark does. */
async function follow(stream: Stream, copy: Copy, marked: Promise<string>): Promise<string> {
  for (;;) {
    const { data, id }: Block = await stream.next(({ event }) => event === 'change')
    const change = JSON.parse(data as string)
    applyChanges(copy, [change])
    if (change.slug?.startsWith('the-mark') && change.id === (await marked)) return id as string
  }
}

test('an audit finds each difference of a copy', async () => {
  const property = fc.asyncProperty(arbitrarySteps(6), arbitrarySteps(6), async (before, after) => {
    await write(before)
    const held = await publicCopy(service.reader)
    await write(after)
    const now = await publicCopy(service.reader)
    const items = [...held].map(([key, text]) => {
      const [collection, id] = key.split('/')
      return { collection, id, digest: digestOf(text) }
    })
    const { body } = await service.reader.post('/api/changes/audit', {
      items,
      collections: everything,
    })
    const keys = (list: { collection: string; id: string }[]) =>
      list.map(({ collection, id }) => `${collection}/${id}`).sort()
    const inBoth = [...held.keys()].filter((key) => now.has(key))
    expect({
      current: body.current,
      stale: keys(body.stale),
      gone: keys(body.gone),
      unknown: body.unknown,
      missing: keys(body.missing),
    }).toEqual({
      current: inBoth.filter((key) => held.get(key) === now.get(key)).length,
      stale: inBoth.filter((key) => held.get(key) !== now.get(key)).sort(),
      gone: [...held.keys()].filter((key) => !now.has(key)).sort(),
      unknown: [],
      missing: [...now.keys()].filter((key) => !held.has(key)).sort(),
    })
    for (const { collection, id, digest } of [...body.stale, ...body.missing]) {
      expect(digest).toBe(digestOf(now.get(`${collection}/${id}`) as string))
    }
  })
  await fc.assert(property, { numRuns: 4, endOnFailure: true })
}, 120_000)

test('the canonical form is that of the served bytes', async () => {
  const { text, body } = await service.reader.get('/api/changes?limit=500')
  expect(body.changes.length).toBeGreaterThan(0)
  for (const { document } of body.changes) expect(text).toContain(canonical(document))
})
