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
 * Takes hidden fields out of the schema, and what is computed out of what is asked and written. Payload never answers them, but lists them for everyone: of
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
    for (const type of [...inputsOf(name), `mutation${name}Input`, `mutation${name}UpdateInput`]) {
      omitComputed(schema.getType(type), collection.flattenedFields)
    }
  }
  return new GraphQLSchema({ mutation: schema.getMutationType(), query: schema.getQueryType() })
}

const inputsOf = (name: string): string[] =>
  ['where', 'where_and', 'where_or'].map((input) => `${name}_${input}`)

/** What is computed can be neither filtered by nor written. */
function omitComputed(type: GraphQLNamedType | undefined, fields: FlattenedField[]): void {
  if (!isInputObjectType(type)) return
  const known = type.getFields()
  for (const field of fields) {
    if ('virtual' in field && field.virtual === true) delete known[field.name]
  }
}

function omitFrom(type: GraphQLNamedType | undefined, fields: FlattenedField[]): void {
  if (!isObjectType(type) && !isInputObjectType(type)) return
  const known = type.getFields()
  for (const field of fields) {
    const found = known[field.name]
    if (!found) continue
    if (isHidden(field)) delete known[field.name]
    else if ('flattenedFields' in field) omitFrom(getNamedType(found.type), field.flattenedFields)
  }
}

/** What the schema, which everybody sees, does not show: what is never answered, or to editors alone. */
const isHidden = (field: FlattenedField): boolean =>
  ('hidden' in field && field.hidden === true) || field.custom?.isForStaff === true

/** As Payload names a collection's type. */
export function typeNameOf({ graphQL, slug }: SanitizedCollectionConfig): string {
  const given = graphQL ? graphQL.singularName : undefined
  return given ? toWords(given, true) : formatNames(slug).singular
}
