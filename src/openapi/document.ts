import type { SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { version } from '../../package.json'
import { typeNameOf } from '../cms/graphql/hidden.ts'
import { anonymousRequest, publicCollections } from './anonymous.ts'
import {
  errorSchemas,
  errors,
  headers,
  ok,
  pageResponsesFor,
  responses,
  responsesFor,
} from './answers.ts'
import { collectionSchemas, pageOf, richText } from './documents.ts'
import { endpointPaths } from './endpoints.ts'
import type { FieldContext } from './fields.ts'
import { filtersIn } from './filters.ts'
import { anyName, refTo } from './names.ts'
import type {
  Describe,
  DocumentedPaths,
  Parameter,
  PathItem,
  Reference,
  Schema,
} from './operation.ts'
import {
  collectionParameters,
  conditions,
  populateParameter,
  sharedParameters,
} from './parameters.ts'
import { type Tag, tagsIn } from './tags.ts'

export type OpenApiDocument = {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  servers: { url: string; description: string }[]
  tags: Tag[]
  security: Record<string, string[]>[]
  paths: Record<string, PathItem>
  /** What we send, by a name. */
  webhooks?: Record<string, PathItem>
  components: {
    schemas: Record<string, Schema>
    parameters: Record<string, Parameter>
    responses: Record<string, unknown>
    headers: Record<string, unknown>
    securitySchemes: Record<string, unknown>
  }
}

/**
 * Describes what everybody can read of a Payload project, from its config: the collections and fields that
 * access opens, the limits that readers are held to, and what endpoints say of themselves.
 *
 * @param more path items of sources that are none of Payload's
 */
export async function createDocument(
  config: SanitizedConfig,
  more: DocumentedPaths[] = [],
): Promise<OpenApiDocument> {
  const req = anonymousRequest(config)
  const collections = await publicCollections(config, req)
  const open = new Map(collections.map((collection) => [collection.slug, collection]))
  const { localization } = config
  const context: FieldContext = {
    req,
    open,
    locales: localization ? localization.localeCodes : [],
  }

  const schemas: Record<string, Schema> = {}
  for (const collection of collections) {
    Object.assign(schemas, await collectionSchemas(collection, context))
    schemas[`${typeNameOf(collection)}Page`] = pageOf(refTo('schemas', anyName(collection)))
  }
  Object.assign(schemas, { RichText: richText, ...filtersIn(schemas), ...errorSchemas })

  const parameters = { ...sharedParameters(config, populateParameter(context)), ...conditions }
  const webhooks: Record<string, PathItem> = {}
  const describe = describer(config, open, { schemas, webhooks }, parameters, context)
  const paths = await endpointPaths(config, collections, describe)
  for (const documented of more) Object.assign(paths, await documented(describe))

  return {
    openapi: '3.1.0',
    info: info(config),
    servers: [{ url: '/', description: 'The server that this document is from.' }],
    tags: tagsIn(paths, collections),
    // Nobody needs a key; whoever has one says who asks.
    security: [{}, { partnerKey: [] }],
    paths,
    ...(Object.keys(webhooks).length > 0 ? { webhooks } : {}),
    components: {
      schemas,
      parameters,
      responses,
      headers,
      securitySchemes: {
        partnerKey: {
          type: 'http',
          scheme: 'bearer',
          description:
            "A partner's key, which begins with `hb_`. What is published can be read without one.",
        },
      },
    },
  }
}

const info = ({ routes }: SanitizedConfig): OpenApiDocument['info'] => ({
  title: 'Handbill',
  version,
  description: `What is published, for everybody to read. Errors have one form: \`errors: [{ message, data }]\`; what is asked wrongly is named, with what would be accepted. Fields may be added at any time: ignore those that you do not know. The same content is at \`${routes.api}${routes.graphQL}\` over GraphQL.`,
})

function describer(
  config: SanitizedConfig,
  open: Map<string, SanitizedCollectionConfig>,
  { schemas, webhooks }: { schemas: Record<string, Schema>; webhooks: Record<string, PathItem> },
  shared: Record<string, Parameter>,
  { req }: FieldContext,
): Describe {
  return {
    config,
    ok,
    errors,
    responses: responsesFor,
    pageResponses: pageResponsesFor,
    document(slug) {
      const collection = open.get(slug)
      if (!collection) throw new Error(`${slug} is no public collection.`)
      return refTo('schemas', anyName(collection))
    },
    schema(name, schema) {
      schemas[name] ??= schema
      return refTo('schemas', name)
    },
    webhook(name, item) {
      webhooks[name] = item
    },
    async parameters(names, slug) {
      const collection = slug ? open.get(slug) : undefined
      const own = collection ? await collectionParameters(collection, req) : {}
      const found = names.flatMap((name): (Parameter | Reference)[] =>
        own[name] ? [own[name]] : shared[name] ? [refTo('parameters', name)] : [],
      )
      return [...found, refTo('parameters', 'If-None-Match')]
    },
  }
}
