import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { type ExecutionArgs, GraphQLError, type ValidationContext } from 'graphql'
import type { Config } from 'payload'
import { maxCostRule } from './cost.ts'
import { oneAccountRule } from './one-account.ts'

/**
 * As deep as a campaign, its sections, items, a claim, its evidence, the source, and what it belongs to;
 * not deep enough to come from the campaign back to its own sections.
 */
const maxDepth = 9
const maxAliases = 30
/** Three lists of a hundred claims with their sources; a page of ten whole campaigns. */
const maxCost = 25_000

/** What one GraphQL request may ask for, as Payload's own options. */
export const graphqlLimits: NonNullable<Config['graphQL']> = {
  // Everything published is public, and so is its shape.
  disableIntrospectionInProduction: false,
  disablePlaygroundInProduction: false,
  // Payload's rule counts the fields of a query, ours the values of its answer.
  maxComplexity: maxCost,
  validationRules: ({ variableValues }: Pick<ExecutionArgs, 'variableValues'>) => [
    maxDepthRule({
      n: maxDepth,
      flattenFragments: true,
      ignoreIntrospection: true,
      ...refuse(`This query is nested too deeply; accepted: ${maxDepth} levels.`),
    }),
    maxAliasesRule({
      n: maxAliases,
      allowList: [],
      ...refuse(`This query has too many aliases; accepted: ${maxAliases}.`),
    }),
    maxCostRule(maxCost, variableValues ?? undefined),
    oneAccountRule,
  ],
}

/** Reports the mistake among the others of the query, where the rules would throw and end validation. */
function refuse(message: string) {
  const onReject = (context: ValidationContext | null) =>
    context?.reportError(new GraphQLError(message, { extensions: { code: 'QUERY_TOO_LARGE' } }))
  return { onReject: [onReject], propagateOnRejection: false }
}
