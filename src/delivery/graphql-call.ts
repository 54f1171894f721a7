import { getOperationAST, OperationTypeNode, parse } from 'graphql'
import type { Parameter } from './parameters.ts'
import { isHashOf, type PersistedQueries } from './persisted-queries.ts'

/** The parameters of a GraphQL request, and whatever else its body or its URL says. */
export type GraphqlCall = Record<string, unknown> & { query: string }

/** A call, and the hash to remember its query under once it has been answered. */
export type ReadCall = { call: GraphqlCall; hash: string | undefined }

type Fields = Record<string, unknown>

/** A document of more tokens is refused by any limit; reading it would be the attack. */
const maxTokens = 2000

/**
 * Makes one call of all ways to write it, with a persisted query in full and without its hash.
 *
 * @returns nothing unless it is a query, of one operation, with its parameters in order
 */
export function readCall(fields: Fields, persisted: PersistedQueries): ReadCall | undefined {
  const { operationName, variables, extensions } = fields
  if (!isOptional(operationName, isText)) return undefined
  if (!isOptional(variables, isFields) || !isOptional(extensions, isFields)) return undefined
  const asked = inFull(fields, persisted)
  if (!asked || !isQuery(asked.query, operationName)) return undefined
  const call: Fields = { ...fields, query: asked.query, extensions: asked.extensions }
  if (isFields(variables)) call.variables = sorted(variables)
  return { call: sorted(call) as GraphqlCall, hash: asked.hash }
}

/** The call as the source is asked it: along with the hash, under which it keeps a query that is valid. */
export const withHash = ({ call, hash }: ReadCall): GraphqlCall =>
  hash
    ? {
        ...call,
        extensions: {
          ...(call.extensions as Fields | undefined),
          persistedQuery: { version: 1, sha256Hash: hash },
        },
      }
    : call

/** The fields of a POST body, which must be one object in UTF-8. */
export function fieldsOfBody(body: Buffer): Fields | undefined {
  const fields: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  return isFields(fields) ? fields : undefined
}

const inJson = ['variables', 'extensions']

/** The fields of a GET query. Yoga takes an empty one for none, and the first of two. */
export function fieldsOfParameters(parameters: readonly Parameter[]): Fields | undefined {
  const given = parameters.filter(([, value]) => value !== '')
  if (new Set(given.map(([name]) => name)).size < given.length) return undefined
  return Object.fromEntries(
    given.map(([name, value]) => [name, inJson.includes(name) ? JSON.parse(value) : value]),
  )
}

/** The other way round. */
export const parametersOf = (call: GraphqlCall): Parameter[] =>
  Object.entries(call).map(([name, value]) => [
    name,
    inJson.includes(name) ? JSON.stringify(value) : String(value),
  ])

type InFull = { query: string; extensions: Fields | undefined; hash: string | undefined }

function inFull({ query, extensions }: Fields, persisted: PersistedQueries): InFull | undefined {
  const { persistedQuery, ...rest } = isFields(extensions) ? extensions : {}
  const others = Object.keys(rest).length > 0 ? rest : undefined
  if (persistedQuery === undefined) {
    return isText(query) ? { query, extensions: others, hash: undefined } : undefined
  }
  const hash = hashIn(persistedQuery)
  if (!hash) return undefined
  if (query !== undefined) {
    return isText(query) && isHashOf(hash, query) ? { query, extensions: others, hash } : undefined
  }
  const known = persisted.get(hash)
  return known === undefined ? undefined : { query: known, extensions: others, hash: undefined }
}

function hashIn(persistedQuery: unknown): string | undefined {
  if (!isFields(persistedQuery) || persistedQuery.version !== 1) return undefined
  const { sha256Hash } = persistedQuery
  return isText(sha256Hash) && /^[\da-f]{64}$/.test(sha256Hash) ? sha256Hash : undefined
}

function isQuery(text: string, operationName: string | null | undefined): boolean {
  const document = parse(text, { maxTokens, noLocation: true })
  return getOperationAST(document, operationName)?.operation === OperationTypeNode.QUERY
}

const isText = (value: unknown): value is string => typeof value === 'string'

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isOptional = <T>(
  value: unknown,
  is: (value: unknown) => value is T,
): value is T | null | undefined => value === undefined || value === null || is(value)

/** By name, without those that are not given. */
const sorted = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
