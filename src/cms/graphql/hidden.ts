import {
  type GraphQLNamedType,
  GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from 'graphql'
import {
  type FlattenedField,
  formatNames,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
  toWords,
} from 'payload'

/**
 * Takes hidden fields out of the schema. Payload never answers them, but lists them for everyone: of
 * accounts the hash, the salt and the sessions.
 *
 * @returns the schema without them and without the types that only they used
 */
export function omitHidden(schema: GraphQLSchema, config: SanitizedConfig): GraphQLSchema {
  for (const collection of config.collections) {
    if (collection.graphQL === false) continue
    const name = typeNameOf(collection)
    const types = [
      name,
      `${name}Version_Version`,
      `mutation${name}Input`,
      `mutation${name}UpdateInput`,
    ]
    // Where addresses are not verified, the mutation that does it can only fail.
    if (!collection.auth?.verify) delete schema.getMutationType()?.getFields()[`verifyEmail${name}`]
    for (const type of types) omitFrom(schema.getType(type), collection.flattenedFields)
  }
  return new GraphQLSchema({ mutation: schema.getMutationType(), query: schema.getQueryType() })
}

function omitFrom(type: GraphQLNamedType | undefined, fields: FlattenedField[]): void {
  if (!isObjectType(type) && !isInputObjectType(type)) return
  const known = type.getFields()
  for (const field of fields) {
    const found = known[field.name]
    if (!found) continue
    if ('hidden' in field && field.hidden) delete known[field.name]
    else if ('flattenedFields' in field) omitFrom(getNamedType(found.type), field.flattenedFields)
  }
}

/** As Payload names a collection's type. */
export function typeNameOf({ graphQL, slug }: SanitizedCollectionConfig): string {
  const given = graphQL ? graphQL.singularName : undefined
  return given ? toWords(given, true) : formatNames(slug).singular
}
