import { type ExecutionArgs, GraphQLError, type GraphQLSchema, type ValidationRule } from 'graphql'
import { createLRUCache, createYoga, type Plugin } from 'graphql-yoga'
import { addLocalesToRequestFromData, type SanitizedConfig } from 'payload'
import type { Context } from './context.ts'
import { formatErrors } from './errors.ts'
import { type PersistedQueries, persistedQueries } from './persisted-queries.ts'
import { servedSchema } from './schema.ts'
import { limitedValidation } from './validation.ts'

type ServerContext = { resolverContext: Context }

export type ExtendGraphql = (schema: GraphQLSchema) => Plugin<Context>[]

/**
 * Payload's schema behind yoga, which speaks the GraphQL-over-HTTP specification.
 *
 * @param isStrict whether hidden fields are kept out of the schema
 * @param persisted where queries are kept that clients ask for by their hash
 * @param extend is given the schema before it is used, and adds plugins
 */
export function createGraphqlServer(
  config: SanitizedConfig,
  isStrict: boolean,
  persisted: PersistedQueries,
  extend: ExtendGraphql = () => [],
) {
  const { schema, validationRules } = servedSchema(config, isStrict)
  const limits = validationRules as unknown as (args: ExecutionArgs) => ValidationRule[]
  return createYoga<ServerContext, Context>({
    batching: false,
    // Not as the server's own context: yoga takes a `req` there for Node's.
    context: ({ resolverContext }) => resolverContext,
    cors: false,
    fetchAPI: { Request, Response, Headers, URL, fetch },
    graphiql: false,
    graphqlEndpoint: `${config.routes.api}${config.routes.graphQL}`,
    landingPage: false,
    logging: false,
    maskedErrors: false,
    maxRequestBodySize: 2_000_000,
    multipart: false,
    // A parsed query of 2,000 tokens takes half a megabyte.
    parserAndValidationCache: {
      documentCache: createLRUCache({ max: 100 }),
      errorCache: createLRUCache({ max: 10 }),
      validationCache: false,
    },
    plugins: [
      onlyJson,
      onlyJsonParameters,
      // First puts the query in where there is its hash alone.
      persistedQueries(persisted),
      readParameters,
      limitedValidation(limits),
      formatErrors,
      ...extend(schema),
    ],
    schema,
  })
}

/** Yoga also takes HTML forms and bare queries, which pages of other sites can send with a cookie. */
const onlyJson: Plugin<Context> = {
  onRequestParse({ endResponse, fetchAPI, request }) {
    if (request.method !== 'POST') return
    const [type] = (request.headers.get('Content-Type') ?? '').split(';')
    if (type?.trim().toLowerCase() === 'application/json') return
    const message = 'Content-Type: accepted: application/json'
    endResponse(fetchAPI.Response.json({ errors: [{ message }] }, { status: 415 }))
  },
}

/** Yoga fails on a GET whose variables are not the JSON that they should be. */
const onlyJsonParameters: Plugin<Context> = {
  onRequestParse({ endResponse, fetchAPI, url }) {
    for (const name of ['variables', 'extensions']) {
      const value = url.searchParams.get(name)
      if (!value || isJson(value)) continue
      const errors = [{ message: `${name}: accepted: a JSON object` }]
      return endResponse(fetchAPI.Response.json({ errors }, { status: 400 }))
    }
  },
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const known = ['query', 'variables', 'operationName', 'extensions']

/** Takes Payload's `locale` and `fallbackLocale` from the body, and ignores whatever else is in it. */
const readParameters: Plugin<Context, ServerContext> = {
  onParams({ context, params, setParams }) {
    // To yoga a request without a query is one with a wrong query, which the specification tells apart.
    if (typeof params?.query !== 'string') throw notGraphql('query: accepted: a GraphQL document')
    const { req } = context.resolverContext
    req.data = params as PayloadData
    addLocalesToRequestFromData(req)
    setParams(Object.fromEntries(known.map((name) => [name, params[name as 'query']])))
  },
}

const notGraphql = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } })

type PayloadData = NonNullable<Context['req']['data']>
