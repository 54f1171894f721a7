import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { createSchema, createYoga } from 'graphql-yoga'
import { describe, expect, test } from 'vitest'
import { graphqlMediaType } from '../../src/delivery/graphql-media-type.ts'
import { json, startDelivery } from './harness.ts'

const path = '/api/graphql'
const query = '{ Claims { docs { title } } }'

/** A delivery in front of a source that notes what it is asked, and that answers as it is told. */
async function startGraphql(answer: () => unknown = () => ({ data: {} }), tags = ['claims']) {
  const asked: { method: string; url: string; headers: object; body: string }[] = []
  const render = async (request: Request) => {
    const { method, url } = request
    const headers = Object.fromEntries(request.headers)
    asked.push({ method, url, headers, body: await request.text() })
    return json(answer(), tags)
  }
  const persisted = new Map<string, string>()
  const service = await startDelivery({ graphql: { path, render, persisted } })
  const post = (body: unknown, headers: Record<string, string> = {}, at = path) =>
    service.ask(at, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
    service.get(`${path}?${new URLSearchParams(parameters)}`, headers)
  return { ...service, asked, post, get }
}

describe('a query by POST', () => {
  test('is answered from memory, and not for shared caches', async () => {
    const { post, asked } = await startGraphql(() => ({ data: { text: 'x'.repeat(2000) } }))
    await post({ query })
    const answer = await post({ query }, { 'Accept-Encoding': 'gzip', 'If-None-Match': '*' })
    expect(asked).toHaveLength(1)
    expect(answer.status).toBe(200)
    expect(JSON.parse(gunzipSync(answer.body).toString()).data.text).toHaveLength(2000)
    expect(answer.header('cache-control')).toBe('no-store')
    expect(answer.header('vary')).toBe('Accept-Encoding, Authorization, Cookie, Accept')
    for (const name of ['etag', 'last-modified', 'age', 'surrogate-key']) {
      expect(answer.header(name)).toBeUndefined()
    }
  })

  test('is the same in another order of its parameters and its variables', async () => {
    const { post, asked } = await startGraphql()
    await post({ query, variables: { a: 1, b: [2, 1] }, operationName: null })
    await post({ operationName: null, variables: { b: [2, 1], a: 1 }, query })
    await post(
      `{ "query": ${JSON.stringify(query)}, "variables": {"a":1, "b":[2,1]}, "operationName":null }`,
    )
    expect(asked).toHaveLength(1)
  })

  test.each<[string, object]>([
    ['other variables', { query, variables: { a: 1 } }],
    ['another operation name', { query: 'query A { a } query B { b }', operationName: 'B' }],
    ['a locale beside it', { query, locale: 'es' }],
    ['other extensions', { query, extensions: { a: 1 } }],
  ])('with %s is another', async (_, body) => {
    const { post, asked } = await startGraphql()
    await post({ query: 'query A { a } query B { b }', operationName: 'A' })
    await post({ query })
    await post(body)
    await post(body)
    expect(asked).toHaveLength(3)
    expect(JSON.parse(asked[2]?.body ?? '')).toEqual(body)
  })

  test('with parameters in its URL is another', async () => {
    const { post, asked } = await startGraphql()
    for (const at of [path, `${path}?locale=es`, `${path}?locale=en`]) await post({ query }, {}, at)
    expect(asked.map(({ url }) => url.replace('https://handbill.example', ''))).toEqual([
      path,
      `${path}?locale=es`,
      `${path}?locale=en`,
    ])
  })

  test('reaches the source with nothing of the client', async () => {
    const { post, asked } = await startGraphql()
    await post({ query }, { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' })
    expect(asked[0]).toEqual({
      method: 'POST',
      url: 'https://handbill.example/api/graphql',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
  })

  test('that fails in part is not kept', async () => {
    const { post, asked } = await startGraphql(() => ({ data: null, errors: [{ message: 'no' }] }))
    const answers = [await post({ query }), await post({ query })]
    expect(answers[1]?.body.toString()).toContain('"errors"')
    expect(asked).toHaveLength(2)
  })

  test('that answers with the word errors is kept', async () => {
    const { post, asked } = await startGraphql(() => ({ data: { a: { errors: 1 } } }))
    await post({ query })
    await post({ query })
    expect(asked).toHaveLength(1)
  })
})

describe('goes on with its body, and is never made one with another', () => {
  test.each<[string, unknown]>([
    ['a mutation', { query: 'mutation { delete }' }],
    [
      'a mutation that is selected',
      { query: 'query A { a } mutation B { b }', operationName: 'B' },
    ],
    ['a subscription', { query: 'subscription { a }' }],
    ['several operations without a name', { query: 'query A { a } query B { b }' }],
    ['an operation that is not there', { query: 'query A { a }', operationName: 'B' }],
    ['a batch', [{ query }]],
    ['a syntax error', { query: '{' }],
    ['too many tokens', { query: `{ ${'a '.repeat(2500)} }` }],
    ['no query', { variables: {} }],
    ['a query that is no text', { query: 1 }],
    ['variables that are a list', { query, variables: [] }],
    ['a body that is no object', 'null'],
    ['a body that is no JSON', '{'],
    ['an empty body', ''],
    ['endless brackets', '['.repeat(90_000)],
    [
      'an endless value',
      `{"query":"{a}","variables":{"a":${'['.repeat(40_000)}${']'.repeat(40_000)}}}`,
    ],
  ])('%s', async (_, body) => {
    const { post, asked, delivery } = await startGraphql()
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    for (const answer of await Promise.all([post(body), post(body), post(body)])) {
      expect(answer.status).toBe(299)
      expect(answer.body.toString()).toBe(text || '')
    }
    expect(asked).toHaveLength(0)
    expect(delivery.stats()).toMatchObject({ entries: 0, renders: 0 })
  })

  test('a body that is no UTF-8', async () => {
    const { ask, asked } = await startGraphql()
    const body = Buffer.from('{"query":"{ a(b: \\"\xff\\") }"}', 'latin1')
    const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length }
    const answer = await ask(path, { method: 'POST', headers, body })
    expect(answer.status).toBe(299)
    expect(answer.body).toEqual(body)
    expect(asked).toHaveLength(0)
  })
})

describe('goes on untouched', () => {
  test.each<[string, Record<string, string>]>([
    ['another media type', { 'Content-Type': 'text/plain' }],
    ['another charset', { 'Content-Type': 'application/json; charset=latin1' }],
    ['an encoding', { 'Content-Encoding': 'gzip' }],
    ['no length', { 'Transfer-Encoding': 'chunked' }],
    ['credentials', { Authorization: 'JWT x' }],
    ['an Accept that is not plain', { Accept: 'text/event-stream' }],
  ])('a body with %s', async (_, headers) => {
    const { post, asked } = await startGraphql()
    expect((await post({ query }, headers)).body.toString()).toBe('next')
    expect(asked).toHaveLength(0)
  })

  test('a body over 100 kB', async () => {
    const { post } = await startGraphql()
    const answer = await post({ query, variables: { a: 'x'.repeat(100_000) } })
    expect(answer.body.toString()).toBe('next')
  })
})

describe('a query by GET', () => {
  test('is kept as REST is, with Accept in its Vary', async () => {
    const { get, asked } = await startGraphql()
    await get({ query })
    const answer = await get({ query }, { 'If-None-Match': '*' })
    expect(answer.status).toBe(304)
    expect(answer.header('vary')).toBe('Accept-Encoding, Authorization, Cookie, Accept')
    expect((await get({ query })).header('surrogate-key')).toBe('claims')
    expect(asked).toMatchObject([{ method: 'GET', headers: { accept: 'application/json' } }])
  })

  test('is the same in another order', async () => {
    const { get, asked } = await startGraphql()
    await get({ query, variables: '{"a":1,"b":2}' })
    await get({ variables: '{ "b": 2, "a": 1 }', query })
    expect(asked).toHaveLength(1)
    expect(new URL(asked[0]?.url ?? '').searchParams.get('variables')).toBe('{"a":1,"b":2}')
  })

  test('is answered for HEAD without the body', async () => {
    const { get, ask, asked } = await startGraphql()
    const answer = await get({ query })
    const head = await ask(`${path}?${new URLSearchParams({ query })}`, { method: 'HEAD' })
    expect(head.header('content-length')).toBe(answer.header('content-length'))
    expect(asked).toHaveLength(1)
  })

  test.each([
    ['a mutation', 'query=mutation{a}'],
    ['two queries', 'query={a}&query={b}'],
    ['variables that are no JSON', 'query={a}&variables={'],
    ['no query', ''],
  ])('of %s goes on', async (_, parameters) => {
    const { ask } = await startGraphql()
    expect((await ask(`${path}?${parameters}`, {})).status).toBe(299)
  })
})

describe('a persisted query', () => {
  const sha256Hash = createHash('sha256').update(query).digest('hex')
  const extensions = { persistedQuery: { version: 1, sha256Hash } }

  test('is the query itself once that was answered under its hash', async () => {
    const { post, asked } = await startGraphql()
    expect((await post({ extensions })).status).toBe(299)
    expect((await post({ query, extensions })).status).toBe(200)
    expect((await post({ extensions })).status).toBe(200)
    expect((await post({ query })).status).toBe(200)
    // The source is told the hash as well: it keeps a valid query under it.
    expect(asked.map(({ body }) => JSON.parse(body))).toEqual([{ query, extensions }])
  })

  test('is answered by GET, too', async () => {
    const { get, asked } = await startGraphql()
    const asJson = JSON.stringify(extensions)
    expect((await get({ extensions: asJson })).status).toBe(299)
    await get({ query, extensions: asJson })
    expect((await get({ extensions: asJson })).status).toBe(200)
    expect(asked).toHaveLength(1)
    expect(new URL(asked[0]?.url ?? '').searchParams.get('query')).toBe(query)
  })

  test('is known when the query had been answered without its hash before', async () => {
    const { post, asked } = await startGraphql()
    await post({ query })
    await post({ query, extensions })
    expect((await post({ extensions })).status).toBe(200)
    expect(asked).toHaveLength(1)
  })

  test('has its own variables', async () => {
    const { post, asked } = await startGraphql()
    await post({ query, extensions, variables: { a: 1 } })
    await post({ extensions, variables: { a: 2 } })
    await post({ query, variables: { a: 2 } })
    expect(asked.map(({ body }) => JSON.parse(body).variables)).toEqual([{ a: 1 }, { a: 2 }])
  })

  test('that failed is not known', async () => {
    const { post } = await startGraphql(() => ({ errors: [{ message: 'no such field' }] }))
    await post({ query, extensions })
    expect((await post({ extensions })).status).toBe(299)
  })

  test.each<[string, object]>([
    ['the hash of another', { query: '{ other }', extensions }],
    ['another version', { query, extensions: { persistedQuery: { version: 2, sha256Hash } } }],
    ['no hash', { query, extensions: { persistedQuery: { version: 1 } } }],
    ['something else', { query, extensions: { persistedQuery: true } }],
  ])('with %s goes on, and nothing is learnt from it', async (_, body) => {
    const { post, asked } = await startGraphql()
    expect((await post(body)).status).toBe(299)
    expect((await post({ extensions })).status).toBe(299)
    expect(asked).toHaveLength(0)
  })
})

describe('the media type', () => {
  const yoga = createYoga({
    graphiql: false,
    logging: false,
    schema: createSchema({ typeDefs: 'type Query { a: Int }' }),
  })

  test.each([
    '',
    '*/*',
    'application/json',
    'application/*',
    'application/graphql-response+json',
    'application/graphql-response+json, application/json',
    'application/json, application/graphql-response+json',
    'application/graphql-response+json; charset=utf-8, application/json; charset=utf-8',
    'application/graphql-response+json, application/json;q=0.9, */*;q=0.1',
    'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'APPLICATION/JSON',
    'image/png, application/json',
    '*/*, application/graphql-response+json',
  ])('for Accept: %s is what yoga answers with', async (accept) => {
    const answer = await yoga.fetch('http://localhost/graphql?query={__typename}', {
      headers: { accept },
    })
    expect(`${graphqlMediaType(accept)}; charset=utf-8`).toBe(answer.headers.get('content-type'))
  })

  test.each([
    'text/html',
    'text/event-stream',
    'multipart/mixed, application/json',
    'application/json;q=0',
    'application/json;q=0.5, application/graphql-response+json',
    'application/json; charset=latin1',
    'application/json; profile=x',
    'application/json;q=2',
    'nonsense',
    ',',
  ])('for Accept: %s is left to the source', (accept) => {
    expect(graphqlMediaType(accept)).toBeUndefined()
  })

  test('has its own entry', async () => {
    const { post, asked } = await startGraphql()
    for (let i = 0; i < 2; i++) {
      await post({ query }, { Accept: 'application/json' })
      await post({ query }, { Accept: 'application/graphql-response+json' })
      await post({ query }, { Accept: '*/*' })
    }
    expect(asked).toHaveLength(2)
  })
})
