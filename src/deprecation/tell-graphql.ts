import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Context } from '../cms/graphql/context.ts'
import { type Deprecation, deprecationHeaders } from './deprecation.ts'
import type { DeprecatedFields } from './mark-graphql.ts'

/** Says in the headers of an answer that its query uses fields which are deprecated. */
export function tellInGraphql(fields: DeprecatedFields, changelog: string): Plugin<Context> {
  const known = new WeakMap<DocumentNode, Deprecation[]>()
  return {
    onExecute({ args }) {
      if (fields.size === 0) return
      const { document, schema } = args
      const used = known.get(document) ?? usedBy(document, schema, fields)
      known.set(document, used)
      if (used.length === 0) return
      const { headers } = args.contextValue as Context
      Object.assign(headers, Object.fromEntries(deprecationHeaders(used, changelog)))
    },
  }
}

function usedBy(
  document: DocumentNode,
  schema: GraphQLSchema,
  fields: DeprecatedFields,
): Deprecation[] {
  const used = new Set<Deprecation>()
  const types = new TypeInfo(schema)
  const enter = () => {
    const definition = types.getFieldDef()
    const deprecation = definition && fields.get(definition)
    if (deprecation) used.add(deprecation)
  }
  visit(document, visitWithTypeInfo(types, { Field: { enter } }))
  return [...used]
}
