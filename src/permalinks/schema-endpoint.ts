import { headersWithCors, type Plugin } from 'payload'
import { documented } from '../openapi/operation.ts'
import { permalinkJsonSchema } from './schema.ts'

/** Adds `GET /api/permalink.schema.json`: the shape of what permalinks answer to programs. */
export const permalinkSchemaEndpoint: Plugin = (config) => ({
  ...config,
  endpoints: [
    ...(config.endpoints ?? []),
    {
      method: 'get',
      path: '/permalink.schema.json',
      custom: documented(({ ok, responses }) => ({
        operationId: 'permalinkSchema',
        summary: 'The shape of what permalinks answer to programs, as JSON Schema',
        description: 'To check answers by or to make types from.',
        tags: ['pages'],
        responses: {
          200: ok('A JSON Schema (draft 2020-12).', { type: 'object' }, 'application/schema+json'),
          ...responses(),
        },
      })),
      handler: (req) => {
        const headers = new Headers({ 'Content-Type': 'application/schema+json' })
        return Response.json(permalinkJsonSchema, { headers: headersWithCors({ headers, req }) })
      },
    },
  ],
})
