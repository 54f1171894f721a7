import { headersWithCors, type Plugin } from 'payload'
import { permalinkJsonSchema } from './schema.ts'

/** Adds `GET /api/permalink.schema.json`: the shape of what permalinks answer to programs. */
export const permalinkSchemaEndpoint: Plugin = (config) => ({
  ...config,
  endpoints: [
    ...(config.endpoints ?? []),
    {
      method: 'get',
      path: '/permalink.schema.json',
      handler: (req) => {
        const headers = new Headers({ 'Content-Type': 'application/schema+json' })
        return Response.json(permalinkJsonSchema, { headers: headersWithCors({ headers, req }) })
      },
    },
  ],
})
