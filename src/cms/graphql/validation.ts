import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  parse,
  type ValidationRule,
  validate,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Context } from './context.ts'
import { checkWrittenOut } from './written-out.ts'

/** Longest query in tokens; the parser stops there. GraphiQL's introspection has about 400. */
const maxTokens = 2000

/**
 * Validates in three steps, cheapest first: how long the query is, the limits of the Payload config, and
 * whether the query is right. The limits depend on the variables and are checked every time; whether
 * it is right depends on the query alone and is remembered with the parsed query, which yoga keeps.
 */
export function limitedValidation(
  limits: (args: ExecutionArgs) => ValidationRule[],
): Plugin<Context> {
  const lengths = new WeakMap<DocumentNode, readonly GraphQLError[]>()
  const forms = new WeakMap<DocumentNode, readonly GraphQLError[]>()
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => parse(source, { ...options, maxTokens }))
      return ({ result, replaceParseResult }) => {
        if (result instanceof RangeError) replaceParseResult(tooDeep())
      }
    },
    onValidate({ context, params: { documentAST, rules, schema }, setResult }) {
      const { variables: variableValues } =
        (context as { params?: { variables?: object } }).params ?? {}
      const tooLong = remember(lengths, documentAST, () => checkWrittenOut(schema, documentAST))
      if (tooLong.length > 0) return setResult([...tooLong])
      try {
        const mistakes = validate(schema, documentAST, limits({ variableValues } as ExecutionArgs))
        if (mistakes.some(isTooLarge)) return setResult([...mistakes])
        const wrong = remember(forms, documentAST, () => validate(schema, documentAST, rules))
        // The limits may have stumbled over what is wrong; graphql says it better.
        setResult([...(wrong.length > 0 ? wrong : mistakes.map(readable))])
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        setResult([tooDeep()])
      }
    },
  }
}

function remember(
  known: WeakMap<DocumentNode, readonly GraphQLError[]>,
  document: DocumentNode,
  check: () => readonly GraphQLError[],
) {
  const errors = known.get(document) ?? check()
  known.set(document, errors)
  return errors
}

const isTooLarge = ({ extensions, message }: GraphQLError) =>
  extensions?.code === 'QUERY_TOO_LARGE' || message.includes('maximum complexity')

/** Reading variables reports whatever goes wrong as it is, an overflow of the stack too. */
const readable = (error: GraphQLError) => (error instanceof RangeError ? tooDeep() : error)

/** The parser and the reading of variables go down one level of the stack for each level of nesting. */
const tooDeep = () =>
  new GraphQLError('This query, or one of its variables, is nested too deeply.', {
    extensions: { code: 'QUERY_TOO_LARGE', http: { status: 400 } },
  })
