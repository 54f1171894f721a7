import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
  const admin = await service.as('admin')
  const campaign = (await publish('campaigns', { title: 'Fair rents' })).id
  const source = (await publish('resources', { title: 'Rent report', campaign })).id
  const claim = (
    await publish('claims', { statement: 'Rents rose', campaign, evidence: [{ source }] })
  ).id
  const items = [{ relationTo: 'claims', value: claim }]
  await admin.patch(`/api/campaigns/${campaign}`, {
    _status: 'published',
    sections: [{ heading: 'Why', items }],
  })

  async function publish(collection: string, data: object) {
    return (await admin.post(`/api/${collection}`, { ...data, _status: 'published' })).body.doc
  }
})
afterAll(() => service.stop())

const strictly = { headers: { Accept: 'application/graphql-response+json' } }
const ask = (query: string, variables?: object) =>
  service.reader.post('/api/graphql', { query, variables }, strictly)

const times = (n: number, part: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => part(i)).join(' ')

const claimWithSources = `
  id statement slug body
  campaign { title slug }
  evidence { locator quote source { id title url publisher } }
  figures { label value unit }
  verification { status verifiedOn }
`

describe('what partners ask for is answered', () => {
  test('a campaign with its sections, their items, evidence and sources', async () => {
    const { body, status } = await ask(`{
      Campaigns(where: { slug: { equals: "fair-rents" } }) {
        docs {
          title slug summary body hashtag
          target { name kind }
          callToAction { label url }
          image { url alt }
          sections {
            heading body
            items {
              relationTo
              value {
                __typename
                ... on Claim { ${claimWithSources} }
                ... on Demand { title body addressedTo status supportedBy { statement } }
                ... on Resource { title url publisher authors }
              }
            }
          }
        }
      }
    }`)
    expect(status).toBe(200)
    const [item] = body.data.Campaigns.docs[0].sections[0].items
    expect(item.value.evidence[0].source.title).toBe('Rent report')
  })

  test('a hundred claims with their evidence and sources', async () => {
    expect((await ask(`{ Claims(limit: 100) { docs { ${claimWithSources} } } }`)).status).toBe(200)
  })

  test('the first page of everything', async () => {
    const { status } = await ask(`{
      Campaigns { docs { title slug } totalDocs }
      Claims { docs { ${claimWithSources} } totalDocs }
      Demands { docs { title slug campaign { slug } } totalDocs }
      Resources { docs { title url } totalDocs }
    }`)
    expect(status).toBe(200)
  })

  test('one claim in two languages', async () => {
    const { body } = await ask(
      '{ en: Claims(locale: en) { totalDocs } es: Claims(locale: es) { totalDocs } }',
    )
    expect(body.data).toEqual({ en: { totalDocs: 1 }, es: { totalDocs: 1 } })
  })

  test('the schema, as GraphiQL and code generators ask for it', async () => {
    const whole = getIntrospectionQuery({
      directiveIsRepeatable: true,
      inputValueDeprecation: true,
      schemaDescription: true,
      specifiedByUrl: true,
    })
    for (const query of [getIntrospectionQuery(), whole]) {
      expect((await ask(query)).body.data.__schema.queryType.name).toBe('Query')
    }
  })
})

test('introspection stays on in production', async () => {
  const before = process.env.NODE_ENV
  Object.assign(process.env, { NODE_ENV: 'production' })
  try {
    const { body } = await ask('{ __schema { queryType { name } } }')
    expect(body.data.__schema.queryType.name).toBe('Query')
  } finally {
    Object.assign(process.env, { NODE_ENV: before })
  }
})

/** A query that is refused before anything of it is done. */
async function expectRefused(query: string, message: RegExp, variables?: object) {
  const { body, status } = await ask(query, variables)
  expect(body.errors[0].message).toMatch(message)
  expect(body).not.toHaveProperty('data')
  expect(status).toBe(400)
}

