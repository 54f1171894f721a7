import { expect, test } from 'vitest'
import { counting, json, startDelivery } from './harness.ts'

test('an answer is made once and then comes from memory', async () => {
  const { seen, render } = counting(['claims'])
  const { get, delivery } = await startDelivery({ content: render })
  const first = await get('/api/claims?limit=1')
  const second = await get('/api/claims?limit=1')
  expect(first.status).toBe(200)
  expect(second.body).toEqual(first.body)
  expect(second.headers.filter(([name]) => name !== 'date')).toEqual(
    first.headers.filter(([name]) => name !== 'date'),
  )
  expect(seen).toHaveLength(1)
  expect(delivery.stats()).toMatchObject({ entries: 1, hits: 1, misses: 1, renders: 1 })
})

test('HEAD is answered from what GET keeps, without the body', async () => {
  const { seen, render } = counting(['claims'])
  const { get, ask } = await startDelivery({ content: render })
  const got = await get('/api/claims')
  const asked = await ask('/api/claims', { method: 'HEAD' })
  expect(asked.status).toBe(200)
  expect(asked.body).toHaveLength(0)
  expect(asked.header('content-length')).toBe(String(got.body.length))
  expect(asked.header('etag')).toBe(got.header('etag'))
  expect(seen).toHaveLength(1)
})

test('what a kept answer says', async () => {
  const { get } = await startDelivery({
    content: async () =>
      json({ docs: [] }, ['claims', 'media/1'], {
        headers: {
          'Access-Control-Allow-Origin': '*',
          'Cache-Control': 'max-age=1',
          ETag: '"source"',
          Age: '7',
          Date: 'Thu, 01 Jan 1970 00:00:00 GMT',
          'Keep-Alive': 'timeout=1',
          'X-Of-Source': 'kept',
          Vary: 'Origin, cookie',
        },
      }),
  })
  const answer = await get('/api/claims')
  const said = Object.fromEntries(answer.headers)
  expect(said).toMatchObject({
    'content-type': 'application/json',
    'content-length': String(answer.body.length),
    'access-control-allow-origin': '*',
    'x-of-source': 'kept',
    vary: 'Accept-Encoding, Authorization, Cookie, Origin',
    'cache-control': 'public, max-age=0, must-revalidate, s-maxage=60',
    'surrogate-key': 'claims media/1',
    age: '0',
  })
  expect(said.etag).toMatch(/^"[\w-]{27}"$/)
  expect(said.date).not.toContain('1970')
  expect(answer.headers.filter(([name]) => name === 'etag')).toHaveLength(1)
})

test.each([404, 410])('a %i is kept, and has no validators', async (status) => {
  const { seen, render } = counting(['claims'], { status })
  const { get } = await startDelivery({ content: render })
  await get('/api/claims/1')
  const answer = await get('/api/claims/1', { 'If-None-Match': '*' })
  expect(answer.status).toBe(status)
  expect(answer.header('etag')).toBeUndefined()
  expect(answer.header('cache-control')).toContain('s-maxage')
  expect(seen).toHaveLength(1)
})

test('a permanent redirect is kept with where it leads', async () => {
  const { seen, render } = counting(['claims'], { status: 308, headers: { Location: '/new' } })
  const { get } = await startDelivery({ content: render })
  await get('/api/claims/old')
  expect((await get('/api/claims/old')).header('location')).toBe('/new')
  expect(seen).toHaveLength(1)
})

test.each<[string, string[] | undefined, ResponseInit]>([
  ['without tags', undefined, {}],
  ['with no tag', [], {}],
  ['of status 500', ['claims'], { status: 500 }],
  ['of status 403', ['claims'], { status: 403 }],
  ['of status 302', ['claims'], { status: 302, headers: { Location: '/' } }],
  ['in an encoding', ['claims'], { headers: { 'Content-Encoding': 'x' } }],
  ['that varies by everything', ['claims'], { headers: { Vary: '*' } }],
])('an answer %s is passed on and not kept', async (_, tags, init) => {
  const { seen, render } = counting(tags, init)
  const { get } = await startDelivery({ content: render })
  await get('/api/claims')
  const answer = await get('/api/claims')
  expect(answer.status).toBe(init.status ?? 200)
  expect(JSON.parse(answer.body.toString())).toEqual({ render: 2 })
  expect(answer.header('cache-control')).toBe('no-store')
  expect(answer.header('etag')).toBeUndefined()
  expect(seen).toHaveLength(2)
})

test('what the source says of its own caching stands when the answer is not kept', async () => {
  const headers = { 'Cache-Control': 'private, max-age=5', ETag: '"own"' }
  const { render } = counting(['claims'], { headers })
  const { get, delivery } = await startDelivery({ content: render })
  const answer = await get('/api/claims')
  expect(answer.header('cache-control')).toBe('private, max-age=5')
  expect(answer.header('etag')).toBe('"own"')
  expect(delivery.stats().entries).toBe(0)
})

test('an answer that sets a cookie is nobody else’s: each client asks for itself', async () => {
  const { render } = counting(['claims'], { headers: { 'Set-Cookie': 'session=1' } })
  const { get, delivery } = await startDelivery({ content: render })
  const answers = await Promise.all([get('/api/claims'), get('/api/claims')])
  expect(answers.map(({ status }) => status)).toEqual([299, 299])
  expect(answers[0]?.header('set-cookie')).toBeUndefined()
  expect(delivery.stats().entries).toBe(0)
})

test.each([
  ['GET', '/other'],
  ['GET', '/api/users'],
  ['POST', '/api/claims'],
  ['PUT', '/api/claims'],
  ['DELETE', '/api/claims'],
  ['OPTIONS', '/api/claims'],
])('%s %s goes on', async (method, path) => {
  const { ask } = await startDelivery()
  expect((await ask(path, { method })).status).toBe(299)
})

test('with no memory everything goes on', async () => {
  const { get } = await startDelivery({ maxBytes: 0 })
  expect((await get('/api/claims')).status).toBe(299)
})

test('Range is ignored', async () => {
  const { get } = await startDelivery()
  await get('/api/claims')
  const answer = await get('/api/claims', { Range: 'bytes=0-1' })
  expect(answer.status).toBe(200)
  expect(answer.body.toString()).toBe('{"docs":[]}')
  expect(answer.header('accept-ranges')).toBeUndefined()
})
