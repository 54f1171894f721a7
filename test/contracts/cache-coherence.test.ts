import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startBeside, startService, type TestService } from '../support/service.ts'
import { arbitraryStep, type Read, reads, type Step, type World, writes } from './coherence.ts'

const stepsARun = 100
const limit = 3_600_000
// More of them, once in a while: COHERENCE_RUNS=200 npm test -- cache-coherence
const runs = Number(process.env.COHERENCE_RUNS ?? 6)

let service: TestService
let beside: TestService
let uncached: TestService
let world: World
beforeAll(async () => {
  service = await startService()
  beside = await startBeside(service)
  uncached = await startBeside(service, { HANDBILL_CACHE_MB: '0' })
  world = { service, admin: await service.as('admin'), documents: [], slugs: [] }
})
afterAll(async () => {
  await uncached?.stop()
  await beside?.stop()
  await service?.stop()
})

/** What a server answers: everything of it that says something about the content. */
async function answer({ reader }: TestService, { path, body, headers: preferred = {} }: Read) {
  const init = { headers: preferred }
  const { status, text, headers } = await (body ? reader.post(path, body) : reader.get(path, init))
  return { status, text, type: headers.get('Content-Type'), location: headers.get('Location') }
}

const write = (step: Step) => writes[step.kind]?.(step, world)
const hits = () => service.delivery?.stats().hits ?? 0

test(
  'every answer is the one that an uncached server gives, whatever was written in between',
  async () => {
    let asked = 0
    const kinds = [...Object.keys(writes), ...Array.from({ length: 25 }, () => 'read')]
    const property = fc.asyncProperty(
      fc.array(arbitraryStep(kinds), { minLength: stepsARun, maxLength: stepsARun }),
      async (steps) => {
        for (const step of steps) {
          if (step.kind !== 'read') {
            await write(step)
            continue
          }
          // Few enough reads that they are asked again, before and after a write.
          for (let i = 0; i < 4; i++) {
            const read = reads(world, { ...step, a: step.a + i, b: (step.b + i) % 7 })
            asked++
            expect({ read, ...(await answer(service, read)) }).toEqual({
              read,
              ...(await answer(uncached, read)),
            })
          }
        }
      },
    )
    await fc.assert(property, { numRuns: runs, endOnFailure: true })
    // Otherwise nothing was tried.
    expect(hits() / asked).toBeGreaterThan(0.1)
  },
  limit,
)

test(
  'reads beside writes leave nothing stale behind',
  async () => {
    const kinds = Object.keys(writes).filter((kind) => kind !== 'aborted')
    const property = fc.asyncProperty(
      fc.array(arbitraryStep(kinds), { minLength: 6, maxLength: 6 }),
      fc.array(arbitraryStep(['read']), { minLength: 20, maxLength: 20 }),
      async (steps, readSteps) => {
        const asked = readSteps.map((step) => reads(world, { ...step, b: step.b % 7 }))
        await Promise.all([
          ...steps.map((step) => write(step)?.catch(() => {})),
          ...asked.map((read) => answer(service, read)),
        ])
        for (const read of asked) {
          expect({ read, ...(await answer(service, read)) }).toEqual({
            read,
            ...(await answer(uncached, read)),
          })
        }
      },
    )
    await fc.assert(property, { numRuns: Math.ceil(runs * 1.25), endOnFailure: true })
  },
  limit,
)

test(
  'another server shows a change by itself, soon after it was made',
  async () => {
    const property = fc.asyncProperty(
      arbitraryStep(Object.keys(writes)),
      fc.array(arbitraryStep(['read']), { minLength: 6, maxLength: 6 }),
      async (step, readSteps) => {
        const asked = readSteps.map((one) => reads(world, { ...one, b: one.b % 7 }))
        for (const read of asked) await answer(beside, read)
        await write(step)
        for (const read of asked) {
          const expected = await answer(uncached, read)
          await vi.waitFor(async () => expect(await answer(beside, read)).toEqual(expected), {
            interval: 20,
            timeout: 20_000,
          })
        }
      },
    )
    await fc.assert(property, { numRuns: runs * 3, endOnFailure: true })
    expect(beside.delivery?.stats().hits).toBeGreaterThan(0)
  },
  limit,
)

test('a persisted query is as fresh as any other', async () => {
  const query = '{ Claims(limit: 3, sort: "-updatedAt") { totalDocs docs { id statement } } }'
  const sha256Hash = createHash('sha256').update(query).digest('hex')
  const extensions = { persistedQuery: { version: 1, sha256Hash } }
  await service.reader.post('/api/graphql', { query, extensions })
  for (let i = 0; i < 3; i++) {
    const { body } = await world.admin.post('/api/claims', {
      statement: `Persisted ${i}`,
      _status: 'published',
    })
    const asked = [
      { path: '/api/graphql', body: { extensions } },
      { path: `/api/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}` },
    ]
    for (const read of [...asked, ...asked]) {
      const { text } = await answer(service, read)
      expect(JSON.parse(text).data.Claims.docs[0].id).toBe(body.doc.id)
    }
  }
})
