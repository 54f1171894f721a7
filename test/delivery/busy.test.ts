import { expect, test } from 'vitest'
import { createLane } from '../../src/http/lane.ts'
import { json, startDelivery } from './harness.ts'

/** A source that answers when it is told to. */
function slow() {
  let answer = () => {}
  const until = new Promise<void>((resolve) => {
    answer = resolve
  })
  let renders = 0
  return {
    content: async () => {
      renders += 1
      await until
      return json({ docs: [] }, ['claims'])
    },
    answer: () => answer(),
    renders: () => renders,
  }
}

test('a reader is told to come back when an answer takes too long, and then it is there', async () => {
  const source = slow()
  const { get } = await startDelivery({ content: source.content, patience: 50 })
  const told = await get('/api/claims')
  expect([told.status, told.header('retry-after')]).toEqual([503, '1'])
  expect(JSON.parse(told.body.toString()).errors[0].message).toContain('busy')
  source.answer()
  await expect.poll(async () => (await get('/api/claims')).status).toBe(200)
  expect(source.renders()).toBe(1)
})

test('when there is no room to make answers, those in memory are given all the same', async () => {
  const source = slow()
  const lane = createLane({ atOnce: 1, waiting: 0, patience: 50 })
  const { get } = await startDelivery({
    content: async (request) =>
      request.url.includes('slow') ? source.content() : json({ docs: [] }, ['claims']),
    inTurn: lane.run,
  })
  expect((await get('/api/claims')).status).toBe(200)
  const slowly = get('/api/claims?slow=1')
  await expect.poll(source.renders).toBe(1)
  expect((await get('/api/demands')).status).toBe(503)
  expect((await get('/api/claims')).status).toBe(200)
  source.answer()
  expect((await slowly).status).toBe(200)
  expect((await get('/api/demands')).status).toBe(200)
})