describe('depth', () => {
  const tree = (source: string) =>
    `{ Campaigns(limit: 1) { docs { sections { items { value { ... on Claim { evidence { source { ${source} } } } } } } } } }`

  test('9 levels are the most, fragments not counted', async () => {
    expect((await ask(tree('campaign { title }'))).status).toBe(200)
    await expectRefused(
      tree('campaign { image { url } }'),
      /^This query is nested too deeply; accepted: 9 levels\.$/,
    )
    await expectRefused(
      `${tree('...A')} fragment A on Resource { campaign { ...B } } fragment B on Campaign { image { url } }`,
      /nested too deeply/,
    )
  })

  test.each([100, 900])('%i levels are refused', (levels) =>
    expectRefused(
      `{ ${'a { '.repeat(levels)} b ${'}'.repeat(levels)} }`,
      /nested too deeply|2000 tokens/,
    ),
  )

  test('5,000 levels are refused', () =>
    expectRefused(`{ ${'a { '.repeat(5000)} b ${'}'.repeat(5000)} }`, /too deeply|2000 tokens/))

  test.each([1000, 20_000])('variables %i levels deep do not break the server', async (levels) => {
    const where = `${'{"AND":['.repeat(levels)}{}${']}'.repeat(levels)}`
    const query = 'query($where: Claim_where) { Claims(where: $where) { totalDocs } }'
    const body = `{"query":${JSON.stringify(query)},"variables":{"where":${where}}}`
    const { status, body: answer } = await service.reader.post('/api/graphql', body, {
      headers: { ...strictly.headers, 'Content-Type': 'application/json' },
    })
    expect(status).toBeLessThan(500)
    if (status !== 200) expect(answer.errors[0].message).toMatch(/nested too deeply/)
  })
})

describe('aliases', () => {
  test('30 are answered', async () => {
    const { body } = await ask(`{ ${times(30, (i) => `a${i}: countClaims { totalDocs }`)} }`)
    expect(body.data.a29.totalDocs).toBe(1)
  })

  test.each([31, 100, 240, 450])('%i are refused', (n) =>
    expectRefused(
      `{ ${times(n, (i) => `a${i}: Claims(limit: 0) { docs { id } }`)} }`,
      /too many aliases; accepted: 30\.|2000 tokens/,
    ),
  )

  test('2,000 are refused', () =>
    expectRefused(`{ ${times(2000, (i) => `a${i}: __typename`)} }`, /2000 tokens/))

  test('they count in fragments too', () =>
    expectRefused(
      `{ ...A } fragment A on Query { ${times(31, (i) => `a${i}: countClaims { totalDocs }`)} }`,
      /too many aliases/,
    ))
})

describe('cost', () => {
  const lists = (n: number, limit: string) =>
    times(n, (i) => `a${i}: Claims(limit: ${limit}) { docs { ${claimWithSources} } }`)

  test('many lists of a hundred are refused, saying what is too much', () =>
    expectRefused(
      `{ ${lists(10, '100')} }`,
      /^This query asks for too much at once: it costs \d+, accepted: 25000\. A lower limit/,
    ))

  test('so are they with the limit in a variable, by its value', async () => {
    const query = `query($l: Int = 100) { ${lists(10, '$l')} }`
    expect((await ask(query, { l: 1 })).status).toBe(200)
    await expectRefused(query, /asks for too much/, { l: 100 })
    await expectRefused(query, /asks for too much/)
    expect((await ask(query, { l: 1 })).status).toBe(200)
  })

  test('a limit of 0, which is everything, is no way around it', () =>
    expectRefused(`{ ${lists(10, '0')} }`, /asks for too much/))

  test('the lists count in fragments, wherever they are spread', () =>
    expectRefused(
      `{ Campaigns(limit: 100) { docs { sections { ...S } } } }
       fragment S on Campaign_Sections { items { value { ...C } } }
       fragment C on Claim { evidence { source { title url } } }`,
      /asks for too much/,
    ))

  test('lists inside lists count for every row around them', () =>
    expectRefused(
      `{ Claims(limit: 100) { docs { campaign { sections { items { value { ... on Claim { ${claimWithSources} } } } } } } } }`,
      /asks for too much/,
    ))

  test('the whole schema is told once in a request', () => {
    const whole = getIntrospectionQuery()
    const from = whole.indexOf('{', whole.indexOf('__schema'))
    const to = whole.indexOf('fragment FullType')
    const inside = whole.slice(from, whole.lastIndexOf('}', to))
    return expectRefused(
      `{ a: __schema ${inside} b: __schema ${inside} } ${whole.slice(to)}`,
      /asks for too much/,
    )
  })
})

