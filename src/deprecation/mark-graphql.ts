import { type GraphQLField, type GraphQLSchema, getNamedType, isObjectType } from 'graphql'
import type { SanitizedConfig } from 'payload'
import { typeNameOf } from '../cms/graphql/hidden.ts'
import { type Deprecation, noticeOf } from './deprecation.ts'

export type DeprecatedFields = Map<GraphQLField<unknown, unknown>, Deprecation>

/**
 * Marks the fields of the schema that are deprecated.
 *
 * @returns which field stands for which deprecation
 */
export function markInGraphql(
  schema: GraphQLSchema,
  deprecations: Deprecation[],
  config: SanitizedConfig,
): DeprecatedFields {
  const marked: DeprecatedFields = new Map()
  for (const deprecation of deprecations) {
    const { what } = deprecation
    if (!('field' in what)) continue
    const collection = config.collections.find(({ slug }) => slug === what.collection)
    const field = collection && fieldOf(schema, typeNameOf(collection), what.field.split('.'))
    if (!field) continue
    field.deprecationReason = noticeOf(deprecation)
    marked.set(field, deprecation)
  }
  return marked
}

function fieldOf(schema: GraphQLSchema, type: string, [name = '', ...rest]: string[]) {
  const holder = schema.getType(type)
  const field = isObjectType(holder) ? holder.getFields()[name] : undefined
  if (!field || rest.length === 0) return field
  return fieldOf(schema, getNamedType(field.type).name, rest)
}
