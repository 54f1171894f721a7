import { request } from 'node:http'
import { expect, test } from 'vitest'
import { change, counting, held, json, startDelivery, until } from './harness.ts'

const bodyOf = ({ body }: { body: Buffer }) => JSON.parse(body.toString())

test('200 clients at once are answered by one render', async () => {
  const { release, render } = held(['claims'])
  const { get, delivery } = await startDelivery({ content: render })
  const answers = Array.from({ length: 200 }, () => get('/api/claims'))
  await until(() => delivery.stats().misses === 200)
  expect(release).toHaveLength(1)
  release[0]?.()
  expect(new Set((await Promise.all(answers)).map((answer) => bodyOf(answer).render))).toEqual(
    new Set([1]),
  )
})

test('an answer that is not kept is made once for those who wait, too', async () => {
  const { seen, render } = counting(undefined)
  const { get } = await startDelivery({
    content: async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      return render(request)
    },
  })
  await Promise.all([get('/api/claims'), get('/api/claims')])
  expect(seen).toHaveLength(1)
})

test.each(['apply', 'clear'] as const)(
  'who comes after %s does not join a render from before it',
  async (how) => {
    const { release, render } = held(['claims/1'])
    const { get, delivery } = await startDelivery({ content: render })
    const before = get('/api/claims/1')
    await until(() => release.length === 1)
    if (how === 'apply') delivery.apply([change('claims', '1')])
    else delivery.clear()
    const after = get('/api/claims/1')
    await until(() => release.length === 2)
    release[1]?.()
    expect(bodyOf(await after)).toEqual({ render: 2 })
    release[0]?.()
    // What the change has overtaken may be half of what is so now.
    expect(bodyOf(await before)).toEqual({ render: 2 })
    expect(bodyOf(await get('/api/claims/1'))).toEqual({ render: 2 })
    expect(release).toHaveLength(2)
  },
)

test('a client that goes away does not end the render of the others', async () => {
  const { release, render } = held(['claims'])
  const { get, url, delivery } = await startDelivery({ content: render })
  const leaving = request(`${url}/api/claims`).on('error', () => {})
  leaving.end()
  await until(() => release.length === 1)
  const staying = get('/api/claims')
  await until(() => delivery.stats().misses === 2)
  leaving.destroy()
  release[0]?.()
  expect(bodyOf(await staying)).toEqual({ render: 1 })
})

test('a render that throws is a 500 to all who wait, logged once, and tried again by the next', async () => {
  let isBroken = true
  const { get, delivery, logged } = await startDelivery({
    content: async () => {
      await until(() => delivery.stats().misses > 1)
      if (isBroken) throw new Error('secret reason')
      return json({}, ['claims'])
    },
  })
  for (const answer of await Promise.all([get('/api/claims'), get('/api/claims')])) {
    expect(answer.status).toBe(500)
    expect(bodyOf(answer)).toEqual({ errors: [{ message: 'Something went wrong.' }] })
    expect(answer.header('cache-control')).toBe('no-store')
  }
  expect(logged).toHaveLength(1)
  expect(logged[0]).toContain('secret reason')
  isBroken = false
  expect((await get('/api/claims')).status).toBe(200)
})

test('so is one whose body breaks off, and one that throws at once', async () => {
  const { get } = await startDelivery({
    content: (request) => {
      if (request.url.endsWith('1')) throw new Error('at once')
      const body = new ReadableStream({
        pull: (controller) => controller.error(new Error('broken')),
      })
      return Promise.resolve({ response: new Response(body), tags: new Set(['claims']) })
    },
  })
  expect((await get('/api/claims/1')).status).toBe(500)
  expect((await get('/api/claims/2')).status).toBe(500)
})

test('one that never answers fails after a time', async () => {
  const { get, logged } = await startDelivery({
    content: () => new Promise(() => {}),
    renderTimeout: 50,
  })
  expect((await get('/api/claims')).status).toBe(500)
  expect(logged[0]).toContain('did not answer within 50 ms')
})
