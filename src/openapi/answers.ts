import type { Change } from '../changes/change.ts'
import { refTo } from './names.ts'
import type { Answer, Header, OwnHeader, Reference, Schema, Status } from './operation.ts'

/** Every field of an entry that says that a document is gone. */
const tombstone = {
  sequence: { type: 'integer', description: 'Its place in the change log.' },
  collection: { type: 'string', description: 'What kind of document it was.' },
  id: { type: 'string', description: 'The id of the document.' },
  revision: { type: 'integer', description: 'How often the document has changed.' },
  slug: { type: ['string', 'null'], description: 'The last name that it had in addresses.' },
  kind: {
    type: 'string',
    enum: ['unpublished', 'deleted'],
    description: 'How it came to be withdrawn.',
  },
  locales: {
    type: 'array',
    items: { type: 'string' },
    description: 'The languages whose readers had it.',
  },
  at: { type: 'string', format: 'date-time', description: 'When that was.' },
  digest: { type: 'null', description: 'There is nothing any more to make one of.' },
} satisfies Record<Exclude<keyof Change, 'isCorrection'>, Schema>

/** The body of every error outside GraphQL. */
export const errorSchemas: Record<string, Schema> = {
  Errors: {
    type: 'object',
    description: 'What is wrong, a mistake an entry.',
    properties: {
      errors: {
        type: 'array',
        description: 'The mistakes.',
        items: {
          type: 'object',
          properties: {
            message: { type: 'string', description: 'What is wrong, and what would be accepted.' },
            name: { type: 'string', description: 'The kind of error, where Payload names one.' },
            data: {
              type: ['object', 'array', 'null'],
              items: {},
              description: 'More about it, such as `{ "parameter": "limit" }`.',
            },
          },
          required: ['message'],
        },
      },
      message: { type: 'string', description: 'The first message once more, of an unknown route.' },
    },
    required: ['errors'],
  },
  Gone: {
    type: 'object',
    description: 'What became of a document that was public once.',
    properties: {
      errors: refTo('schemas', 'Errors/properties/errors'),
      tombstone: refTo('schemas', 'Tombstone'),
    },
    required: ['errors', 'tombstone'],
  },
  Tombstone: {
    type: 'object',
    description: 'The entry of the change log that says so.',
    properties: tombstone,
    // What is known from the publications alone has no place in the log.
    required: Object.keys(tombstone).filter((name) => name !== 'sequence'),
  },
}

const text: Schema = { type: 'string' }
const seconds: Schema = { type: 'integer', minimum: 0 }

/** The headers of answers. Which of them an answer has is up to whether the cache keeps it. */
const described = {
  ETag: { description: 'What to send as `If-None-Match` next time.', schema: text },
  'Last-Modified': { description: 'When anything in the content last changed.', schema: text },
  Age: {
    description:
      'For how many seconds the answer has not been confirmed as current: 0, unless the database cannot be reached.',
    schema: seconds,
  },
  'Cache-Control': { description: 'How long a cache may give the answer.', schema: text },
  Vary: { description: 'The headers of the request that the answer depends on.', schema: text },
  'Surrogate-Key': {
    description: 'What the answer was made from, for a cache in front that is told of changes.',
    schema: text,
  },
  Deprecation: {
    description:
      'Since when something that the request used is deprecated (RFC 9745): `@` and seconds.',
    schema: { type: 'string', pattern: '^@\\d+$' },
  },
  Sunset: { description: 'When that will be gone (RFC 8594).', schema: text },
  Location: { description: 'Where the same is answered.', schema: text },
  'Retry-After': { description: 'In how many seconds to ask again.', schema: seconds },
  'RateLimit-Policy': {
    description: 'What may be asked (`q`) in how many seconds (`w`), by whose limit.',
    schema: { type: 'string', pattern: '^"(address|partner)";q=\\d+;w=\\d+$' },
  },
  RateLimit: {
    description: 'How much of that is left (`r`), for how many seconds (`t`).',
    schema: { type: 'string', pattern: '^"(address|partner)";r=\\d+;t=\\d+$' },
  },
  'Repr-Digest': {
    description: 'SHA-256 of the body in the encoding in which it is sent (RFC 9530).',
    schema: { type: 'string', pattern: '^sha-256=:[A-Za-z0-9+/]{43}=:$' },
  },
  Link: {
    description: 'Where the same is in other forms, and as it was (RFC 8288, RFC 7089).',
    schema: text,
  },
  'Memento-Datetime': {
    description: 'Since when what is answered was public (RFC 7089).',
    schema: text,
  },
  'Handbill-Status': {
    description: 'There when the document has been retracted since.',
    schema: { type: 'string', enum: ['retracted'] },
  },
  'Content-Language': { description: 'The language of the answer.', schema: text },
  'Content-Disposition': { description: 'A name to save it under.', schema: text },
} satisfies Record<string, Header>

