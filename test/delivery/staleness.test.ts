import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Tag } from '../../src/changes/tags.ts'
import { change, counting, held, json, startDelivery, until } from './harness.ts'

describe('a change drops what was made from what it touches', () => {
  test.each<[Tag, boolean]>([
    ['claims', true],
    ['claims/1', true],
    ['claims/slug/a', true],
    ['claims/2', false],
    ['claims/slug/b', false],
    ['media', false],
    ['media/1', false],
  ])('%s: %s', async (tag, isDropped) => {
    const { seen, render } = counting([tag])
    const { get, delivery } = await startDelivery({ content: render })
    await get('/api/x')
    delivery.apply([change('claims', '1', { slug: 'a' })])
    await get('/api/x')
    expect(seen).toHaveLength(isDropped ? 2 : 1)
  })

  test('one of many is enough', async () => {
    const { seen, render } = counting(['media/1', 'claims/1', 'demands'])
    const { get, delivery } = await startDelivery({ content: render })
    await get('/api/x')
    delivery.apply([change('demands', '9')])
    expect(delivery.stats()).toMatchObject({ entries: 0, tags: 0, aliases: 0 })
    await get('/api/x')
    expect(seen).toHaveLength(2)
  })

  test('clear drops everything', async () => {
    const { seen, render } = counting(['claims/1'])
    const { get, delivery } = await startDelivery({ content: render })
    await get('/api/x')
    delivery.clear()
    expect(delivery.stats()).toMatchObject({ entries: 0, tags: 0, aliases: 0 })
    await get('/api/x')
    expect(seen).toHaveLength(2)
  })
})

type Happens = (delivery: Awaited<ReturnType<typeof startDelivery>>['delivery']) => void

describe('a render that a change overtakes', () => {
  /** Has something happen so many times while the answer is made. */
  async function overtaken(happens: Happens, times: number) {
    const { release, render } = held(['claims/1', 'media/2'])
    const { get, delivery } = await startDelivery({ content: render })
    const answer = get('/api/claims/1')
    for (let i = 0; i < times; i++) {
      await until(() => release.length === i + 1)
      happens(delivery)
      release[i]?.()
    }
    let isAnswered = false
    void answer.finally(() => {
      isAnswered = true
    })
    await until(() => isAnswered || release.length > times)
    release[times]?.()
    return { answer: await answer, renders: release.length, entries: delivery.stats().entries }
  }
  const touch: Happens = (delivery) => delivery.apply([change('claims', '5'), change('media', '2')])

  test.each([1, 2])('is made anew, %s times', async (times) => {
    const { answer, entries, renders } = await overtaken(touch, times)
    expect(JSON.parse(answer.body.toString())).toEqual({ render: times + 1 })
    expect({ entries, renders }).toEqual({ entries: 1, renders: times + 1 })
  })

  test('is answered after the third time and not kept, and shared caches do not keep it either', async () => {
    const { answer, entries, renders } = await overtaken(touch, 3)
    expect(answer.status).toBe(200)
    expect(answer.header('cache-control')).toBe('no-store')
    expect({ entries, renders }).toEqual({ entries: 0, renders: 3 })
  })

  test('is made anew after clear', async () => {
    const { entries, renders } = await overtaken((delivery) => delivery.clear(), 1)
    expect({ entries, renders }).toEqual({ entries: 1, renders: 2 })
  })

  test('is kept when the change touches something else', async () => {
    const { answer, entries, renders } = await overtaken(
      (delivery) => delivery.apply([change('claims', '5')]),
      1,
    )
    expect(answer.header('cache-control')).toContain('s-maxage')
    expect({ entries, renders }).toEqual({ entries: 1, renders: 1 })
  })

  test('is made anew when so much changed that it is not known what', async () => {
    const { renders } = await overtaken((delivery) => {
      for (let i = 0; i < 12_000; i++) delivery.apply([change('other', String(i))])
    }, 1)
    expect(renders).toBe(2)
  })
})

test('an encoding that is made while its answer is dropped reaches those who asked before', async () => {
  let text = 'before '.repeat(1000)
  const { get, delivery } = await startDelivery({ content: async () => json({ text }, ['claims']) })
  await get('/api/claims')
  const headers = { 'Accept-Encoding': 'br' }
  const asked = get('/api/claims', headers)
  await until(() => delivery.stats().hits === 1)
  text = 'after'
  delivery.apply([change('claims', '1')])
  expect((await asked).header('content-encoding')).toBe('br')
  expect((await get('/api/claims', headers)).body.toString()).toContain('after')
})

test('whatever happens in whatever order, nobody is answered from before a change', async () => {
  const document = fc.integer({ min: 0, max: 3 })
  const step = fc.oneof(
    fc.record({
      do: fc.constant('ask' as const),
      documents: fc.uniqueArray(document, { minLength: 1 }),
    }),
    fc.record({ do: fc.constant('change' as const), document }),
    fc.record({ do: fc.constant('release' as const), at: fc.nat({ max: 9 }) }),
    fc.constant({ do: 'clear' as const }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const versions = [0, 0, 0, 0]
      const waiting: (() => void)[] = []
      const { get, delivery } = await startDelivery({
        content: async (request) => {
          const ids = new URL(request.url).searchParams.get('ids')?.split(',') ?? []
          const read = ids.map((id) => [id, versions[Number(id)]])
          await new Promise<void>((resolve) => waiting.push(resolve))
          return json(
            read,
            ids.map((id) => `claims/${id}`),
          )
        },
      })
      const answers: Promise<void>[] = []
      for (const step of steps) {
        if (step.do === 'ask') {
          const least = [...versions]
          const before = delivery.stats()
          const asked = get(`/api/claims?ids=${step.documents.join(',')}`).then(({ body }) => {
            for (const [id, version] of JSON.parse(body.toString())) {
              expect(version).toBeGreaterThanOrEqual(least[id] ?? 0)
            }
          })
          answers.push(asked)
          await until(
            () => delivery.stats().hits + delivery.stats().misses > before.hits + before.misses,
          )
        } else if (step.do === 'change') {
          versions[step.document] = (versions[step.document] ?? 0) + 1
          delivery.apply([change('claims', String(step.document))])
        } else if (step.do === 'release') {
          waiting.splice(step.at, 1)[0]?.()
          await new Promise((resolve) => setTimeout(resolve, 2))
        } else delivery.clear()
      }
      let isOver = false
      const all = Promise.all(answers).finally(() => {
        isOver = true
      })
      // What was overtaken is asked for once more.
      while (!isOver) {
        waiting.pop()?.()
        await new Promise((resolve) => setImmediate(resolve))
      }
      await all
    }),
    { numRuns: 60 },
  )
})
