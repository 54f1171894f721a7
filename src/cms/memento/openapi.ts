/*
 * What the endpoints are in the OpenAPI document, as it asks for them: each carries a function in its
 * `custom`, which is given the means to describe it.
 */

type Described = { content?: Record<string, object> }
type Describe = {
  ok(description: string, schema: object, mediaType?: string): Described
  responses(...statuses: (304 | 400 | 404 | 410)[]): Record<string, object>
}

const whole = { type: 'object', additionalProperties: true }
const number = (description: string) => ({ type: 'integer', minimum: 1, description })
const text = (description: string, more: object = {}) => ({ type: 'string', description, ...more })

export const revisionOperation = (collection: string) => ({
  openapi: ({ ok, responses }: Describe) => ({
    operationId: `${collection}Revision`,
    summary: 'A document as it was published once',
    description:
      'With `depth=0&locale=all`, in canonical JSON (RFC 8785). The bytes never change; `Repr-Digest` is of them. Once the document is withdrawn it is 410, and `Handbill-Status: retracted` says that it is retracted now.',
    parameters: [
      {
        name: 'revision',
        in: 'path',
        required: true,
        description: 'The number of the revision.',
        schema: number('From 1.'),
      },
    ],
    responses: {
      200: ok('The document as it was.', whole),
      ...responses(304, 400, 404, 410),
    },
  }),
})

export const timeMapOperation = (collection: string) => ({
  openapi: ({ ok, responses }: Describe) => ({
    operationId: `${collection}TimeMap`,
    summary: 'The versions of a document',
    description: 'As links (RFC 7089), or as JSON by `Accept`; in pages when there are many.',
    parameters: [
      { name: 'page', in: 'query', description: 'The page.', schema: number('From 1.') },
    ],
    responses: {
      200: {
        ...ok('The versions.', timeMap),
        content: {
          ...ok('', text('Links.'), 'application/link-format').content,
          ...ok('', timeMap).content,
        },
      },
      ...responses(400, 404, 410),
    },
  }),
})

const revision = {
  type: 'object',
  properties: {
    revision: number('Its number.'),
    at: text('From when on it was public.', { format: 'date-time' }),
    kind: text('How it came about.', {
      enum: ['published', 'updated', 'retracted', 'unpublished', 'deleted'],
    }),
    locales: {
      type: 'array',
      items: { type: 'string' },
      description: 'The languages whose readers saw something else than before.',
    },
    digest: {
      type: ['string', 'null'],
      description: 'SHA-256 of its bytes, in hexadecimal; null of a withdrawal.',
    },
    url: { type: ['string', 'null'], description: 'Where it is; null of a withdrawal.' },
  },
  required: ['revision', 'at', 'kind', 'locales', 'digest', 'url'],
}

const timeMap = {
  type: 'object',
  properties: {
    original: text('The present document.'),
    timegate: {
      type: ['string', 'null'],
      description: 'What answers `Accept-Datetime`; null where nothing does.',
    },
    collection: text('What kind of document it is.'),
    id: text('The id of the document.'),
    page: number('The number of this page.'),
    totalPages: number('How many there are.'),
    next: { type: ['string', 'null'], description: 'The page after this one.' },
    revisions: { type: 'array', items: revision, description: 'In order.' },
  },
  required: ['original', 'timegate', 'collection', 'id', 'page', 'totalPages', 'next', 'revisions'],
}