describe('length', () => {
  test('2,000 tokens are the most', () =>
    expectRefused(`{ Claims { docs { ${'id '.repeat(2000)} } } }`, /more th.. 2000 tokens/))

  test('a field asked for again and again is refused', async () => {
    await expectRefused(`{ Claims { docs { ${'id '.repeat(1500)} } } }`, /too many fields/)
    await expectRefused(`{ ${'Claims { docs { id } } '.repeat(200)} }`, /asks for too much/)
  })

  test('fields that do not exist are named, a hundred at most', async () => {
    const { body, status } = await ask(`{ Claims { docs { ${times(900, (i) => `x${i}`)} } } }`)
    expect(status).toBe(400)
    expect(body.errors[0].message).toMatch(/Cannot query field "x0" on type "Claim"/)
    expect(body.errors.length).toBeLessThanOrEqual(101)
  })
})

describe('directives', () => {
  test('one repeated is refused', () =>
    expectRefused(
      `{ __typename ${'@include(if: true) '.repeat(250)} }`,
      /"@include" can only be used once/,
    ))

  test('unknown ones are refused, a hundred errors at most', async () => {
    const { body, status } = await ask(`{ __typename ${'@a '.repeat(900)} }`)
    expect(status).toBe(400)
    expect(body.errors[0].message).toBe('Unknown directive "@a".')
    expect(body.errors.length).toBeLessThanOrEqual(101)
  })
})

describe('fragments', () => {
  test('a circle is refused', async () => {
    await expectRefused('{ ...A } fragment A on Query { ...A }', /"A" within itself/)
    await expectRefused(
      `{ Claims { docs { ...A } } }
       fragment A on Claim { campaign { ...B } }
       fragment B on Campaign { sections { items { value { ...A } } } }`,
      /Cannot spread fragment/,
    )
  })

  test.each([10, 20, 100])('a chain of %i that doubles with every link is refused', (n) =>
    expectRefused(
      `{ Claims { docs { ...F0 } } } ${times(n, (i) => `fragment F${i} on Claim { ${i + 1 < n ? `...F${i + 1} ...F${i + 1}` : 'id'} }`)}`,
      /too many fields/,
    ),
  )
})

describe('log-ins', () => {
  const tries = (n: number) =>
    times(n, (i) => `a${i}: loginUser(email: "admin@example.org", password: "${i}") { token }`)

  test('one is tried a request, not one an alias', async () => {
    expect((await ask(`mutation { ${tries(1)} }`)).status).toBe(200)
    await expectRefused(`mutation { ${tries(2)} }`, /^loginUser: accepted once in a request\.$/)
    await expectRefused(`mutation { ${tries(30)} }`, /accepted once/)
    await expectRefused(
      `mutation { ...A ...B } fragment A on Mutation { ${tries(1)} }
       fragment B on Mutation { forgotPasswordUser(email: "admin@example.org") }`,
      /forgotPasswordUser: accepted once/,
    )
  })
})

test('another reader is served while the server refuses', async () => {
  const attack = `{ Claims { docs { ...F0 } } } ${times(100, (i) => `fragment F${i} on Claim { ${i < 99 ? `...F${i + 1} ...F${i + 1}` : 'id'} }`)}`
  const attacks = Promise.all(Array.from({ length: 20 }, () => ask(attack)))
  expect((await service.reader.get('/api/claims?limit=1')).status).toBe(200)
  for (const { status } of await attacks) expect(status).toBe(400)
})
