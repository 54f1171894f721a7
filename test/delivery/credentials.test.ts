import { describe, expect, test } from 'vitest'
import { counting, startDelivery } from './harness.ts'

const credentials: [string, Record<string, string>][] = [
  ['Authorization', { Authorization: 'JWT x' }],
  ['an empty Authorization', { Authorization: '' }],
  ['the cookie', { Cookie: 'payload-token=x' }],
  ['the cookie among others', { Cookie: 'a=b;  payload-token =x; c=d' }],
]

describe.each(credentials)('with %s', (_, headers) => {
  test('that sees something else, the request goes on and nothing is kept', async () => {
    const { get, delivery } = await startDelivery()
    expect((await get('/api/claims', headers)).status).toBe(299)
    expect(delivery.stats().entries).toBe(0)
    expect((await get('/api/claims')).status).toBe(200)
    expect((await get('/api/claims', headers)).status).toBe(299)
  })

  test('that sees what the public sees, it is the same entry', async () => {
    const { seen, render } = counting(['claims'])
    const { get } = await startDelivery({ content: render, readsAsPublic: async () => true })
    const answers = [await get('/api/claims', headers), await get('/api/claims')]
    answers.push(await get('/api/claims', headers))
    expect(new Set(answers.map(({ body }) => body.toString()))).toEqual(new Set(['{"render":1}']))
    expect(seen).toHaveLength(1)
  })

  test('that cannot be judged, the request goes on', async () => {
    const { get, logged } = await startDelivery({
      readsAsPublic: () => {
        throw new Error('no such key')
      },
    })
    expect((await get('/api/claims', headers)).status).toBe(299)
    expect(logged).toHaveLength(1)
  })
})

test.each([
  'a=b',
  'payload-tokens=x',
  'my-payload-token=x',
  'other=payload-token',
  'payload-token-x=1; payload-lng=en',
])('the cookies %s are no credential', async (Cookie) => {
  let judged = 0
  const { get } = await startDelivery({
    readsAsPublic: () => {
      judged += 1
      return false
    },
  })
  expect((await get('/api/claims', { Cookie })).status).toBe(200)
  expect((await get('/api/claims')).status).toBe(200)
  expect(judged).toBe(0)
})

test('credentials are not judged for what is not kept anyway', async () => {
  let judged = 0
  const readsAsPublic = () => {
    judged += 1
    return true
  }
  const { get, ask } = await startDelivery({ readsAsPublic })
  const headers = { Authorization: 'x' }
  await get('/admin', headers)
  await ask('/api/claims', { method: 'PATCH', headers })
  expect(judged).toBe(0)
})
