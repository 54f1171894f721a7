import type { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { type APIError, logError, type PayloadRequest } from 'payload'
import type { Context } from './context.ts'

/**
 * Gives errors of resolvers the form that Payload's own GraphQL endpoint gives them, its `afterError`
 * hooks included. What is not meant for the public is logged and answered as "Something went wrong."
 */
export const formatErrors: Plugin<Context> = {
  onExecute: ({ args }) => ({
    async onExecuteDone({ result, setResult }) {
      if (!('errors' in result) || !result.errors) return
      const { req } = args.contextValue as Context
      const errors: unknown[] = []
      for (const error of result.errors) errors.push(await format(error, req))
      setResult({ ...result, errors: errors as GraphQLError[] })
    },
  }),
}

async function format(error: GraphQLError, req: PayloadRequest) {
  const { payload } = req
  const original = error.originalError as APIError | undefined
  // Without an original error it is GraphQL's own, about the query: a value of the wrong type, say.
  const status = original ? (original.status ?? 500) : 400
  if (status >= 500) logError({ err: error, payload })
  let formatted = {
    extensions: {
      name: original?.name,
      data: original?.data ?? undefined,
      stack: payload.config.debug ? error.stack : undefined,
      statusCode: status,
    },
    locations: error.locations,
    message: status >= 500 && !payload.config.debug ? 'Something went wrong.' : error.message,
    path: error.path,
  }
  for (const hook of payload.config.hooks.afterError ?? []) {
    const changed = await hook({
      context: req.context,
      error: error as unknown as Error,
      graphqlResult: formatted as never,
      req,
    })
    formatted = (changed?.graphqlResult as typeof formatted | undefined) ?? formatted
  }
  return formatted
}
