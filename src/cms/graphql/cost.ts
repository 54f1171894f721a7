import {
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  getArgumentValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'

type Field = GraphQLField<unknown, unknown>
type Variables = Record<string, unknown>

/** What the database does for each document, in values that are read from it. */
const perDocument = 20
/** How many rows a list is taken to have when the query cannot say. */
const perList = 4
const defaultLimit = 10
/** `limit: 0` is everything, for the editors who may ask for that. */
const everything = 100
/** Introspection reads what lies in memory. */
const perIntrospected = 0.015
/** The same for every schema: one that grows must not come to refuse its own introspection. */
const perSchema = 2000

/**
 * Refuses queries that cost more than `max`: every value of the answer costs 1, a document 20 more, a
 * relation 10 more, and a list costs as many times its rows. Payload's own rule takes no account of how
 * many documents a list returns.
 */
export const maxCostRule =
  (max: number, variables: Variables | undefined): ValidationRule =>
  (context) => {
    let cost = 0
    return {
      OperationDefinition(operation) {
        cost += costOf(operation, context, variables)
        if (cost <= max) return
        const message = `This query asks for too much at once: it costs ${Math.round(cost)}, accepted: ${max}. A lower limit, or fewer lists inside lists, costs less.`
        context.reportError(new GraphQLError(message, { extensions: { code: 'QUERY_TOO_LARGE' } }))
      },
    }
  }

function costOf(
  operation: OperationDefinitionNode,
  context: ValidationContext,
  given: Variables | undefined,
): number {
  const schema = context.getSchema()
  const root = schema.getRootType(operation.operation)
  if (!root) return 0
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given ?? {})
  const fragments = new Map<string, number>()

  const inSelection = ({ selections }: SelectionSetNode, type: GraphQLCompositeType): number => {
    let all = 0
    // Of what is asked of one kind of document or another, each document has only one kind.
    const byType = new Map<string, number>()
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        all += inField(node, type)
        continue
      }
      const fragment =
        node.kind === Kind.FRAGMENT_SPREAD ? context.getFragment(node.name.value) : node
      if (!fragment) continue
      const name = fragment.typeCondition?.name.value ?? type.name
      const inside = schema.getType(name)
      if (!isCompositeType(inside)) continue
      let cost = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : undefined
      cost ??= inSelection(fragment.selectionSet, inside)
      if (node.kind === Kind.FRAGMENT_SPREAD) fragments.set(node.name.value, cost)
      if (isUnionType(type)) byType.set(name, (byType.get(name) ?? 0) + cost)
      else all += cost
    }
    return all + Math.max(0, ...byType.values())
  }

  const inField = (node: FieldNode, parent: GraphQLCompositeType): number => {
    const field = fieldOf(parent, node.name.value)
    if (!field) return 0
    const type = getNamedType(field.type)
    const inside =
      isCompositeType(type) && node.selectionSet ? inSelection(node.selectionSet, type) : 0
    if (field.name === '__schema' || field.name === '__type') return 1 + perIntrospected * inside
    if (field.args.some(({ name }) => name === 'limit')) {
      const limit = limitOf(field, node, coerced)
      return perDocument + limit * (perDocument + inside)
    }
    const { complexity } = field.extensions
    const own = 1 + (typeof complexity === 'number' ? complexity : 0)
    return own + (parent === root ? perDocument : 0) + rowsOf(field, parent) * inside
  }
  return inSelection(operation.selectionSet, root)
}

function fieldOf(parent: GraphQLCompositeType, name: string): Field | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef
  return 'getFields' in parent ? parent.getFields()[name] : undefined
}

function limitOf(field: Field, node: FieldNode, variables: Variables | undefined): number {
  try {
    const { limit } = getArgumentValues(field, node, variables)
    if (typeof limit !== 'number') return defaultLimit
    return limit > 0 ? limit : everything
  } catch {
    // An argument of the wrong type is another rule's to report.
    return defaultLimit
  }
}

function rowsOf(field: Field, parent: GraphQLCompositeType): number {
  // Most types wrap no other; a type has about eight fields.
  if (parent.name === '__Type' && field.name === 'ofType') return 0.25
  if (!isListType(getNullableType(field.type))) return 1
  if (parent.name === '__Schema') return perSchema
  if (parent.name === '__Type') return 8
  // The rows of a page are in its `limit`.
  const isPage = 'getFields' in parent && 'totalDocs' in parent.getFields()
  return isPage ? 1 : perList
}
