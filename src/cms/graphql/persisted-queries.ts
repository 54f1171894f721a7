import { createHash } from 'node:crypto'
import { GraphQLError } from 'graphql'
import type { GraphQLParams, Plugin } from 'graphql-yoga'
import { LRUCache } from 'lru-cache'
import type { Context } from './context.ts'

/** What is kept: so many queries, of so many bytes in all and each. */
const maxQueries = 1000
const maxBytes = 5_000_000
const maxQueryBytes = 100_000

export type PersistedQueries = LRUCache<string, string>

/** Queries by the SHA-256 of their text, in hexadecimal. */
export const createPersistedQueries = (): PersistedQueries =>
  new LRUCache<string, string>({
    max: maxQueries,
    maxEntrySize: maxQueryBytes,
    maxSize: maxBytes,
    sizeCalculation: (query) => Buffer.byteLength(query),
  })

/**
 * Automatic persisted queries as Apollo's and Relay's clients ask for them: a client sends the SHA-256 of
 * its query in `extensions.persistedQuery.sha256Hash`, and the query itself only when it is told that
 * the server does not know it. What was used least recently is forgotten first.
 *
 * A query is kept once it has passed validation, so that nobody fills the store with what is refused.
 *
 * It follows https://www.apollographql.com/docs/apollo-server/performance/apq, its names and codes of
 * errors included. The plugin of yoga keeps a query before it is parsed, and cannot answer a wrong hash
 * with 400 and an unknown one with 200.
 */
export function persistedQueries(store: PersistedQueries): Plugin<Context> {
  return {
    onParams({ params, setParams }) {
      const asked = persistedQueryOf(params)
      if (!asked) return
      if (asked.version !== undefined && asked.version !== 1) throw notSupported()
      const { query } = params
      if (typeof query === 'string') {
        if (hashOf(query) !== asked.sha256Hash) throw mismatch()
      } else if (query === undefined || query === null) {
        const known = store.get(asked.sha256Hash)
        if (known === undefined) throw notFound()
        setParams({ ...params, query: known })
      }
    },
    onValidate({ context }) {
      const { params } = context as { params?: GraphQLParams }
      const asked = persistedQueryOf(params)
      return ({ valid }) => {
        if (valid && asked && params?.query) store.set(asked.sha256Hash, params.query)
      }
    },
  }
}

type PersistedQuery = { sha256Hash: string; version?: unknown }

/** @returns undefined for what is no persisted query; extensions that nobody knows are ignored */
function persistedQueryOf(params: GraphQLParams | undefined): PersistedQuery | undefined {
  const asked: unknown = params?.extensions?.persistedQuery
  const isOne = asked && typeof asked === 'object' && 'sha256Hash' in asked
  return isOne && typeof asked.sha256Hash === 'string' ? (asked as PersistedQuery) : undefined
}

const hashOf = (query: string): string => createHash('sha256').update(query).digest('hex')

// Clients answer these by sending the query, so they are no failures, and no cache may keep them.
const askForQuery = { status: 200, headers: { 'Cache-Control': 'no-store' } }

const notFound = () =>
  new GraphQLError('PersistedQueryNotFound', {
    extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', http: askForQuery },
  })

const notSupported = () =>
  new GraphQLError('PersistedQueryNotSupported', {
    extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED', http: askForQuery },
  })

const mismatch = () =>
  new GraphQLError('extensions.persistedQuery.sha256Hash: not the SHA-256 of the query', {
    extensions: { code: 'PERSISTED_QUERY_MISMATCH', http: { status: 400 } },
  })
