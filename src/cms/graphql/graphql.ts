import {
  createPayloadRequest,
  headersWithCors,
  mergeHeaders,
  type PayloadRequest,
  type SanitizedConfig,
} from 'payload'
import type { Source } from '../../http/source.ts'
import { refusalOf } from '../refused-credentials.ts'
import type { Context } from './context.ts'
import { createPersistedQueries, type PersistedQueries } from './persisted-queries.ts'
import { createGraphqlServer, type ExtendGraphql } from './server.ts'

/**
 * Payload's GraphQL API over GET and POST, by the GraphQL-over-HTTP specification.
 *
 * Payload makes the schema, the request and the errors; yoga speaks HTTP, where Payload's own handler
 * fails one of the specification's audits and knows POST only.
 *
 * @param key of the Payload instance in this process
 * @param isStrict whether hidden fields are kept out of the schema
 * @param extend is given the schema before it is used, and adds plugins
 * @returns the source, the queries that are known by their hash, and `warm`, which builds the schema before the first reader needs it
 */
export function graphqlSource(
  config: SanitizedConfig,
  key: string,
  isStrict: boolean,
  extend?: ExtendGraphql,
): { source: Source; persisted: PersistedQueries; warm(): void } {
  const persisted = createPersistedQueries()
  let made: ReturnType<typeof createGraphqlServer> | undefined
  const server = () => {
    made ??= createGraphqlServer(config, isStrict, persisted, extend)
    return made
  }
  const source: Source = async (request) => {
    if (config.graphQL.disable) return new Response(null, { status: 404 })
    const req = await createPayloadRequest({
      canSetHeaders: true,
      config,
      payloadInstanceCacheKey: key,
      request: asGet(request),
    })
    if (request.method === 'OPTIONS') return Response.json({}, { headers: withCors(req) })

    const refusal = await refusalOf(req)
    if (refusal) return refusal

    const context: Context = { headers: {}, req }
    const response = await server().fetch(req as Request, { resolverContext: context })
    const headers = withCors(req, response.headers)
    for (const [name, value] of Object.entries(context.headers)) headers.append(name, value)
    return new Response(response.body, {
      headers: req.responseHeaders ? mergeHeaders(req.responseHeaders, headers) : headers,
      status: response.status,
      statusText: response.statusText,
    })
  }
  return {
    source,
    persisted,
    warm() {
      if (config.graphQL.disable) return
      try {
        server()
      } catch {
        // The first request fails the same way and says why; REST and the admin can do without.
      }
    },
  }
}

const withCors = (req: PayloadRequest, headers?: Headers): Headers =>
  headersWithCors({ headers: new Headers(headers), req })

/** HEAD is GET without the body, which the bridge drops. */
function asGet(request: Request): Request {
  return request.method === 'HEAD' ? new Request(request, { method: 'GET' }) : request
}
