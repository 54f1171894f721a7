import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { stopTheClock } from '../support/clock.ts'
import { startService, type TestService } from '../support/service.ts'
import { arbitraryStep, type World, writes } from './coherence.ts'

/*
 * Whatever is written, every moment that is asked for answers what was public then, byte for byte, as long
 * as the document is public at all.
 */

let service: TestService
let world: World
let clock: ReturnType<typeof stopTheClock>
beforeAll(async () => {
  clock = stopTheClock()
  service = await startService()
  world = { service, admin: await service.as('admin'), documents: [], slugs: [] }
})
afterAll(async () => {
  vi.useRealTimers()
  await service.stop()
})

/** A document as readers saw it. */
type State = { collection: string; id: string; slug: string; content: string }

/** Everything that is public. */
async function everything(): Promise<State[]> {
  const states: State[] = []
  for (const collection of ['campaigns', 'claims', 'demands', 'resources']) {
    const path = `/api/${collection}?depth=0&locale=all&limit=100`
    const { body } = await service.reader.get(path)
    for (const doc of body.docs) {
      states.push({ collection, id: doc.id, slug: doc.slug, content: canonicalize(doc) ?? '' })
    }
  }
  return states
}

/** What the name that the document had then leads to. */
async function answerOf(moment: string, { collection, slug }: State) {
  const gate = await service.reader.get(`/api/${collection}/slug/${slug}`, {
    headers: { 'Accept-Datetime': moment },
  })
  if (gate.status !== 302) return { status: gate.status, text: gate.text }
  const { pathname } = new URL(gate.headers.get('Location') ?? '')
  const { status, text } = await service.reader.get(pathname)
  return { status, text }
}

const kinds = [...Object.keys(writes), 'create', 'create', 'publish', 'createLocally']

/** Has everything public again but one document, so that most of what has been can be asked for. */
async function publishAllButOne(): Promise<void> {
  for (const collection of ['campaigns', 'claims', 'demands', 'resources']) {
    const path = `/api/${collection}?where[id][exists]=true`
    await world.admin.patch(path, { _status: 'published' })
  }
  const [one] = await everything()
  if (one) await world.admin.patch(`/api/${one.collection}/${one.id}`, { _status: 'draft' })
}

test('every moment answers what was public then', async () => {
  let compared = 0
  let withdrawn = 0
  const property = fc.asyncProperty(
    fc.array(arbitraryStep(kinds), { minLength: 16, maxLength: 16 }),
    async (steps) => {
      const remembered: { moment: string; state: State }[] = []
      const remember = async (moment: string) => {
        for (const state of await everything()) remembered.push({ moment, state })
      }
      for (const step of steps) {
        const moment = clock.pass(5)
        await writes[step.kind]?.(step, world)
        await remember(moment)
      }
      await remember(clock.pass(5))
      clock.pass(5)
      await publishAllButOne()
      const now = new Set((await everything()).map(({ id }) => id))
      // At most so many, evenly among all moments.
      const stride = Math.ceil(remembered.length / 60)
      for (const { moment, state } of remembered.filter((_, i) => i % stride === 0)) {
        const { status, text } = await answerOf(moment, state)
        if (now.has(state.id)) {
          compared++
          const expected = { status: 200, text: state.content }
          expect({ moment, state, status, text }).toEqual({ moment, state, ...expected })
        } else {
          // Of what is withdrawn now nothing is told.
          withdrawn++
          expect([status, JSON.parse(text).tombstone?.id]).toEqual([410, state.id])
        }
      }
    },
  )
  await writes.create?.({ kind: 'create', a: 1, b: 1, c: 1 }, world)
  await writes.create?.({ kind: 'create', a: 0, b: 1, c: 1 }, world)
  await fc.assert(property, { numRuns: 2, endOnFailure: true })
  // What was written by chance may leave little to compare.
  while (compared <= 10 || compared + withdrawn <= 30) {
    await fc.assert(property, { numRuns: 1, endOnFailure: true })
  }
  expect(compared).toBeGreaterThan(10)
  expect(compared + withdrawn).toBeGreaterThan(30)
}, 120_000)
