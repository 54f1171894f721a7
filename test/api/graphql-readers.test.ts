import {
  astFromValue,
  buildClientSchema,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  print,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startService, type TestService } from '../support/service.ts'

const secrets = {
  draft: 'canary of a draft',
  newerDraft: 'canary of a newer draft',
  trash: 'canary in the trash',
  former: 'canary of a former wording',
  email: 'admin@example.org',
}

let service: TestService
let schema: GraphQLSchema
const ids: Record<string, string> = {}

beforeAll(async () => {
  service = await startService()
  const admin = await service.as('admin')
  const make = async (collection: string, data: object) =>
    (await admin.post(`/api/${collection}`, data)).body.doc.id
  const published = { _status: 'published' }
  ids.draftCampaign = await make('campaigns', { title: secrets.draft })
  ids.campaign = await make('campaigns', { title: 'Fair rents', ...published })
  await admin.patch(`/api/campaigns/${ids.campaign}?draft=true`, { title: secrets.newerDraft })
  ids.claim = await make('claims', {
    statement: secrets.former,
    campaign: ids.campaign,
    ...published,
  })
  await admin.patch(`/api/claims/${ids.claim}`, { statement: 'Rents rose', ...published })
  ids.lost = await make('claims', { statement: 'Lost', campaign: ids.draftCampaign, ...published })
  ids.draft = await make('claims', { statement: secrets.draft })
  ids.trash = await make('claims', { statement: secrets.trash, ...published })
  await admin.patch(`/api/claims/${ids.trash}`, {
    deletedAt: new Date().toISOString(),
    ...published,
  })
  const { body } = await service.reader.graphql(getIntrospectionQuery())
  schema = buildClientSchema(body.data)
})
afterAll(() => service.stop())

const ask = async (query: string, variables?: object) =>
  (await service.reader.graphql(query, variables)).body

/** Everything that can be selected of a type, so many levels down. */
function everything(type: GraphQLOutputType, levels: number): string {
  const named = getNamedType(type)
  if (!isCompositeType(named)) return ''
  if (!isObjectType(named)) return '{ __typename }'
  const fields = Object.values(named.getFields()).flatMap((field) => {
    const isLeaf = !isCompositeType(getNamedType(field.type))
    if (!isLeaf && levels === 1) return []
    return [`${field.name} ${everything(field.type, levels - 1)}`]
  })
  return `{ __typename ${fields.join(' ')} }`
}

/** The shortest value that the schema takes. */
function anyValue(type: GraphQLInputType): unknown {
  const inside = getNullableType(type)
  if (isListType(inside)) return []
  if (isEnumType(inside)) return inside.getValues()[0]?.name
  if (isInputObjectType(inside)) {
    const required = Object.values(inside.getFields()).filter(isRequiredInputField)
    return Object.fromEntries(required.map((field) => [field.name, anyValue(field.type)]))
  }
  const { name } = getNamedType(inside)
  if (name === 'Boolean') return true
  if (name === 'Int' || name === 'Float') return 1
  return name === 'EmailAddress' ? secrets.email : ids.claim
}

function call(field: GraphQLField<unknown, unknown>, levels: number): string {
  const required = field.args.filter((arg) => isRequiredArgument(arg) || arg.name === 'data')
  const args = required.map((arg) => {
    const value = astFromValue(anyValue(arg.type), arg.type)
    return `${arg.name}: ${value ? print(value) : 'null'}`
  })
  const given = args.length > 0 ? `(${args.join(', ')})` : ''
  return `${field.name}${given} ${everything(field.type, levels)}`
}

describe('whatever the schema has, asked for without signing in', () => {
  const expectNothingSecret = (text: string, of: string) => {
    for (const secret of Object.values(secrets)) expect(text, of).not.toContain(secret)
  }
  type Failure = { extensions?: { statusCode?: number } }

  test('queries tell no draft, no former version, nothing of users, and none fails', async () => {
    const fields = Object.values(schema.getQueryType()?.getFields() ?? {})
    expect(fields.length).toBeGreaterThan(20)
    for (const field of fields) {
      // Permissions are wide: four operations for every field of every collection.
      const levels = /^(Access|docAccess)/.test(field.name) ? 2 : 3
      const { body, status, text } = await service.reader.graphql(`{ ${call(field, levels)} }`)
      expect(status, `${field.name}: ${text.slice(0, 300)}`).toBe(200)
      expectNothingSecret(text, field.name)
      for (const { extensions } of (body.errors ?? []) as Failure[]) {
        expect(extensions?.statusCode, `${field.name}: ${text.slice(0, 300)}`).toBeLessThan(500)
      }
    }
  })

  test('mutations change nothing, and none fails', async () => {
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {})
    expect(fields.length).toBeGreaterThan(20)
    const before = await everyDocument()
    for (const field of fields) {
      const { body, status, text } = await service.reader.graphql(`mutation { ${call(field, 2)} }`)
      expect(status, `${field.name}: ${text.slice(0, 300)}`).toBe(200)
      expectNothingSecret(text, field.name)
      for (const { extensions } of (body.errors ?? []) as Failure[]) {
        expect(extensions?.statusCode, `${field.name}: ${text.slice(0, 300)}`).toBeLessThan(500)
      }
    }
    expect(await everyDocument()).toEqual(before)
  })

  async function everyDocument() {
    const documents: Record<string, unknown> = {}
    for (const { slug } of service.payload.config.collections) {
      if (slug === 'users') continue
      const found = await service.payload.find({ collection: slug, pagination: false, depth: 0 })
      documents[slug] = found.docs
    }
    return documents
  }
})

