import { GraphQLObjectType, GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { formatNames, type SanitizedCollectionConfig, type SanitizedConfig, toWords } from 'payload'
import { typeNameOf } from '../cms/graphql/hidden.ts'
import { servedSchema } from '../cms/graphql/schema.ts'
import type { Deprecation } from '../deprecation/deprecation.ts'
import { markInGraphql } from '../deprecation/mark-graphql.ts'
import { anonymousRequest, publicCollections } from '../openapi/anonymous.ts'

/**
 * The part of the GraphQL schema that everybody can use, as text in a stable order: queries of the
 * collections that are public. The whole schema also has what editors write with.
 */
export async function publicGraphql(
  config: SanitizedConfig,
  deprecations: Deprecation[],
): Promise<string> {
  const { schema } = servedSchema(config, true)
  markInGraphql(schema, deprecations, config)
  const collections = await publicCollections(config, anonymousRequest(config))
  const names = new Set(collections.flatMap(queriesOf))
  const whole = (schema.getQueryType() as GraphQLObjectType).toConfig()
  const fields = Object.fromEntries(
    Object.entries(whole.fields).filter(([name]) => names.has(name)),
  )
  const query = new GraphQLObjectType({ ...whole, fields })
  return `${printSchema(lexicographicSortSchema(new GraphQLSchema({ query })))}\n`
}

/** As Payload names a collection's queries. */
function queriesOf(collection: SanitizedCollectionConfig): string[] {
  if (collection.graphQL === false) return []
  const one = typeNameOf(collection)
  const given = collection.graphQL?.pluralName
  const many = given ? toWords(given, true) : formatNames(collection.slug).plural
  const list = many === one ? `all${one}` : many
  return [one, list, `count${list}`]
}
