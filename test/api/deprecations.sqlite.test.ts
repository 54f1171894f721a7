import { buildSchema, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createConfig } from '../../src/cms/config.ts'
import { announcementProblems } from '../../src/contract/announced.ts'
import { publicGraphql } from '../../src/contract/graphql.ts'
import type { Deprecation } from '../../src/deprecation/deprecation.ts'
import type { OpenApiDocument } from '../../src/openapi/document.ts'
import type { Parameter } from '../../src/openapi/operation.ts'
import { addEveryKind } from '../support/every-kind.ts'
import { startService, type TestService } from '../support/service.ts'

const field: Deprecation = {
  what: { collection: 'claims', field: 'verification.note' },
  since: '2026-01-01',
  sunset: '2026-12-01',
  instead: 'Use body.',
}
const parameter: Deprecation = {
  what: { operation: 'GET /api/demands', parameter: 'fallback-locale' },
  since: '2026-02-01',
  sunset: '2026-11-01',
  instead: 'Use fallbackLocale.',
}
const operation: Deprecation = {
  what: { operation: 'GET /api/resources/{id}' },
  since: '2026-03-01',
  sunset: '2027-01-01',
  instead: 'Use the slug.',
}
const deprecations = [field, parameter, operation]

let service: TestService
let document: OpenApiDocument

beforeAll(async () => {
  service = await startService({}, { deprecations })
  await addEveryKind(service)
  document = (await service.reader.get('/api/openapi.json')).body
})
afterAll(() => service.stop())

const noteOf = (name: string) =>
  document.components.schemas[name]?.properties?.verification?.properties?.note

describe('OpenAPI', () => {
  test('marks the field in every form of its document', () => {
    for (const name of ['Claim', 'ClaimPart', 'ClaimInAllLanguages', 'ClaimPartInAllLanguages']) {
      expect(noteOf(name), name).toMatchObject({
        deprecated: true,
        description: expect.stringMatching(
          /^Deprecated since 2026-01-01, .*2026-12-01.*Use body\./,
        ),
      })
    }
    expect(document.components.schemas.ClaimWhere?.properties?.['verification.note']).toMatchObject(
      {
        deprecated: true,
      },
    )
    expect(document.components.schemas.Claim?.properties?.statement).not.toHaveProperty(
      'deprecated',
    )
  })

  test('marks the parameter at its operation, and at no other', () => {
    const at = (path: string) =>
      document.paths[path]?.get?.parameters?.filter(
        (one) => (one as Parameter).name === 'fallback-locale' && (one as Parameter).deprecated,
      )
    expect(at('/api/demands')).toHaveLength(1)
    expect(at('/api/claims')).toEqual([])
    expect(document.components.parameters['fallback-locale']).not.toHaveProperty('deprecated')
  })

  test('marks the operation', () => {
    expect(document.paths['/api/resources/{id}']?.get?.deprecated).toBe(true)
    expect(document.paths['/api/resources']?.get).not.toHaveProperty('deprecated')
  })
})

test('GraphQL says @deprecated', async () => {
  const text = await publicGraphql(await createConfig(service.settings), deprecations)
  const type = buildSchema(text).getType('Claim_Verification')
  const note = isObjectType(type) ? type.getFields().note : undefined
  expect(note?.deprecationReason).toMatch(/2026-12-01.*Use body\./)
  const { body } = await service.reader.graphql(
    '{ __type(name: "Claim_Verification") { fields(includeDeprecated: true) { name isDeprecated } } }',
  )
  expect(body.data.__type.fields).toContainEqual({ name: 'note', isDeprecated: true })
  expect(body.data.__type.fields).toContainEqual({ name: 'status', isDeprecated: false })
})

