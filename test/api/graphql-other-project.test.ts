import { APIError, type Config } from 'payload'
import { afterEach, describe, expect, test } from 'vitest'
import { startOtherProject } from '../support/other-project.ts'
import type { TestService } from '../support/service.ts'

let service: TestService
afterEach(() => service.stop())

async function start(more: Partial<Config>) {
  service = await startOtherProject(more)
  return (query: string, variables?: object) =>
    service.reader.post('/rest/gql', { query, variables })
}

describe('another project’s own queries and mutations', () => {
  const graphQL: Config['graphQL'] = {
    queries: (GraphQL) => ({
      titles: {
        type: new GraphQL.GraphQLList(GraphQL.GraphQLString),
        args: { locale: { type: GraphQL.GraphQLString } },
        resolve: async (_: unknown, __: unknown, { req }: { req: never }) => {
          const find = { collection: 'books', overrideAccess: false, pagination: false, req }
          const { docs } = await service.payload.find(find as never)
          return docs.map((doc) => (doc as { title?: string }).title)
        },
      },
    }),
    mutations: (GraphQL) => ({
      order: {
        type: GraphQL.GraphQLString,
        args: { copies: { type: new GraphQL.GraphQLNonNull(GraphQL.GraphQLInt) } },
        resolve: (_: unknown, { copies }: { copies: number }) => {
          if (copies > 9) throw new APIError('Sold out.', 409, { left: 9 })
          if (copies < 0) throw new Error('the password is swordfish')
          return `${copies} ordered`
        },
      },
    }),
  }

  test('are answered', async () => {
    const ask = await start({ graphQL })
    const dune = { collection: 'books', data: { title: 'Dune' }, disableTransaction: true }
    await service.payload.create(dune as never)
    expect((await ask('{ titles }')).body).toEqual({ data: { titles: ['Dune'] } })
    expect((await ask('mutation { order(copies: 2) }')).body.data.order).toBe('2 ordered')
  })

  test('fail in Payload’s form, and tell nothing of what was not foreseen', async () => {
    const ask = await start({ graphQL })
    const foreseen = await ask('mutation { order(copies: 10) }')
    expect(foreseen.status).toBe(200)
    expect(foreseen.body).toEqual({
      data: { order: null },
      errors: [
        {
          message: 'Sold out.',
          extensions: { name: 'APIError', statusCode: 409, data: { left: 9 } },
          locations: [{ line: 1, column: 12 }],
          path: ['order'],
        },
      ],
    })
    const unforeseen = await ask('mutation { order(copies: -1) }')
    expect(unforeseen.text).not.toContain('swordfish')
    expect(unforeseen.body.errors).toEqual([
      {
        message: 'Something went wrong.',
        extensions: { name: 'Error', statusCode: 500 },
        locations: [{ line: 1, column: 12 }],
        path: ['order'],
      },
    ])
  })

  test('tell everything, the stack too, where Payload is told to debug', async () => {
    const ask = await start({ graphQL, debug: true })
    const { body } = await ask('mutation { order(copies: -1) }')
    expect(body.errors[0].message).toBe('the password is swordfish')
    expect(body.errors[0].extensions.stack).toContain('swordfish')
  })

  test('fail as its afterError hooks say, which come one after the other', async () => {
    const said: unknown[] = []
    const ask = await start({
      graphQL,
      hooks: {
        afterError: [
          ({ error, graphqlResult, req }) => {
            said.push(error.message, req.payloadAPI)
            return { graphqlResult: { ...graphqlResult, message: 'First.' } as never }
          },
          ({ graphqlResult }) => {
            said.push(graphqlResult?.message)
          },
        ],
      },
    })
    const { body } = await ask('mutation { order(copies: 10) }')
    expect(body.errors[0].message).toBe('First.')
    expect(said).toEqual(['Sold out.', 'GraphQL', 'First.'])
  })
})

test('another project’s maxComplexity is kept to, with the variables', async () => {
  const ask = await start({ graphQL: { maxComplexity: 5 } })
  expect((await ask('{ Books { docs { title } } }')).status).toBe(200)
  const query =
    'query($all: Boolean!) { Books { docs { title id owner @include(if: $all) { id } } } }'
  expect((await ask(query, { all: false })).body.data.Books.docs).toEqual([])
  expect((await ask(query, { all: true })).body.errors[0].message).toBe(
    'The query exceeds the maximum complexity of 5. Actual complexity is 15',
  )
})

test('another project is not held to our depth, aliases and cost', async () => {
  const ask = await start({ graphQL: { maxComplexity: 10_000 } })
  const aliases = Array.from(
    { length: 60 },
    (_, i) => `a${i}: Books(limit: 100) { docs { id title } }`,
  )
  expect((await ask(`{ ${aliases.join(' ')} }`)).body.data.a59.docs).toEqual([])
})

test('a list of related documents is answered with Payload’s own limits', async () => {
  const ask = await start({
    collections: [
      { slug: 'members', auth: true, fields: [] },
      {
        slug: 'shelves',
        access: { read: () => true },
        fields: [
          { name: 'name', type: 'text' },
          { name: 'books', type: 'join', collection: 'books' as never, on: 'shelf' },
        ],
      },
      {
        slug: 'books',
        access: { read: () => true },
        fields: [
          { name: 'title', type: 'text' },
          { name: 'shelf', type: 'relationship', relationTo: 'shelves' as never },
        ],
      },
    ],
  })
  // Payload's own MongoDB adapter is still making its indexes, which a transaction would collide with.
  const create = (collection: string, data: object) =>
    service.payload.create({ collection, data, disableTransaction: true } as never) as Promise<{
      id: string
    }>
  const { id: shelf } = await create('shelves', { name: 'Novels' })
  await create('books', { title: 'Dune', shelf })
  for (const args of ['', '(limit: 100)', '(limit: 1, sort: "title")']) {
    const { body } = await ask(`{ Shelves { docs { name books${args} { docs { title } } } } }`)
    expect(body, args).toEqual({
      data: { Shelves: { docs: [{ name: 'Novels', books: { docs: [{ title: 'Dune' }] } }] } },
    })
  }
})

test('GraphQL that is switched off is not there', async () => {
  const ask = await start({ graphQL: { disable: true } })
  expect((await ask('{ __typename }')).status).toBe(404)
  expect((await service.reader.get('/gql')).status).toBe(404)
})

test('introspection that is switched off in production is refused there', async () => {
  const ask = await start({})
  const query = '{ __schema { queryType { name } } }'
  expect((await ask(query)).status).toBe(200)
  const before = process.env.NODE_ENV
  Object.assign(process.env, { NODE_ENV: 'production' })
  try {
    expect((await ask(query)).body.errors[0].message).toMatch(/introspection is not allowed/)
  } finally {
    Object.assign(process.env, { NODE_ENV: before })
  }
})