type HeaderName = keyof typeof described

export const headers: Record<string, Header> = described

const limits = ['RateLimit-Policy', 'RateLimit'] satisfies HeaderName[]
const kept = [
  ...(['ETag', 'Last-Modified', 'Age', 'Cache-Control', 'Vary', 'Surrogate-Key'] as const),
  ...limits,
] satisfies HeaderName[]
const told = ['Content-Language', 'Deprecation', 'Sunset'] satisfies HeaderName[]

const withHeaders = (...names: HeaderName[]): Pick<Answer, 'headers'> => ({
  headers: Object.fromEntries(names.map((name) => [name, refTo('headers', name)])),
})

const withErrors = (schema = 'Errors'): Pick<Answer, 'content'> => ({
  content: { 'application/json': { schema: refTo('schemas', schema) } },
})

const meanings: Record<Status, Answer> = {
  302: {
    description: 'What was published at the time asked for is there.',
    ...withHeaders('Location', 'Link', 'Cache-Control', 'Vary', ...limits, ...told),
  },
  304: { description: 'The answer that you have is current.', ...withHeaders(...kept, ...told) },
  308: {
    description: 'The document has another name now.',
    ...withHeaders('Location', 'Age', 'Cache-Control', 'Vary', ...limits, ...told),
  },
  400: { description: 'The request is wrong; each mistake is named.', ...withErrors() },
  401: { description: 'The key is wrong, or has been switched off.', ...withErrors() },
  403: { description: 'That is not for everybody: drafts, the trash.', ...withErrors() },
  404: { description: 'There is no such document, or it is not public.', ...withErrors() },
  410: { description: 'The document was public and has been withdrawn.', ...withErrors('Gone') },
  414: { description: 'The address is too long.', ...withErrors() },
  416: { description: 'The file has no such part.', ...withHeaders('Vary') },
  431: { description: 'The headers are longer than 32 kB, or too many.' },
  429: {
    description: 'Too many requests.',
    ...withHeaders('Retry-After', ...limits),
    ...withErrors(),
  },
  503: {
    description: 'The server has too much to do, or its database does not answer. Ask again.',
    ...withHeaders('Retry-After'),
    ...withErrors(),
  },
}

/** What a page tells people of, and JSON programs. */
const pageStatuses = [400, 404, 410] satisfies Status[]

const asPage = ({ content, ...answer }: Answer): Answer => ({
  ...answer,
  ...withHeaders('Content-Language', 'Vary', ...limits),
  content: { ...content, 'text/html': { schema: { type: 'string' } } },
})

const nameOf = (status: Status | number, isPage = false): string =>
  `Status${status}${isPage ? 'Page' : ''}`

/** All that is not a success, by the name under which operations refer to it. */
export const responses: Record<string, Answer> = Object.fromEntries([
  ...Object.entries(meanings).map(([status, answer]) => [nameOf(Number(status)), answer]),
  ...pageStatuses.map((status) => [nameOf(status, true), asPage(meanings[status])]),
])

const referring = (statuses: Status[], isPage: (status: Status) => boolean) =>
  Object.fromEntries(
    [...new Set<Status>([...statuses, 401, 414, 429, 431, 503])]
      .sort()
      .map((status) => [status, refTo('responses', nameOf(status, isPage(status)))]),
  )

export const responsesFor = (...statuses: Status[]): Record<string, Reference> =>
  referring(statuses, () => false)

export const pageResponsesFor = (...statuses: Status[]): Record<string, Reference> =>
  referring(statuses, (status) => pageStatuses.some((one) => one === status))

export const errors = (description: string): Answer => ({ description, ...withErrors() })

/** A success, with the headers that every public answer has. */
export const ok = (
  description: string,
  schema: Schema,
  mediaType = 'application/json',
  ...more: OwnHeader[]
): Answer => ({
  description,
  ...withHeaders(...kept, 'Repr-Digest', ...told, ...more),
  content: { [mediaType]: { schema } },
})
