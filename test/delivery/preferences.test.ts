import { expect, test } from 'vitest'
import type { Content } from '../../src/delivery/content.ts'
import { json, startDelivery } from './harness.ts'

/** A source that answers with what it was told, by its headers and by its address. */
function echoing() {
  const seen: Request[] = []
  const content: Content = {
    isContent: (path) => path.startsWith('/pages/'),
    async render(request) {
      seen.push(request)
      const { pathname, search } = new URL(request.url)
      return json(
        { asked: pathname + search, headers: Object.fromEntries(request.headers) },
        ['pages'],
        {
          headers: { Vary: 'Accept, Accept-Language' },
        },
      )
    },
    preferences: [
      {
        header: 'accept',
        parameter: 'format',
        canonical: (value) => (value.includes('json') ? 'application/json' : ''),
      },
      {
        header: 'accept-language',
        parameter: 'locale',
        canonical: (value) => (value.startsWith('es') ? 'es' : ''),
      },
    ],
  }
  return { seen, content }
}

async function start() {
  const { seen, content } = echoing()
  const other: Content = {
    isContent: (path) => path.startsWith('/api/'),
    render: async (request) => json({ headers: Object.fromEntries(request.headers) }, ['api']),
  }
  return { seen, ...(await startDelivery({ contents: [other, content] })) }
}

test('the source sees what the client prefers, in one spelling, and nothing else of its headers', async () => {
  const { seen, get } = await start()
  const answer = await get('/pages/a?b=1', {
    Accept: 'text/x, application/json;q=0.1',
    'Accept-Language': 'es-MX',
    'X-Odd': '1',
    Cookie: 'a=b',
  })
  expect(JSON.parse(answer.body.toString())).toEqual({
    asked: '/pages/a?b=1',
    headers: { accept: 'application/json', 'accept-language': 'es' },
  })
  expect(answer.header('vary')).toBe(
    'Accept-Encoding, Authorization, Cookie, Accept, Accept-Language',
  )
  expect(seen).toHaveLength(1)
})

test('each choice is kept on its own, however it is said', async () => {
  const { seen, get, delivery } = await start()
  for (let i = 0; i < 3; i++) {
    for (const accept of ['text/html', '*/*', 'application/json', 'x/json']) {
      for (const language of ['en', 'de', 'es', 'es-MX']) {
        const { body } = await get('/pages/a', { Accept: accept, 'Accept-Language': language })
        const { headers } = JSON.parse(body.toString())
        expect(headers.accept).toBe(accept.includes('json') ? 'application/json' : undefined)
        expect(headers['accept-language']).toBe(language.startsWith('es') ? 'es' : undefined)
      }
    }
  }
  expect(seen).toHaveLength(4)
  expect(delivery.stats()).toMatchObject({ entries: 4, renders: 4, hits: 44 })
})

test('a header that a parameter stands for is not looked at', async () => {
  const { seen, get, delivery } = await start()
  await get('/pages/a?locale=es&format=json', { Accept: 'text/html', 'Accept-Language': 'en' })
  await get('/pages/a?format=json&locale=es', { Accept: 'x/json', 'Accept-Language': 'es' })
  await get('/pages/a?%66ormat=json&locale=es', { Accept: 'x/json' })
  expect(seen.map(({ headers }) => [...headers])).toEqual([[]])
  expect(delivery.stats().entries).toBe(1)
})

test('a change drops every choice', async () => {
  const { seen, get, delivery } = await start()
  const ask = async () => {
    await get('/pages/a')
    await get('/pages/a', { 'Accept-Language': 'es' })
  }
  await ask()
  delivery.clear()
  await ask()
  expect(seen).toHaveLength(4)
})

test('a source without preferences sees no header, and is answered by address', async () => {
  const { get, delivery } = await start()
  await get('/api/a', { Accept: 'application/json', 'Accept-Language': 'es' })
  const { body } = await get('/api/a')
  expect(JSON.parse(body.toString())).toEqual({ headers: {} })
  expect(delivery.stats().hits).toBe(1)
})

test('the root may be content', async () => {
  const { get, delivery } = await startDelivery({
    contents: [{ isContent: (path) => path === '/', render: async () => json({}, ['x']) }],
  })
  await get('/')
  await get('/?')
  expect(delivery.stats()).toMatchObject({ renders: 1, hits: 1 })
})

test('an answer for another time is not the kept one, where time counts', async () => {
  const { seen, content } = echoing()
  const gate: Content = { ...content, isTimeGate: (path) => path === '/pages/gate' }
  const { get } = await startDelivery({ contents: [gate] })
  const then = { 'Accept-Datetime': 'Tue, 24 Nov 2026 15:00:00 GMT' }
  for (const path of ['/pages/gate', '/pages/other']) {
    for (let i = 0; i < 2; i++) expect((await get(path)).status).toBe(200)
  }
  expect((await get('/pages/gate', then)).status).toBe(299)
  expect((await get('/pages/gate?locale=es', then)).status).toBe(299)
  expect((await get('/pages/other', then)).status).toBe(200)
  expect(seen).toHaveLength(2)
})
