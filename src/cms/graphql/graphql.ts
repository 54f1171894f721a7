import { configToSchema } from '@payloadcms/graphql'
import type { ExecutionArgs, GraphQLSchema, ValidationRule } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import { createPayloadRequest, headersWithCors, mergeHeaders, type SanitizedConfig } from 'payload'
import type { Source } from '../../http/source.ts'
import { type Context, formatErrors } from './errors.ts'
import { maxTokens } from './limits.ts'

type ServerContext = { resolverContext: Context }

/**
 * Payload's GraphQL schema over GET and POST, by the GraphQL-over-HTTP specification.
 *
 * Payload makes the schema, the request and the errors; yoga speaks HTTP, where Payload's own handler
 * fails one of the specification's audits and knows POST only.
 *
 * @param key of the Payload instance in this process
 */
export function graphqlSource(config: SanitizedConfig, key: string): Source {
  const yoga = once(() => {
    const { schema, validationRules } = configToSchema(config)
    const rules = validationRules as unknown as (args: ExecutionArgs) => ValidationRule[]
    return serverOf(schema, rules, config)
  })
  return async (request) => {
    const req = await createPayloadRequest({
      canSetHeaders: true,
      config,
      payloadInstanceCacheKey: key,
      request,
    })
    const context: Context = { headers: {}, req }
    const response = await yoga().fetch(request, { resolverContext: context })
    const headers = headersWithCors({ headers: new Headers(response.headers), req })
    // Resolvers of log-in and log-out leave their cookies in the context.
    for (const [name, value] of Object.entries(context.headers)) headers.append(name, value)
    return new Response(response.body, {
      headers: req.responseHeaders ? mergeHeaders(req.responseHeaders, headers) : headers,
      status: response.status,
      statusText: response.statusText,
    })
  }
}

function serverOf(
  schema: GraphQLSchema,
  validationRules: (args: ExecutionArgs) => ValidationRule[],
  config: SanitizedConfig,
) {
  const limits: Plugin<Context> = {
    onParse({ params }) {
      params.options = { ...params.options, maxTokens }
    },
    onValidate({ addValidationRule, context }) {
      const variableValues = (context as { params?: { variables?: object } }).params?.variables
      for (const rule of validationRules({ variableValues } as ExecutionArgs)) {
        addValidationRule(rule)
      }
    },
  }
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
    multipart: false,
    // The cost of a query depends on its variables, so a verdict on one request is not one on the next.
    parserAndValidationCache: { validationCache: false },
    plugins: [limits, formatErrors],
    schema,
  })
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
