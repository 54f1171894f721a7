import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const path = '/api/graphql'
const hashOf = (query: string) => createHash('sha256').update(query).digest('hex')
const hashed = (sha256Hash: unknown, version: unknown = 1) => ({
  persistedQuery: { version, sha256Hash },
})

const post = (body: object, headers: Record<string, string> = {}) =>
  service.reader.post(path, body, { headers })
const get = (parameters: Record<string, unknown>, headers: Record<string, string> = {}) => {
  const asText = Object.entries(parameters).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return service.reader.get(`${path}?${new URLSearchParams(asText)}`, { headers })
}
const register = (query: string, more: object = {}) =>
  post({ query, extensions: hashed(hashOf(query)), ...more })
const byHash = (query: string, more: object = {}) =>
  post({ extensions: hashed(hashOf(query)), ...more })

const notFound = {
  errors: [
    { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
  ],
}
const isKept = async (query: string) => {
  const { body, status } = await byHash(query)
  expect(status).toBe(200)
  return body.errors?.[0].message !== 'PersistedQueryNotFound'
}

describe.each(['application/graphql-response+json', 'application/json'])(
  'with Accept: %s',
  (type) => {
    const headers = { Accept: type }

    test('a query is answered by its hash once it was sent, over POST and GET', async () => {
      const query = `query Q($l: Int) { Claims(limit: $l) { limit } } # ${type}`
      const extensions = hashed(hashOf(query))
      const answer = { data: { Claims: { limit: 7 } } }
      const variables = { l: 7 }
      expect((await post({ extensions, variables }, headers)).body).toEqual(notFound)
      expect((await post({ query, extensions, variables }, headers)).body).toEqual(answer)
      for (const again of [
        await post({ extensions, variables }, headers),
        await post({ extensions, variables, query: null }, headers),
        await get({ extensions, variables }, headers),
        await get({ extensions, variables, operationName: 'Q', locale: 'es' }, headers),
      ]) {
        expect([again.status, again.body]).toEqual([200, answer])
      }
    })

    test('a query may be sent over GET as well', async () => {
      const query = `{ __typename } # ${type}`
      const extensions = hashed(hashOf(query))
      expect((await get({ query, extensions }, headers)).body).toEqual({
        data: { __typename: 'Query' },
      })
      expect((await get({ extensions }, headers)).body).toEqual({ data: { __typename: 'Query' } })
    })

    test('an unknown hash is answered as Apollo defines it, and kept by no cache', async () => {
      for (const ask of [post, get]) {
        for (const hash of [hashOf('never sent'), 'ab', '__proto__', '']) {
          const { body, headers: given, status } = await ask({ extensions: hashed(hash) }, headers)
          expect([status, body]).toEqual([200, notFound])
          expect(given.get('Cache-Control')).toBe('no-store')
          expect(given.get('Access-Control-Allow-Origin')).toBe('*')
        }
      }
    })

    test('a wrong hash is refused, and its query is not kept', async () => {
      const query = `{ __typename } # wrong ${type}`
      const wrong = hashOf('something else')
      for (const ask of [post, get]) {
        for (const hash of [wrong, 'ab', hashOf(query).toUpperCase()]) {
          const { body, status } = await ask({ query, extensions: hashed(hash) }, headers)
          expect([status, body.errors[0].extensions.code]).toEqual([
            400,
            'PERSISTED_QUERY_MISMATCH',
          ])
        }
      }
      expect(await isKept(query)).toBe(false)
      expect((await post({ extensions: hashed(wrong) }, headers)).body).toEqual(notFound)
    })

    test('another version than the first is not supported', async () => {
      const query = `{ __typename } # version ${type}`
      const extensions = hashed(hashOf(query), 2)
      const { body, status } = await post({ query, extensions }, headers)
      expect([status, body.errors[0].extensions.code]).toEqual([
        200,
        'PERSISTED_QUERY_NOT_SUPPORTED',
      ])
    })
  },
)

test('what is no persisted query needs its query', async () => {
  for (const persistedQuery of [true, null, 'ab', [], {}, { version: 1 }, { sha256Hash: 7 }]) {
    const { body, status } = await post({ extensions: { persistedQuery } })
    expect([status, body.errors[0].message]).toEqual([400, 'query: accepted: a GraphQL document'])
  }
})

test('a mutation is not made over GET by its hash', async () => {
  const query = 'mutation M { logoutUser }'
  const extensions = hashed(hashOf(query))
  expect((await get({ query, extensions })).status).toBe(405)
  expect(await isKept(query)).toBe(false)
  await register(query)
  expect(await isKept(query)).toBe(true)
  const { headers, status } = await get({ extensions })
  expect(status).toBe(405)
  expect(headers.get('Allow')).toBe('POST')
})

const times = (n: number, part: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => part(i)).join(' ')

test.each([
  ['broken', '{ __typename', /Syntax Error/],
  ['not of the schema', '{ nothing }', /Cannot query field/],
  ['too long', `{ ${'__typename '.repeat(2001)} }`, /2000 tokens/],
  [
    'too deep',
    `{ Claims { docs ${'{ campaign '.repeat(10)} { id } ${'}'.repeat(10)} } }`,
    /nested/,
  ],
  ['of too many aliases', `{ ${times(31, (i) => `a${i}: __typename`)} }`, /aliases/],
  [
    'too costly',
    `{ ${times(9, (i) => `c${i}: Claims(limit: 100) { docs { evidence { source { title } } } }`)} }`,
    /complexity|costs?|large/,
  ],
])('a query that is %s is not kept', async (_name, query, reason) => {
  expect((await register(query)).body.errors[0].message).toMatch(reason)
  expect(await isKept(query)).toBe(false)
})

test('a query of more than a hundred kilobytes is answered and not kept', async () => {
  const query = `{ __typename } # ${'x'.repeat(100_000)}`
  expect((await register(query)).body).toEqual({ data: { __typename: 'Query' } })
  expect(await isKept(query)).toBe(false)
})

test('limits hold for a query by its hash', async () => {
  const query = 'query Q($l: Int) { Claims(limit: $l) { docs { id } } }'
  await register(query, { variables: { l: 1 } })
  const { body } = await byHash(query, { variables: { l: 101 } })
  expect(body.errors[0].message).toBe('limit: accepted: a whole number from 1 to 100')
})

test('a partner sees no more by the hash of an editor', async () => {
  const query = '{ Claims(draft: true) { totalDocs } }'
  const admin = await service.as('admin')
  const extensions = hashed(hashOf(query))
  expect((await admin.post(path, { query, extensions })).body.errors).toBeUndefined()
  expect((await byHash(query)).body.errors[0].message).toMatch(/signed-in editors/)
})

test('a thousand queries are kept, the least recently used forgotten first', async () => {
  const numbered = (n: number) => `{ __typename } # ${n}`
  await register(numbered(0))
  await register(numbered(1))
  for (let n = 2; n < 1000; n += 20) {
    const some = Array.from({ length: Math.min(20, 1000 - n) }, (_, i) => numbered(n + i))
    await Promise.all(some.map((query) => register(query)))
  }
  expect(await isKept(numbered(0))).toBe(true)
  await register(numbered(1000))
  expect(await isKept(numbered(0))).toBe(true)
  expect(await isKept(numbered(1))).toBe(false)
  expect(await isKept(numbered(1000))).toBe(true)
})

test('five megabytes are kept', async () => {
  const large = (n: number) => `{ __typename } # ${n} ${'x'.repeat(99_000)}`
  for (let n = 0; n < 52; n++) await register(large(n))
  expect(await isKept(large(0))).toBe(false)
  expect(await isKept(large(51))).toBe(true)
})
