import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { isContextCostly } from '../../src/async-context.ts'
import { current, follow, runAs } from '../../src/watching/current-request.ts'

test('what a request sets off knows the request, and no other', async () => {
  const seen = await Promise.all(
    ['a', 'b', 'c'].map(async (requestId) => {
      const { run, end } = follow({ tags: { requestId } })
      const found = await run(async () => {
        await sleep(1)
        return [1, 2, 3].map(() => current()?.tags.requestId)
      })
      end()
      return found
    }),
  )
  expect(seen).toEqual([Array(3).fill('a'), Array(3).fill('b'), Array(3).fill('c')])
  expect(current()).toBeUndefined()
})

test('when nothing is under way any more nothing is followed, which costs others their speed', async () => {
  const first = follow({ tags: { requestId: 'first' } })
  const second = follow({ tags: { requestId: 'second' } })
  const later = first.run(async () => {
    await sleep(20)
    return current()
  })
  first.end()
  expect(second.run(() => current()?.tags.requestId)).toBe('second')
  second.end()
  second.end()
  // Where it costs nothing, what has begun is followed to its end.
  expect(await later).toEqual(isContextCostly ? undefined : { tags: { requestId: 'first' } })

  const third = follow({ tags: { requestId: 'third' } })
  expect(third.run(() => current()?.tags.requestId)).toBe('third')
  third.end()
})

test('a job is followed until its promise settles, also when it fails', async () => {
  const failing = runAs({ tags: { job: 'j' } }, async () => {
    await sleep(1)
    throw new Error(current()?.tags.job)
  })
  await expect(failing).rejects.toThrow('j')
  expect(current()).toBeUndefined()
})
