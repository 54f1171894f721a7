import { type Answer, type Describe, documented, type Schema } from '../../openapi/operation.ts'

/*
 * What the endpoints are in the OpenAPI document.
 */

const whole: Schema = { type: 'object', additionalProperties: true }
const number = (description: string): Schema => ({ type: 'integer', minimum: 1, description })
const text = (description: string, more: Schema = {}): Schema => ({
  type: 'string',
  description,
  ...more,
})

export const revisionOperation = (collection: string) =>
  documented(({ ok, responses }) => ({
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
      200: ok(
        'The document as it was.',
        whole,
        'application/json',
        'Link',
        'Memento-Datetime',
        'Handbill-Status',
      ),
      ...responses(304, 400, 404, 410),
    },
  }))

export const timeMapOperation = (collection: string) =>
  documented(({ ok, responses, schema }) => ({
    operationId: `${collection}TimeMap`,
    summary: 'The versions of a document',
    description: 'As links (RFC 7089), or as JSON by `Accept`; in pages when there are many.',
    parameters: [
      { name: 'page', in: 'query', description: 'The page.', schema: number('From 1.') },
    ],
    responses: {
      200: timeMapAnswer({ ok, schema }),
      ...responses(400, 404, 410),
    },
  }))

const revision: Schema = {
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

/** A list of versions: as JSON, or as links. */
export function timeMapAnswer({ ok, schema }: Pick<Describe, 'ok' | 'schema'>): Answer {
  const asJson = ok('The versions.', schema('TimeMap', timeMap), 'application/json', 'Link')
  const asLinks = ok('', text('Links.'), 'application/link-format')
  return { ...asJson, content: { ...asJson.content, ...asLinks.content } }
}

const timeMap: Schema = {
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
