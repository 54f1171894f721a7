import type { SanitizedConfig } from 'payload'

/*
 * How an endpoint gets into the OpenAPI document.
 *
 * An endpoint of Payload, of a collection or of the config, carries its description with it:
 *
 *   { method: 'get', path: '/:slug/bundle', handler, custom: documented({ summary: 'A whole campaign', … }) }
 *
 * A source that is none of Payload's gives path items by their whole path. They are put into the list in
 * src/contract/documented-paths.ts:
 *
 *   export const feedPaths: DocumentedPaths = ({ responses, ok }) => ({
 *     '/feeds/{campaign}.atom': {
 *       get: {
 *         operationId: 'campaignFeed',
 *         summary: 'What is new in a campaign, as Atom',
 *         responses: { 200: ok('The feed.', { type: 'string' }, 'application/atom+xml'), ...responses(304, 404) },
 *       },
 *     },
 *   })
 *
 * Either may be a function, which is given `Describe`. Parameters of the path that are not described
 * are added. Every answer that the endpoint can give is named: the tests ask for more than that.
 */

/** A JSON Schema (draft 2020-12). */
export type Schema = {
  $ref?: string
  type?: string | string[]
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  additionalProperties?: boolean | Schema
  deprecated?: boolean
  [keyword: string]: unknown
}

export type Reference = { $ref: string }

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  description: string
  required?: boolean
  deprecated?: boolean
  style?: string
  explode?: boolean
  schema: Schema
  /** The first is what the reference page begins with. */
  examples?: Record<string, Example>
}

export type Header = { description: string; required?: boolean; schema: Schema }

export type Example = { summary?: string; value: unknown }

export type MediaType = { schema: Schema; examples?: Record<string, Example> }

export type Answer = {
  description: string
  headers?: Record<string, Header | Reference>
  content?: Record<string, MediaType>
}

export type Operation = {
  operationId: string
  summary: string
  description?: string
  tags?: string[]
  deprecated?: boolean
  parameters?: (Parameter | Reference)[]
  requestBody?: { required?: boolean; content: Record<string, MediaType> }
  responses: Record<string, Answer | Reference>
  /** Where it is another than that of the whole document. */
  security?: Record<string, string[]>[]
}

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete' | 'head' | 'options'

export type PathItem = Partial<Record<Method, Operation>>

/** What an answer that is not a success can be; the document says once what each means. */
export type Status = 302 | 304 | 308 | 400 | 401 | 403 | 404 | 410 | 414 | 416 | 429 | 431 | 503

/** Headers that the document describes beside those that every public answer has. */
export type OwnHeader =
  | 'Content-Disposition'
  | 'Content-Language'
  | 'Handbill-Status'
  | 'Link'
  | 'Memento-Datetime'

/** What a description can be made with. */
export type Describe = {
  config: SanitizedConfig
  /** A document of a public collection, in every form that an answer can have it. */
  document(collection: string): Schema
  /** Adds a schema to the document's own, under a name, and refers to it. */
  schema(name: string, schema: Schema): Schema
  /** Tells of what we send to addresses of others. */
  webhook(name: string, item: PathItem): void
  /**
   * Parameters that readers can use at Payload's endpoints, by name, with their limits.
   *
   * @param collection to which `select`, `sort` and `where` belong
   */
  parameters(names: readonly string[], collection?: string): Promise<(Parameter | Reference)[]>
  /** A success, with the headers that every public answer has, and those that are named. */
  ok(description: string, schema: Schema, mediaType?: string, ...headers: OwnHeader[]): Answer
  /** An answer of its own with the body that errors have. */
  errors(description: string): Answer
  /** The other answers that an endpoint can give; 401, 414, 429, 431 and 503 are among them always. */
  responses(...statuses: Status[]): Record<string, Reference>
  /** The same where mistakes are told as pages, unless JSON is asked for. */
  pageResponses(...statuses: Status[]): Record<string, Reference>
}

export type Documented = Operation | ((describe: Describe) => Operation | Promise<Operation>)

/** Path items by their whole path, in which `{name}` is a parameter. */
export type DocumentedPaths = (
  describe: Describe,
) => Record<string, PathItem> | Promise<Record<string, PathItem>>

/** The `custom` of a Payload endpoint that is to be in the document. */
export const documented = (openapi: Documented): { openapi: Documented } => ({ openapi })
