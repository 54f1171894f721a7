import { expect, test } from 'vitest'
import { json, startDelivery } from './harness.ts'

const content = async ({ url }: Request) => {
  const id = new URL(url).searchParams.get('id')
  return json({ id, text: 'x'.repeat(1000) }, ['claims/all', `claims/${id}`])
}

test('thousands of URLs stay within the bound, and leave nothing behind', async () => {
  const maxBytes = 500_000
  const { get, delivery } = await startDelivery({ content, maxBytes })
  for (let i = 0; i < 3000; i += 50) {
    const ids = Array.from({ length: 50 }, (_, k) => i + k)
    await Promise.all(ids.map((id) => get(`/api/claims?id=${id}`)))
    expect(delivery.stats().bytes).toBeLessThanOrEqual(maxBytes)
  }
  const { entries, tags, aliases, bytes } = delivery.stats()
  expect(entries).toBeGreaterThan(50)
  expect(tags).toBe(entries + 1)
  expect(aliases).toBe(entries)
  expect(bytes).toBeGreaterThan(entries * 1000)
  delivery.clear()
  expect(delivery.stats()).toMatchObject({ entries: 0, tags: 0, aliases: 0, bytes: 0 })
})

test('what was asked for longest ago goes first', async () => {
  const { get, delivery } = await startDelivery({ content, maxBytes: 100_000 })
  await get('/api/claims?id=first')
  for (let i = 0; i < 200; i++) {
    await get(`/api/claims?id=${i}`)
    await get('/api/claims?id=first')
  }
  expect(delivery.stats().hits).toBe(200)
  const { misses } = delivery.stats()
  await get('/api/claims?id=0')
  expect(delivery.stats().misses).toBe(misses + 1)
})

test('one entry is known by a few spellings only', async () => {
  const { get, delivery } = await startDelivery({ content })
  for (let i = 0; i < 30; i++) await get(`/api/claims?id=1${'&'.repeat(i)}`)
  expect(delivery.stats()).toMatchObject({ entries: 1, aliases: 8, renders: 1 })
})

test('an answer of more than an eighth of the memory is passed on', async () => {
  const { get, delivery } = await startDelivery({ content, maxBytes: 8 * 1000 })
  expect((await get('/api/claims?id=1')).status).toBe(200)
  expect(delivery.stats().entries).toBe(0)
})

test('with room for no entry at all, nothing is left behind', async () => {
  const { get, delivery } = await startDelivery({
    content: async () => json({}, ['claims']),
    maxBytes: 100,
  })
  expect((await get('/api/claims')).status).toBe(200)
  expect(delivery.stats()).toMatchObject({ entries: 0, tags: 0, aliases: 0, bytes: 0 })
})
