import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { breaksInGraphql } from '../../src/contract/compare-graphql.ts'
import { breaksInOpenApi } from '../../src/contract/compare-openapi.ts'
import type { OpenApiDocument } from '../../src/openapi/document.ts'
import type { Operation, Parameter, Schema } from '../../src/openapi/operation.ts'

const today = '2027-01-01'

/** A small document: one list, whose documents refer to each other. */
function small(): OpenApiDocument {
  const claim: Schema = {
    type: 'object',
    properties: {
      id: { type: 'string' },
      title: { type: ['string', 'null'] },
      status: { type: 'string', enum: ['open', 'met'] },
      on: { type: 'string', format: 'date-time' },
      rows: {
        type: 'array',
        items: { type: 'object', properties: { n: { type: 'number' } }, required: ['n'] },
      },
      other: {
        anyOf: [{ type: 'string' }, { $ref: '#/components/schemas/Claim' }, { type: 'null' }],
      },
      items: {
        type: 'array',
        items: { anyOf: [item('claims'), item('demands')] },
      },
    },
    required: ['id', 'title', 'status', 'on', 'rows', 'other', 'items'],
  }
  const list: Operation = {
    operationId: 'list',
    summary: '',
    parameters: [
      { $ref: '#/components/parameters/limit' },
      query('sort', { type: 'array', items: { type: 'string', enum: ['id', '-id'] } }),
      query('where', { $ref: '#/components/schemas/Where' }),
    ],
    responses: {
      200: {
        description: '',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Claim' } } },
      },
      400: { description: '' },
    },
  }
  const where: Schema = {
    type: 'object',
    additionalProperties: false,
    properties: {
      id: { type: 'string', maxLength: 64 },
      and: { type: 'array', items: { $ref: '#/components/schemas/Where' } },
    },
  }
  return {
    openapi: '3.1.0',
    info: { title: '', version: '', description: '' },
    servers: [],
    tags: [],
    security: [],
    paths: { '/claims': { get: list }, '/count': { get: { ...list, parameters: [] } } },
    components: {
      schemas: { Claim: claim, Where: where },
      parameters: { limit: query('limit', { type: 'integer', minimum: 1, maximum: 100 }) },
      responses: {},
      headers: {},
      securitySchemes: {},
    },
  }
}

const query = (name: string, schema: Schema): Parameter => ({
  name,
  in: 'query',
  description: '',
  schema,
})
const item = (kind: string): Schema => ({
  type: 'object',
  properties: { relationTo: { const: kind, type: 'string' }, value: { type: 'string' } },
  required: ['relationTo', 'value'],
})

/** The document after a change. */
function changed(change: (document: Changeable) => void): OpenApiDocument {
  const document = small()
  const { Claim, Where } = document.components.schemas as { Claim: Schema; Where: Schema }
  const get = (document.paths['/claims'] as { get: Operation }).get
  change({
    document,
    claim: Claim,
    where: Where,
    get,
    fields: Claim.properties as Record<string, Schema>,
  })
  return document
}
type Changeable = {
  document: OpenApiDocument
  claim: Schema
  where: Schema
  get: Operation
  fields: Record<string, Schema>
}

/** The schema of `sort`. */
const sortIn = ({ parameters }: Operation): Schema => ((parameters ?? [])[1] as Parameter).schema

