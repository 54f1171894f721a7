import { expect, test } from 'vitest'
import { oddHeaders as odd } from '../support/odd-headers.ts'
import { counting, startDelivery } from './harness.ts'

test('no header of a client reaches the source or changes what others get', async () => {
  const { seen, render } = counting(['claims'])
  const { get } = await startDelivery({ content: render })
  expect(Object.keys(odd).length).toBeGreaterThan(50)
  const first = await get('/api/claims', odd)
  const second = await get('/api/claims')
  expect(first.status).toBe(200)
  expect(second.body).toEqual(first.body)
  expect(second.header('etag')).toBe(first.header('etag'))
  expect(seen.map(({ headers }) => [...headers])).toEqual([[]])
  expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET https://handbill.example/api/claims',
  ])
})

test.each(Object.entries(odd))('%s: %s alone', async (name, value) => {
  const { seen, render } = counting(['claims'])
  const { get } = await startDelivery({ content: render })
  await get('/api/claims', { [name]: value })
  await get('/api/claims')
  expect(seen).toHaveLength(1)
  expect([...(seen[0]?.headers ?? [])]).toEqual([])
})