describe('an answer that uses what is deprecated says so', () => {
  const seconds = (day: string) => `@${Date.parse(day) / 1000}`
  const told = async (path: string, init?: RequestInit) => {
    const { headers, status } = await service.reader.get(path, init)
    expect(status, path).toBeLessThan(400)
    return [headers.get('Deprecation'), headers.get('Sunset')]
  }
  const ofField = [seconds('2026-01-01'), 'Tue, 01 Dec 2026 00:00:00 GMT']
  const ofParameter = [seconds('2026-02-01'), 'Sun, 01 Nov 2026 00:00:00 GMT']
  const ofOperation = [seconds('2026-03-01'), 'Fri, 01 Jan 2027 00:00:00 GMT']
  const nothing = [null, null]

  test.each([
    ['a list', '/api/claims', ofField],
    ['a list that selects it', '/api/claims?select[verification][note]=true', ofField],
    ['a list that selects another', '/api/claims?select[verification][status]=true', nothing],
    ['a document by its name', '/api/claims/slug/it-is-so', ofField],
    ['a document that shows one that has it', '/api/campaigns/slug/everything?depth=2', ofField],
    ['a document that shows ids only', '/api/campaigns/slug/everything?depth=0', nothing],
    ['a count', '/api/claims/count', nothing],
    ['the bundle, which has a shape of its own', '/api/campaigns/everything/bundle', nothing],
    ['a parameter', '/api/demands?depth=0&fallback-locale=none', ofParameter],
    ['a request without it', '/api/demands?depth=0', nothing],
    ['the same parameter elsewhere', '/api/media?fallback-locale=none', nothing],
    [
      'two of them: the earliest of both',
      '/api/demands?depth=1&fallback-locale=none',
      [ofField[0], ofParameter[1]],
    ],
    ['another operation', '/api/resources?depth=0', nothing],
  ])('%s', async (_, path, expected) => {
    expect(await told(path)).toEqual(expected)
    // The kept answer says the same, and so does that to HEAD.
    expect(await told(path)).toEqual(expected)
    expect(await told(path, { method: 'HEAD' })).toEqual(expected)
  })

  test('an operation, and its 304', async () => {
    const { body } = await service.reader.get('/api/resources?depth=0')
    const path = `/api/resources/${body.docs[0].id}?depth=0`
    expect(await told(path)).toEqual(ofOperation)
    const { headers } = await service.reader.get(path)
    expect(headers.get('Link')).toContain('rel="deprecation"')
    const etag = { headers: { 'If-None-Match': headers.get('ETag') as string } }
    expect((await service.reader.get(path, etag)).status).toBe(304)
    expect(await told(path, etag)).toEqual(ofOperation)
  })

  test('a query that asks for the field, over POST and GET, also the kept one', async () => {
    const ask = async (query: string, method: string) => {
      const { headers, status } =
        method === 'GET'
          ? await service.reader.get(`/api/graphql?query=${encodeURIComponent(query)}`)
          : await service.reader.graphql(query)
      expect(status).toBe(200)
      return [headers.get('Deprecation'), headers.get('Sunset')]
    }
    for (const method of ['GET', 'POST', 'GET', 'POST']) {
      const used = '{ Claims { docs { ...f } } } fragment f on Claim { verification { note } }'
      expect(await ask(used, method)).toEqual(ofField)
      expect(await ask('{ Claims { docs { verification { status } } } }', method)).toEqual(nothing)
    }
  })
})

describe('a deprecation has to be announced', () => {
  const line = '- `claims.verification.note`: use `body`. It may be gone from 2026-12-01 on.'
  const today = '2026-03-01'
  const problems = (one: Deprecation, changelog: string, unmarked: Deprecation[] = []) =>
    announcementProblems([one], unmarked, changelog, today).map(({ problem }) => problem)

  test('with a line in the changelog, time enough, and its right name', () => {
    expect(problems(field, line)).toEqual([])
    expect(problems(field, line.replace('2026-12-01', '2026-12-02'))).toEqual([
      expect.stringContaining('CHANGELOG.md has no line'),
    ])
    expect(problems(field, 'Nothing')).toHaveLength(1)
    const soon = { ...field, since: '2026-10-01' }
    expect(problems(soon, line)).toEqual([expect.stringContaining('at least 180')])
    expect(problems(field, line, [field])).toEqual([
      expect.stringContaining('nothing in the contract'),
    ])
  })
})

test('without any deprecation no answer says so', async () => {
  const plain = await startService()
  try {
    const { headers, status } = await plain.reader.get('/api/claims?fallback-locale=none')
    expect([status, headers.get('Deprecation'), headers.get('Sunset')]).toEqual([200, null, null])
  } finally {
    await plain.stop()
  }
})