describe('what breaks a client is named', () => {
  test.each<[what: string, change: (document: Changeable) => void, found: RegExp]>([
    [
      'a path is removed',
      ({ document }) => delete document.paths['/claims'],
      /GET \/claims: is gone/,
    ],
    ['a field is removed', ({ fields }) => delete fields.title, /200\.title: is gone/],
    [
      'a field is retyped',
      ({ fields }) => void Object.assign(fields, { title: { type: 'number' } }),
      /200\.title: can be number now/,
    ],
    [
      'a field can be null',
      ({ fields }) => void Object.assign(fields, { id: { type: ['string', 'null'] } }),
      /200\.id: can be null now/,
    ],
    [
      'a field is not always there',
      ({ claim }) => void claim.required?.shift(),
      /200\.id: is not always there/,
    ],
    [
      'a field inside a list is removed',
      ({ fields }) => delete fields.rows?.items?.properties?.n,
      /200\.rows\[\]\.n: is gone/,
    ],
    [
      'a field of a related document is removed, once',
      ({ fields }) => delete fields.on,
      /200\.on: is gone/,
    ],
    [
      'a relation gives something else',
      ({ fields }) => void fields.other?.anyOf?.push({ type: 'number' }),
      /200\.other: can be number/,
    ],
    [
      'a relation gives no document any more',
      ({ fields }) => void fields.other?.anyOf?.splice(1, 1),
      /200\.other: Claim is not answered/,
    ],
    [
      'a date has another form',
      ({ fields }) => void Object.assign(fields, { on: { type: 'string', format: 'date' } }),
      /200\.on: is not in the form date-time/,
    ],
    [
      'a kind of item is no more',
      ({ fields }) => void fields.items?.items?.anyOf?.pop(),
      /relationTo=demands is not answered/,
    ],
    ['a success is removed', ({ get }) => delete get.responses[200], /GET \/claims, 200: is gone/],
    [
      'a media type is removed',
      ({ get }) => void Object.assign(get.responses, { 200: { description: '', content: {} } }),
      /not answered as application\/json/,
    ],
    [
      'a parameter is removed',
      ({ get }) => void get.parameters?.pop(),
      /query parameter where: is gone/,
    ],
    [
      'a parameter is new and required',
      ({ get }) =>
        void get.parameters?.push({ ...query('key', { type: 'string' }), required: true }),
      /key: is new and required/,
    ],
    [
      'a parameter is required',
      ({ get }) => void Object.assign(get.parameters?.[1] as object, { required: true }),
      /sort: is required now/,
    ],
    [
      'a limit is lower',
      ({ document }) =>
        void Object.assign(document.components.parameters.limit?.schema as object, { maximum: 50 }),
      /limit: maximum is lower/,
    ],
    [
      'a limit is higher',
      ({ document }) =>
        void Object.assign(document.components.parameters.limit?.schema as object, { minimum: 2 }),
      /limit: minimum is higher/,
    ],
    [
      'a value is not taken any more',
      ({ get }) => void sortIn(get).items?.enum?.pop(),
      /sort\[\]: "-id" is not taken/,
    ],
    [
      'only certain values are taken',
      ({ where }) => void Object.assign(where.properties?.id as object, { enum: ['a'] }),
      /where\.id: takes certain values only/,
    ],
    ['a filter is removed', ({ where }) => delete where.properties?.id, /where\.id: is gone/],
    [
      'a filter is demanded',
      ({ where }) => void Object.assign(where, { required: ['id'] }),
      /where\.id: is required now/,
    ],
    [
      'a filter takes another type',
      ({ where }) => void Object.assign(where.properties as object, { id: { type: 'number' } }),
      /where\.id: string is not taken/,
    ],
    [
      'a body is demanded',
      ({ get }) => void Object.assign(get, { requestBody: { required: true, content: {} } }),
      /body: is new and required/,
    ],
  ])('%s', (_, change, found) => {
    const breaks = breaksInOpenApi(small(), changed(change), today)
    const lines = breaks.map(({ at, problem }) => `${at}: ${problem}`)
    expect(lines.join('\n')).toMatch(found)
    expect(new Set(lines).size).toBe(lines.length)
  })
})

describe('what breaks nobody passes', () => {
  test.each<[what: string, change: (document: Changeable) => void]>([
    ['nothing', () => {}],
    [
      'a path is added',
      ({ document, get }) => void Object.assign(document.paths, { '/new': { get } }),
    ],
    ['a field is added', ({ fields }) => void Object.assign(fields, { more: { type: 'string' } })],
    [
      'a field is always there',
      ({ fields }) => void Object.assign(fields, { title: { type: 'string' } }),
    ],
    ['an answer can have another value', ({ fields }) => void fields.status?.enum?.push('refused')],
    [
      'another kind of item',
      ({ fields }) => void fields.items?.items?.anyOf?.push(item('resources')),
    ],
    [
      'a parameter is added',
      ({ get }) => void get.parameters?.push(query('more', { type: 'string' })),
    ],
    [
      'a limit is wider',
      ({ document }) =>
        void Object.assign(document.components.parameters.limit?.schema as object, {
          maximum: 200,
          minimum: 0,
        }),
    ],
    ['more values are taken', ({ get }) => void sortIn(get).items?.enum?.push('title')],
    [
      'a status is added',
      ({ get }) => void Object.assign(get.responses, { 410: { description: '' } }),
    ],
    ['an error is not given any more', ({ get }) => delete get.responses[400]],
    ['words', ({ fields }) => void Object.assign(fields.id as object, { description: 'Another.' })],
  ])('%s', (_, change) => {
    expect(breaksInOpenApi(small(), changed(change), today)).toEqual([])
  })
})

