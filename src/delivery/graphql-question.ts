import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { Kind, type OperationDefinitionNode, parse } from 'graphql'
import type { Question } from './rendering.ts'

const maxTokens = 2000
const longest = 4096

/** What a client may send along with a query that its answer depends on. */
const parameters = ['query', 'operationName', 'variables', 'locale', 'fallbackLocale'] as const
type Parameters = { extensions?: unknown } & Partial<Record<(typeof parameters)[number], unknown>>

/** Queries by the SHA-256 of their text, in hexadecimal: those that the source has found to be valid. */
export type PersistedQueries = {
  get(hash: string): string | undefined
  set(hash: string, query: string): void
}

/**
 * Reads what a GraphQL request asks for, if it is a query: GET, POST and persisted are one question.
 *
 * Persisted queries (as Apollo defines them) are known by their hash once they were answered with their
 * text; until then the source says that it does not know them, and the client sends the text.
 */
export class GraphqlQuestions {
  constructor(
    private readonly endpoint: string,
    private readonly persisted: PersistedQueries,
  ) {}

  /** @param url as the client sent it, with its query */
  fromUrl(url: string, mediaType: string): Question | undefined {
    if (url.length > longest) return undefined
    const search = new URLSearchParams(url.slice(url.indexOf('?') + 1))
    const given: Record<string, unknown> = {}
    for (const [name, value] of search) {
      if (name in given) return undefined
      const isJson = name === 'variables' || name === 'extensions'
      given[name] = isJson ? parsed(value) : value
    }
    return this.from(given, mediaType)
  }

  fromBody(body: string, mediaType: string): Question | undefined {
    return this.from(parsed(body), mediaType)
  }

  private from(given: unknown, mediaType: string): Question | undefined {
    if (!given || typeof given !== 'object' || Array.isArray(given)) return undefined
    const asked = this.withText(given as Parameters)
    if (!asked || !isQuery(asked)) return undefined
    const { extensions } = given as Parameters
    const hash = hashIn(extensions)
    const known = Object.fromEntries(
      parameters.flatMap((name) => (asked[name] == null ? [] : [[name, asked[name]]])),
    )
    const body = canonicalize(known) as string
    return {
      key: `${mediaType} ${body}`,
      answered: () => {
        if (hash !== undefined) this.persisted.set(hash, String(asked.query))
      },
      request: () =>
        new Request(this.endpoint, {
          method: 'POST',
          headers: { Accept: mediaType, 'Content-Type': 'application/json' },
          // The source keeps a valid query under its hash.
          body: hash === undefined ? body : JSON.stringify({ ...known, extensions }),
        }),
    }
  }

  /** The request with the text of its query, also where it names it by its hash. */
  private withText({ extensions, ...asked }: Parameters): Parameters | undefined {
    if (extensions == null) return asked
    const hash = hashIn(extensions)
    if (hash === undefined) return undefined
    if (typeof asked.query !== 'string') {
      const query = asked.query == null ? this.persisted.get(hash) : undefined
      return query === undefined ? undefined : { ...asked, query }
    }
    return createHash('sha256').update(asked.query).digest('hex') === hash ? asked : undefined
  }
}

function hashIn(extensions: unknown): string | undefined {
  if (extensions === undefined || extensions === null) return undefined
  const { persistedQuery, ...others } = Object(extensions)
  const { version, sha256Hash } = Object(persistedQuery)
  const isKnown = Object.keys(others).length === 0 && (version === undefined || version === 1)
  return isKnown && typeof sha256Hash === 'string' ? sha256Hash : undefined
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Mutations act; they are neither kept nor joined. */
function isQuery({ query, operationName }: Parameters): boolean {
  if (typeof query !== 'string') return false
  try {
    const operations = parse(query, { maxTokens, noLocation: true }).definitions.filter(
      (definition): definition is OperationDefinitionNode =>
        definition.kind === Kind.OPERATION_DEFINITION,
    )
    const asked = operations.filter(
      ({ name }) => operationName == null || name?.value === operationName,
    )
    return asked.length === 1 && asked[0]?.operation === 'query'
  } catch {
    return false
  }
}

const responseJson = 'application/graphql-response+json'
const json = 'application/json'

/**
 * The media type that a GraphQL answer will have by the Accept header, as graphql-yoga decides it: the first
 * in the list that it can give.
 *
 * @returns undefined when it is none of the two
 */
export function graphqlMediaType(accept = '*/*'): string | undefined {
  for (const range of accept.replaceAll(/\s/g, '').toLowerCase().split(',')) {
    const [type, ...rest] = range.split(';')
    if (rest.some((one) => one.includes('charset=') && one !== 'charset=utf-8')) continue
    if (type === responseJson) return responseJson
    if (type === json || type === 'application/*' || type === '*/*') return json
  }
  return undefined
}
