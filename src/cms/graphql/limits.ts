import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { GraphQLError, type ValidationContext } from 'graphql'
import type { Config } from 'payload'

/** The deepest sensible query (campaigns, sections, items, a claim, its evidence, the source) has 10. */
const maxDepth = 14
const maxAliases = 30

/** Longest query in tokens; the parser stops there. GraphiQL's introspection has about 400. */
export const maxTokens = 3000

/** What one GraphQL request may ask for; the cost in fields is Payload's own rule. */
export const graphqlLimits: NonNullable<Config['graphQL']> = {
  maxComplexity: 2000,
  validationRules: () => [
    maxDepthRule({
      n: maxDepth,
      ignoreIntrospection: true,
      ...refuse(`This query is nested too deeply; accepted: ${maxDepth} levels.`),
    }),
    maxAliasesRule({
      n: maxAliases,
      ...refuse(`This query has too many aliases; accepted: ${maxAliases}.`),
    }),
  ],
}

/** Reports the mistake among the others of the query, where the rules would throw and end validation. */
function refuse(message: string) {
  const onReject = (context: ValidationContext | null) =>
    context?.reportError(new GraphQLError(message, { extensions: { code: 'QUERY_TOO_LARGE' } }))
  return { onReject: [onReject], propagateOnRejection: false }
}