describe('what was released as deprecated may be gone', () => {
  const deprecate = (one: object, sunset = '2027-01-01') =>
    Object.assign(one, { deprecated: true, 'x-sunset': sunset })
  const places: [what: string, mark: (d: Changeable) => object, remove: (d: Changeable) => void][] =
    [
      ['a field', ({ fields }) => fields.title as object, ({ fields }) => delete fields.title],
      [
        'a parameter',
        ({ get }) => get.parameters?.[2] as object,
        ({ get }) => void get.parameters?.pop(),
      ],
      ['a path', ({ get }) => get, ({ document }) => delete document.paths['/claims']],
      [
        'a filter',
        ({ where }) => where.properties?.id as object,
        ({ where }) => delete where.properties?.id,
      ],
    ]
  test.each(places)('%s: from its day on, and not before', (_, mark, remove) => {
    const released = changed((document) => deprecate(mark(document)))
    expect(breaksInOpenApi(released, changed(remove), '2026-12-31')).not.toEqual([])
    expect(breaksInOpenApi(released, changed(remove), '2027-01-01')).toEqual([])
  })
})

describe('the committed contract', () => {
  const document = (): OpenApiDocument =>
    JSON.parse(readFileSync('docs/contract/openapi.json', 'utf8'))

  test('breaks nothing when it is compared with itself', () => {
    expect(breaksInOpenApi(document(), document(), today)).toEqual([])
  })

  test('what webhooks are told loses nothing either', () => {
    const present = document()
    delete present.components.schemas.WebhookEvent?.properties?.timestamp
    expect(breaksInOpenApi(document(), present, today).map(({ at }) => at)).toEqual([
      expect.stringMatching(/^webhook event.*timestamp/),
    ])
    delete present.webhooks
    expect(breaksInOpenApi(document(), present, today)).toEqual([
      { at: 'webhook event', problem: 'is gone' },
    ])
  })

  test.each([
    'Claim',
    'DemandPart',
    'ResourceInAllLanguages',
    'BundleClaim',
    'Tombstone',
    'CampaignWhere',
  ])('breaks when anything is taken from %s', (name) => {
    const names = Object.keys(document().components.schemas[name]?.properties ?? {})
    expect(names.length).toBeGreaterThan(3)
    for (const field of names) {
      const present = document()
      delete present.components.schemas[name]?.properties?.[field]
      const breaks = breaksInOpenApi(document(), present, today)
      expect(breaks.map(({ at }) => at).join(), field).toContain(field)
    }
  })
})

describe('GraphQL', () => {
  const schema = (field: string) => `type Query { claim(id: String!, draft: Boolean): Claim }
    type Claim { id: String! ${field} }`
  const old = (sunset: string) =>
    schema(
      `note: String @deprecated(reason: "Deprecated since 2026-01-01, may be gone from ${sunset} on. Use body.")`,
    )

  test('a field that is gone or retyped breaks a client', () => {
    expect(breaksInGraphql(schema('note: String'), schema(''), today)).toEqual([
      { at: 'GraphQL', problem: 'Claim.note was removed.' },
    ])
    expect(breaksInGraphql(schema('note: String'), schema('note: Int'), today)).toHaveLength(1)
    expect(
      breaksInGraphql(schema('note: String'), schema('note: String more: Int'), today),
    ).toEqual([])
  })

  test('one whose time is over may be gone, and not before', () => {
    expect(breaksInGraphql(old('2027-01-01'), schema(''), today)).toEqual([])
    expect(breaksInGraphql(old('2027-01-02'), schema(''), today)).toHaveLength(1)
  })
})
