import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql'
import type { FlattenedField, SanitizedConfig } from 'payload'
import { descriptionOf } from '../field-descriptions.ts'
import { typeNameOf } from './hidden.ts'

/** Gives the schema's fields the words that editors read beside them; Payload leaves them out. */
export function describeFields(schema: GraphQLSchema, config: SanitizedConfig): void {
  for (const collection of config.collections) {
    if (collection.graphQL === false) continue
    describe(schema, typeNameOf(collection), collection.flattenedFields)
  }
}

function describe(schema: GraphQLSchema, name: string, fields: FlattenedField[]): void {
  const type = schema.getType(name)
  if (!isObjectType(type)) return
  const known = type.getFields()
  for (const field of fields) {
    const found = known[field.name]
    if (!found) continue
    found.description ??= descriptionOf(field)
    if ('flattenedFields' in field) {
      describe(schema, getNamedType(found.type).name, field.flattenedFields)
    }
  }
}
