import { z } from 'zod'
import type { DocumentedPaths, Parameter, Schema } from '../openapi/operation.ts'
import { auditBody } from './audit.ts'
import { limits } from './parameters.ts'

const text = (description: string): Schema => ({ type: 'string', description })
const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description })

const head = {
  collection: text('What kind of document it is.'),
  id: text('The id of the document.'),
  slug: {
    type: ['string', 'null'],
    description: 'Its name in addresses, or the last that it had.',
  },
  kind: {
    type: 'string',
    enum: ['published', 'updated', 'retracted', 'unpublished', 'deleted'],
    description: 'What has become of it.',
  },
  locales: list(text('A language tag.'), 'The languages whose readers see something else.'),
  at: { type: 'string', format: 'date-time', description: 'When that was.' },
  revision: { type: 'integer', minimum: 1, description: 'Its own count of its changes.' },
  digest: {
    type: ['string', 'null'],
    description: 'SHA-256 of the document in the canonical JSON of RFC 8785; null when it is gone.',
  },
  tombstone: { type: 'boolean', const: true, description: 'There when the document is gone.' },
} satisfies Record<string, Schema>
const always = Object.keys(head).filter((name) => name !== 'tombstone')

const state: Schema = {
  type: 'object',
  description: 'The newest change of a document.',
  properties: head,
  required: always,
}

const change: Schema = {
  type: 'object',
  description: 'The newest change of a document, with the document.',
  properties: {
    ...head,
    document: {
      type: ['object', 'null'],
      description:
        'What `GET /api/{collection}/{id}?depth=0&locale=all` gives; null when it is gone.',
    },
  },
  required: [...always, 'document'],
}

const query = (name: string, schema: Schema): Parameter => ({
  name,
  in: 'query',
  description: schema.description ?? '',
  schema,
})

const since = query('since', text('The token to go on from: `next`, or the id of an event.'))
const collections = query(
  'collections',
  text('Names with commas between; only these. Those of the token, once there is one.'),
)

const audited: Schema = {
  type: 'object',
  properties: { collection: head.collection, id: head.id as Schema },
  required: ['collection', 'id'],
}

/** What the body of an audit may be, as JSON Schema. */
function auditSchema(): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(auditBody(z.string()), { io: 'input' })
  return { description: 'What a partner has.', ...(schema as object) }
}

/** The endpoints in an OpenAPI document. */
export const syncPaths: DocumentedPaths = ({ config, schema, errors, ok, responses }) => {
  const path = `${config.routes.api}/changes`
  const tags = ['changes']
  const states = (description: string) => list(schema('DocumentState', state), description)
  return {
    [path]: {
      get: {
        operationId: 'changes',
        summary: 'What has changed since a token, or all that is public',
        description:
          'Without `since` a first copy begins. Go on with `next` as long as there is `more`, and later from there.',
        tags,
        parameters: [
          since,
          collections,
          query('limit', {
            type: 'integer',
            minimum: 1,
            maximum: limits.most,
            default: limits.usual,
            description: 'How many changes a page has at most.',
          }),
        ],
        responses: {
          200: ok('A page.', {
            type: 'object',
            properties: {
              changes: list(schema('DocumentChange', change), 'In order, one a document.'),
              next: text('The token to go on with.'),
              more: { type: 'boolean', description: 'Whether there is more already.' },
            },
            required: ['changes', 'next', 'more'],
          }),
          410: errors('The token is too old, or of another database: start over without it.'),
          ...responses(400),
        },
      },
    },
    [`${path}/stream`]: {
      get: {
        operationId: 'changesStream',
        summary: 'What changes, as it happens',
        description:
          'Server-Sent Events: `change` with the same data as in a page and a token for an id; `reset` where a page would be 410. It begins now unless `since` or `Last-Event-ID` says where.',
        tags,
        parameters: [
          since,
          collections,
          query('documents', {
            type: 'boolean',
            default: true,
            description: 'Whether events have the document.',
          }),
          {
            name: 'Last-Event-ID',
            in: 'header' as const,
            description: 'As `since`, and before it.',
            schema: { type: 'string' },
          },
        ],
        responses: {
          200: ok('The stream.', { type: 'string' }, 'text/event-stream'),
          503: errors('Too many streams are open.'),
          ...responses(400),
        },
      },
    },
    [`${path}/audit`]: {
      post: {
        operationId: 'auditChanges',
        summary: 'Which documents of a copy are not what is public',
        description: 'By digests: what is sent is compared, and what differs is named.',
        tags,
        requestBody: {
          required: true,
          content: { 'application/json': { schema: schema('Audit', auditSchema()) } },
        },
        responses: {
          200: ok('What is not as it should be.', {
            type: 'object',
            properties: {
              current: { type: 'integer', minimum: 0, description: 'How many are right.' },
              stale: states('Those that have another digest now.'),
              gone: states('Those that are not public any more.'),
              unknown: list(audited, 'Those that never were.'),
              missing: states('With `collections`: what is public and not in the list.'),
              next: {
                type: ['string', 'null'],
                description: 'With `collections`: what to send as `after` for the rest.',
              },
            },
            required: ['current', 'stale', 'gone', 'unknown'],
          }),
          413: errors('The body is too long.'),
          415: errors('The body is not JSON by its Content-Type.'),
          ...responses(400),
        },
      },
    },
  }
}
