import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoFragmentCyclesRule,
  type SelectionSetNode,
  validate,
} from 'graphql'

/** A long partner's query has a hundred, GraphiQL's introspection three hundred. */
const maxSelections = 1000

/**
 * Checks how long a query is once its fragments are written out.
 *
 * Fragments that spread fragments grow by powers, and the rules that come after this one, Payload's cost
 * among them, walk through all of it; in a circle they would never come to an end.
 */
export function checkWrittenOut(
  schema: GraphQLSchema,
  document: DocumentNode,
): readonly GraphQLError[] {
  const circles = validate(schema, document, [NoFragmentCyclesRule])
  if (circles.length > 0) return circles
  const length = selectionsOf(document)
  if (length <= maxSelections) return []
  const message = `This query selects too many fields, counting those in fragments wherever they are spread; accepted: ${maxSelections}.`
  return [new GraphQLError(message, { extensions: { code: 'QUERY_TOO_LARGE' } })]
}

function selectionsOf({ definitions }: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  }
  const counted = new Map<string, number>()

  const count = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return sum + countFragment(node.name.value)
      return sum + 1 + (node.selectionSet ? count(node.selectionSet) : 0)
    }, 0)

  const countFragment = (name: string): number => {
    const known = counted.get(name)
    if (known !== undefined) return known
    const fragment = fragments.get(name)
    const length = fragment ? 1 + count(fragment.selectionSet) : 1
    counted.set(name, length)
    return length
  }
  return definitions.reduce(
    (sum, node) =>
      sum + ('selectionSet' in node && node.selectionSet ? count(node.selectionSet) : 0),
    0,
  )
}
