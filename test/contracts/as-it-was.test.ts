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

const kinds = [...Object.keys(writes), 'create', 'create', 'publish', 'publish', 'createLocally']

test('every moment answers what was public then', async () => {
  let compared = 0
  let withdrawn = 0
  const property = fc.asyncProperty(
    fc.array(arbitraryStep(kinds), { minLength: 20, maxLength: 20 }),
    async (steps) => {
      const remembered = new Map<string, State[]>()
      for (const step of steps) {
        const moment = clock.pass(5)
        await writes[step.kind]?.(step, world)
        remembered.set(moment, await everything())
      }
      const [gone] = await everything()
      if (gone) await world.admin.patch(`/api/${gone.collection}/${gone.id}`, { _status: 'draft' })
      const now = new Set((await everything()).map(({ id }) => id))
      for (const [moment, states] of remembered) {
        for (const state of states) {
          const { status, text } = await answerOf(moment, state)
          if (now.has(state.id)) {
            compared++
            expect({ moment, state, status, text }).toEqual({
              moment,
              state,
              status: 200,
              text: state.content,
            })
          } else {
            // Of what is withdrawn now nothing is told.
            withdrawn++
            expect([status, JSON.parse(text).tombstone?.id]).toEqual([410, state.id])
          }
        }
      }
    },
  )
  await fc.assert(property, { numRuns: 4, endOnFailure: true })
  // Otherwise nothing was tried.
  expect(compared).toBeGreaterThan(50)
  expect(withdrawn).toBeGreaterThan(0)
}, 120_000)
