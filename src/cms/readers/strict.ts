import type {
  CollectionBeforeOperationHook,
  Endpoint,
  PayloadHandler,
  PayloadRequest,
  SanitizedCollectionConfig,
  SanitizedConfig,
} from 'payload'
import { isReader } from './is-reader.ts'
import { checkDraft, checkLimit, checkPage, checkPagination, checkTrash } from './limits.ts'
import { BadQuery, type Mistake } from './mistake.ts'
import { checkQuery, parametersOf } from './query.ts'
import { refuse } from './refuse.ts'
import { seeRelations } from './seen-relations.ts'
import { checkSort } from './sort.ts'
import { checkWhere } from './where.ts'

/**
 * Makes a Payload config strict with readers: over REST and GraphQL their requests are held to limits,
 * and what they misspell is named instead of ignored. Editors keep Payload's leniency.
 *
 * It takes the sanitised config, because Payload adds its own endpoints last.
 */
export function strictWithReaders(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    // First, as the reader sent it: what comes after may mend it.
    collection.hooks.beforeOperation.unshift(checkGraphql)
    // Last, once a filter means the same on every database.
    collection.hooks.beforeOperation.push(seeRelations)
    if (!collection.endpoints) continue
    collection.endpoints = collection.endpoints.map((endpoint) => {
      const parameters = endpoint.method === 'get' ? parametersOf[endpoint.path] : undefined
      return parameters ? strictEndpoint(endpoint, parameters, collection) : endpoint
    })
  }
  return config
}

function strictEndpoint(
  endpoint: Omit<Endpoint, 'root'>,
  parameters: string[],
  collection: SanitizedCollectionConfig,
): Omit<Endpoint, 'root'> {
  const handler: PayloadHandler = async (req) => {
    if (!isReader(req)) return endpoint.handler(req)
    // A POST that stands for a GET brings its query in the body.
    const query = { ...req.query, ...(req.data as object | undefined) }
    const mistakes = await checkQuery(query, parameters, collection, req)
    return mistakes.length > 0 ? refuse(mistakes, req) : endpoint.handler(req)
  }
  return { ...endpoint, handler }
}

type ReadArgs = {
  disableErrors?: boolean
  draft?: boolean
  limit?: number
  page?: number
  pagination?: boolean
  sort?: string
  trash?: boolean
  where?: unknown
}

/** GraphQL's arguments are typed by the schema; their limits and what they may name is checked here. */
const checkGraphql: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (req.payloadAPI !== 'GraphQL' || (operation !== 'read' && operation !== 'count')) return
  if (!isReader(req)) return
  const read = args as ReadArgs
  // Payload's resolvers of lists and documents leave `overrideAccess` unsaid, where its local API, which
  // hooks and custom resolvers use, always says it. Of a relation nothing but `draft` can be asked.
  const isAsked = overrideAccess === undefined
  const isRelation = overrideAccess === false && read.disableErrors
  const mistakes = isAsked
    ? await checkArguments(read, collection, req)
    : isRelation && read.draft
      ? checkDraft(true, req)
      : []
  if (mistakes.length > 0) throw new BadQuery(mistakes)
}

async function checkArguments(
  read: ReadArgs,
  collection: SanitizedCollectionConfig,
  req: PayloadRequest,
): Promise<Mistake[]> {
  const { draft, limit, page, pagination, sort, trash, where } = read
  const { flattenedFields } = collection
  return [
    ...(draft ? checkDraft(draft, req) : []),
    ...(trash ? checkTrash(trash) : []),
    ...(limit === undefined || limit === null ? [] : checkLimit(limit)),
    ...(page === undefined || page === null ? [] : checkPage(page)),
    ...(pagination === false ? checkPagination(pagination) : []),
    ...(sort ? await checkSort(sort, req, flattenedFields) : []),
    ...(where ? await checkWhere(where, req, flattenedFields) : []),
  ]
}
