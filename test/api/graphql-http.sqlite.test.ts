import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const path = '/api/graphql'
const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  service.reader.get(`${path}?${new URLSearchParams(parameters)}`, { headers })
const post = (body: unknown, headers: Record<string, string> = {}) =>
  service.reader.post(path, body, { headers })

describe('every audit of the GraphQL-over-HTTP specification is met', () => {
  const audits = serverAudits({ url: () => service.url + path, fetchFn: fetch })

  test('there are 61', () => expect(audits).toHaveLength(61))

  test.each(audits)('$id: $name', async (audit) => {
    const result = await audit.fn()
    expect(result.status, 'reason' in result ? result.reason : undefined).toBe('ok')
  })
})

describe.each([
  ['application/graphql-response+json', 400],
  ['application/json', 200],
])('with Accept: %s', (type, statusOfWrongQuery) => {
  const accept = { Accept: type }

  test('queries are answered over POST and over GET in that type', async () => {
    for (const answer of [
      await post({ query: '{ __typename }' }, accept),
      await get({ query: '{ __typename }' }, accept),
    ]) {
      expect(answer.status).toBe(200)
      expect(answer.headers.get('Content-Type')).toBe(`${type}; charset=utf-8`)
      expect(answer.body).toEqual({ data: { __typename: 'Query' } })
    }
  })

  test('variables and the operation name are read over GET too', async () => {
    const query = 'query Other { __typename } query One($l: Int) { Claims(limit: $l) { limit } }'
    const answer = await get({ query, operationName: 'One', variables: '{"l":7}' }, accept)
    expect(answer.body).toEqual({ data: { Claims: { limit: 7 } } })
  })

  test('a wrong query gets the status that the type calls for', async () => {
    for (const query of ['{', '{ nothing }', 'query($l: Int!) { Claims(limit: $l) { limit } }']) {
      const answer = await post({ query }, accept)
      expect(answer.status, query).toBe(statusOfWrongQuery)
      expect(answer.body.errors[0].message).toBeTruthy()
      expect(answer.body).not.toHaveProperty('data')
    }
  })
})

test('an operation that cannot be told is refused', async () => {
  const query = 'query A { __typename } query B { __typename }'
  for (const operationName of [undefined, 'C']) {
    const answer = await post({ query, operationName })
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].message).toMatch(/operation/)
  }
})

test('mutations are refused over GET, also beside a query', async () => {
  const query = 'query Q { __typename } mutation M { logoutUser }'
  const answer = await get({ query, operationName: 'M' })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('Allow')).toBe('POST')
  expect((await get({ query, operationName: 'Q' })).status).toBe(200)
})

test('extensions and parameters that nobody knows are ignored', async () => {
  const query = '{ __typename }'
  const extensions = { tracing: true, persistedQuery: 'ab' }
  const answer = await post({ query, extensions, id: '1', doc_id: 2 })
  expect(answer.body).toEqual({ data: { __typename: 'Query' } })
  const overGet = await get({ query, extensions: JSON.stringify(extensions), id: '1' })
  expect(overGet.body).toEqual({ data: { __typename: 'Query' } })
})

test('batches are refused', async () => {
  const answer = await post([{ query: '{ __typename }' }, { query: '{ __typename }' }])
  expect(answer.status).toBe(400)
  expect(answer.body.errors[0].message).toBe('Batching is not supported.')
})

test('a body that is not JSON by its type is refused: a page elsewhere could send it', async () => {
  for (const type of [
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/graphql',
  ]) {
    const answer = await service.reader.post(path, 'query={__typename}', {
      headers: { 'Content-Type': type },
    })
    expect(answer.status, type).toBe(415)
    expect(answer.body.errors[0].message).toBe('Content-Type: accepted: application/json')
  }
})

test('a body that is no JSON, or no object, is refused', async () => {
  const headers = { 'Content-Type': 'application/json' }
  for (const body of ['', '{', 'null', '7', '"{ __typename }"', '{"query":7}', '{"query":null}']) {
    expect((await service.reader.post(path, body, { headers })).status, body).toBe(400)
  }
})

test('HEAD is answered as GET, without the body', async () => {
  const url = `${service.url}${path}?query=${encodeURIComponent('{ __typename }')}`
  const [head, whole] = await Promise.all([fetch(url, { method: 'HEAD' }), fetch(url)])
  expect(head.status).toBe(200)
  expect(head.headers.get('Content-Type')).toBe(whole.headers.get('Content-Type'))
  expect(head.headers.get('Content-Length')).toBe(whole.headers.get('Content-Length'))
  expect(await head.text()).toBe('')
})

test('OPTIONS tells a browser that other sites may ask', async () => {
  const answer = await fetch(service.url + path, {
    method: 'OPTIONS',
    headers: { Origin: 'https://partner.example', 'Access-Control-Request-Method': 'POST' },
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(answer.headers.get('Access-Control-Allow-Methods')).toMatch(/POST/)
  expect(answer.headers.get('Access-Control-Allow-Headers')).toMatch(/Content-Type/)
})

test.each(['PUT', 'PATCH', 'DELETE'])('%s is refused, naming what is accepted', async (method) => {
  const answer = await fetch(service.url + path, { method, body: '{}' })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('Allow')).toBe('GET, POST')
})

test('a body of more than 2 MB is refused', async () => {
  const answer = await post({ query: '{ __typename }', variables: { a: 'x'.repeat(2_000_000) } })
  expect(answer.status).toBe(413)
})
