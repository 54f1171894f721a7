import type { DocumentedPaths, Schema } from '../openapi/operation.ts'
import { mostDays, usualDays } from './endpoints/read-usage.ts'

const count = (description: string): Schema => ({ type: 'integer', minimum: 0, description })

const day: Schema = {
  type: 'object',
  properties: {
    day: { type: 'string', format: 'date', description: 'The day (UTC).' },
    requests: count('How many requests were let through, with all keys together.'),
    cached: count('How many of those were answered from memory.'),
    throttled: count('How many were refused with 429.'),
  },
  required: ['day', 'requests', 'cached', 'throttled'],
}

const usage: Schema = {
  type: 'object',
  description: 'How often a partner has asked.',
  properties: {
    docs: {
      type: 'array',
      items: day,
      description: 'The days on which anything was asked for, newest first.',
    },
  },
  required: ['docs'],
}

/** What partners can ask of themselves, in the OpenAPI document. */
export const partnerPaths: DocumentedPaths = ({ config, ok, responses, schema }) => ({
  [`${config.routes.api}/partners/me/usage`]: {
    get: {
      operationId: 'ownUsage',
      summary: 'How often you have asked, by day',
      description: 'Of the partner whose key is sent; without a key it is 403.',
      tags: ['partners'],
      security: [{ partnerKey: [] }],
      parameters: [
        {
          name: 'days',
          in: 'query',
          description: 'How many days to go back.',
          schema: { type: 'integer', minimum: 1, maximum: mostDays, default: usualDays },
        },
      ],
      responses: { 200: ok('The days.', schema('Usage', usage)), ...responses(400, 403) },
    },
  },
})
