import type { Endpoint, SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { typeNameOf } from '../cms/graphql/hidden.ts'
import { parametersOf } from '../cms/readers/query.ts'
import { pluralName, refTo } from './names.ts'
import type { Answer, Describe, Documented, Operation, Parameter, PathItem } from './operation.ts'

type Own = (
  collection: SanitizedCollectionConfig,
  describe: Describe,
  parameters: NonNullable<Operation['parameters']>,
) => Operation

/** The endpoints that Payload, or we for every collection, have; all others describe themselves. */
const own: Record<string, Own> = {
  '/': (collection, { ok, responses, schema }, parameters) => ({
    operationId: `list${pluralName(collection)}`,
    summary: `A page of the ${collection.slug} that you may read`,
    description:
      'Without `sort` the newest come first. Documents that are equal in what they are sorted by follow by id, so that pages neither repeat nor miss any.',
    parameters,
    responses: {
      200: ok('A page.', schema(`${typeNameOf(collection)}Page`, {})),
      ...responses(304, 400, 403),
    },
  }),
  '/:id': (collection, { document, ok, responses }, parameters) => ({
    operationId: `${lower(typeNameOf(collection))}ById`,
    summary: 'One document, by its id',
    description:
      'An id stays the same for ever. That of a document which has been withdrawn answers with 410.',
    parameters: [id, ...parameters],
    responses: {
      200: ok('The document.', document(collection.slug)),
      ...responses(304, 400, 403, 404, 410),
    },
  }),
  '/slug/:slug': (collection, { document, ok, responses }, parameters) => ({
    operationId: `${lower(typeNameOf(collection))}BySlug`,
    summary: 'One document, by its name in addresses',
    description:
      'A name that the document had before answers with 308 to the present one, that of a document which has been withdrawn with 410.',
    parameters: [slug, acceptDatetime, ...parameters],
    responses: {
      200: ok('The document.', document(collection.slug)),
      ...responses(302, 304, 308, 400, 403, 404, 410),
    },
  }),
  '/count': (collection, { ok, responses }, parameters) => ({
    operationId: `count${pluralName(collection)}`,
    summary: `How many ${collection.slug} there are`,
    description: 'Of those that you may read and that meet `where`.',
    parameters,
    responses: {
      200: ok('The number.', {
        type: 'object',
        properties: { totalDocs: { type: 'integer', minimum: 0, description: 'How many.' } },
        required: ['totalDocs'],
      }),
      ...responses(304, 400, 403),
    },
  }),
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

const id: Parameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'The id of the document.',
  schema: { type: 'string', pattern: '^[0-9a-fA-F]{24}$' },
}

const acceptDatetime: Parameter = {
  name: 'Accept-Datetime',
  in: 'header',
  description:
    'A time, as HTTP writes it: the answer leads to what was published then (RFC 7089). It takes no other parameter then but `depth=0` and `locale=all`.',
  schema: { type: 'string' },
}

const slug: Parameter = {
  name: 'slug',
  in: 'path',
  required: true,
  description: 'The name of the document in addresses.',
  schema: { type: 'string', minLength: 1 },
}

type AnyEndpoint = Pick<Endpoint, 'custom' | 'method' | 'path'>

/** The path items of the collections that everybody reads, and of endpoints that describe themselves. */
export async function endpointPaths(
  config: SanitizedConfig,
  open: Iterable<SanitizedCollectionConfig>,
  describe: Describe,
): Promise<Record<string, PathItem>> {
  const paths: Record<string, PathItem> = {}
  const add = (path: string, { method }: AnyEndpoint, operation: Operation, tag?: string) => {
    const item = paths[path] ?? {}
    paths[path] = item
    // Of two endpoints in the same place the first answers.
    item[method as 'get'] ??= {
      ...operation,
      ...(tag && !operation.tags ? { tags: [tag] } : {}),
      parameters: withPathParameters(path, operation.parameters ?? []),
    }
  }
  for (const endpoint of config.endpoints) {
    const operation = await ownDescription(endpoint, describe)
    if (operation) add(pathOf(config.routes.api, endpoint.path), endpoint, operation)
  }
  for (const collection of open) {
    for (const endpoint of inOrder(collection.endpoints || [])) {
      const operation =
        (await ownDescription(endpoint, describe)) ??
        (await knownDescription(collection, endpoint, describe))
      const path = pathOf(`${config.routes.api}/${collection.slug}`, endpoint.path)
      if (operation) add(path, endpoint, operation, collection.slug)
    }
  }
  return paths
}

async function ownDescription(
  { custom }: AnyEndpoint,
  describe: Describe,
): Promise<Operation | undefined> {
  const given = custom?.openapi as Documented | undefined
  return typeof given === 'function' ? given(describe) : given
}

async function knownDescription(
  collection: SanitizedCollectionConfig,
  { method, path }: AnyEndpoint,
  describe: Describe,
): Promise<Operation | undefined> {
  if (method !== 'get') return undefined
  if (path === '/file/:filename') return file(describe)
  const names = parametersOf[path]
  const parameters = names && (await describe.parameters(names, collection.slug))
  return parameters && own[path]?.(collection, describe, parameters)
}

const file = async ({ parameters, responses }: Describe): Promise<Operation> => ({
  operationId: 'mediaFile',
  summary: 'An uploaded file',
  description:
    'Where the `url` of a document leads. A part of it can be asked for with `Range`. The address of a file that has been replaced leads to the present one.',
  parameters: await parameters([]),
  responses: {
    200: part('The file.'),
    206: part('A part of it.'),
    ...responses(304, 308, 400, 403, 404, 410, 416),
  },
})

const part = (description: string): Answer => ({
  description,
  headers: Object.fromEntries(
    ['ETag', 'Cache-Control', 'Vary'].map((name) => [name, refTo('headers', name)]),
  ),
  content: { 'image/*': { schema: { type: 'string' } } },
})

/** What most look for comes first. */
const inOrder = <E extends AnyEndpoint>(endpoints: E[]): E[] =>
  endpoints.toSorted((a, b) => place(a) - place(b))

const place = ({ path }: AnyEndpoint): number => {
  const index = Object.keys(own).indexOf(path)
  return index < 0 ? Object.keys(own).length : index
}

/** `/claims/:id` as OpenAPI writes it. */
const pathOf = (base: string, path: string): string =>
  `${base}${path === '/' ? '' : path}`.replaceAll(/:(\w+)\??/g, '{$1}')

function withPathParameters(
  path: string,
  given: NonNullable<Operation['parameters']>,
): NonNullable<Operation['parameters']> {
  const described = new Set(given.map((one) => ('name' in one ? one.name : undefined)))
  const missing = [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !described.has(name))
  return [
    ...missing.map(
      (name): Parameter => ({
        name,
        in: 'path',
        required: true,
        description: `The ${name}.`,
        schema: { type: 'string', minLength: 1 },
      }),
    ),
    ...given,
  ]
}