describe('the schema', () => {
  test("has nothing of partners, webhooks, Payload's own, or hidden fields", () => {
    const text = JSON.stringify(
      Object.values(schema.getTypeMap())
        .filter((type) => isObjectType(type) || isInputObjectType(type))
        .map((type) => [type.name, Object.keys(type.getFields())]),
    )
    const hidden = /"(apiKey\w*|formerSlugs|salt|hash|resetPasswordToken|loginAttempts|lockUntil)"/
    expect(hidden.exec(text)?.[0]).toBeUndefined()
    const roots = [
      ...Object.keys(schema.getQueryType()?.getFields() ?? {}),
      ...Object.keys(schema.getMutationType()?.getFields() ?? {}),
    ]
    expect(roots.filter((name) => /Partner|Webhook|Payload/.test(name))).toEqual([])
  })
})

/** A reader's query that is refused, in whole or at the place where it went wrong. */
async function expectRefused(query: string, message: string, variables?: object) {
  const { errors } = await ask(query, variables)
  expect(errors?.[0]?.message ?? 'no error', query).toContain(message)
}

describe('what a reader may not ask is refused, and said', () => {
  test('limits outside 1 to 100', async () => {
    const message = 'limit: accepted: a whole number from 1 to 100'
    for (const limit of [0, -5, 101]) {
      await expectRefused(`{ Claims(limit: ${limit}) { totalDocs } }`, message)
      await expectRefused('query($l: Int) { Claims(limit: $l) { totalDocs } }', message, {
        l: limit,
      })
    }
    await expectRefused(
      'query($l: Int = 0) { ...A } fragment A on Query { Claims(limit: $l) { totalDocs } }',
      message,
    )
    await expectRefused('{ Claims(limit: "ten") { totalDocs } }', 'Int cannot represent')
    await expectRefused('{ Claims(pagination: false) { totalDocs } }', 'pagination: accepted: true')
    await expectRefused(
      '{ Claims(page: 0) { totalDocs } }',
      'page: accepted: a whole number from 1',
    )
  })

  test('drafts and the trash', async () => {
    const draft =
      'draft: true is for signed-in editors, and for keys of partners with the scope "drafts"'
    const trash = 'trash: true is for signed-in editors'
    await expectRefused('{ Claims(draft: true) { totalDocs } }', draft)
    expect((await ask('{ countClaims(draft: true) { totalDocs } }')).data).toEqual(
      (await ask('{ countClaims { totalDocs } }')).data,
    )
    await expectRefused(`{ Claim(id: "${ids.claim}", draft: true) { statement } }`, draft)
    await expectRefused('{ Claims(trash: true) { totalDocs } }', trash)
    await expectRefused(`{ Claim(id: "${ids.trash}", trash: true) { statement } }`, trash)
    await expectRefused('query($d: Boolean) { Claims(draft: $d) { totalDocs } }', draft, {
      d: true,
    })
    await expectRefused('{ ...A } fragment A on Query { Claims(draft: true) { totalDocs } }', draft)
  })

  test('the drafts of related documents', async () => {
    const draft =
      'draft: true is for signed-in editors, and for keys of partners with the scope "drafts"'
    await expectRefused('{ Claims { docs { campaign(draft: true) { title } } } }', draft)
    await expectRefused(
      'query($d: Boolean) { Claims { docs { ...A } } } fragment A on Claim { campaign(draft: $d) { title } }',
      draft,
      { d: true },
    )
    const { text, body } = await service.reader.post('/api/graphql?draft=true', {
      query: '{ Claims { docs { statement campaign { title } } } }',
    })
    expect(text).not.toContain('canary')
    expect(body.errors[0].message).toBe(draft)
  })

  test('filters and orders by what cannot be read', async () => {
    const verifiedBy = '{ verification__verifiedBy: { exists: true } }'
    await expectRefused(
      `{ Claims(where: ${verifiedBy}) { totalDocs } }`,
      'where[verification__verifiedBy]: no such field; accepted: ',
    )
    await expectRefused(
      `{ countClaims(where: { OR: [{ AND: [${verifiedBy}] }] }) { totalDocs } }`,
      'where[verification__verifiedBy]: no such field',
    )
    await expectRefused(
      'query($w: Claim_where) { Claims(where: $w) { totalDocs } }',
      'where[verification__verifiedBy]: no such field',
      { w: { verification__verifiedBy: { exists: true } } },
    )
    await expectRefused(
      '{ Claims(sort: "nothing") { totalDocs } }',
      'sort: cannot sort by "nothing"',
    )
    await expectRefused(
      '{ Claims(sort: "verification.verifiedBy") { totalDocs } }',
      'sort: cannot sort by "verification.verifiedBy"',
    )
  })
})

test('a relation to what is not published is empty', async () => {
  const { data, errors } = await ask(
    `{ Claim(id: "${ids.lost}") { statement campaign { id title } } }`,
  )
  expect(errors).toBeUndefined()
  expect(data.Claim).toEqual({ statement: 'Lost', campaign: null })
})

test('a published document with a newer draft is shown as it was published', async () => {
  const { data } = await ask(`{ Claim(id: "${ids.claim}") { statement campaign { title } } }`)
  expect(data.Claim).toEqual({ statement: 'Rents rose', campaign: { title: 'Fair rents' } })
})
