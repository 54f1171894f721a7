import {
  APIError,
  type CollectionAfterOperationHook,
  type CollectionBeforeOperationHook,
  type Endpoint,
  headersWithCors,
  type PayloadHandler,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
} from 'payload'
import { type Expected, matches, readIfMatch } from './if-match.ts'
import { stateTag } from './state-tag.ts'

type Condition = { id: string; expected: Expected }

/** By the headers of the request, which all copies of it that Payload makes have in common. */
const conditions = new WeakMap<object, Condition>()

/**
 * Lets editors write on the condition that nobody has written since they read: GET of a document, and the
 * answer to a write, bring an ETag, and PATCH and DELETE take it back in If-Match.
 *
 * It is compared in the transaction of the write. SQLite has one at a time; on MongoDB two that began with
 * the same state write the same rows, so the later one fails, is done again, and finds another state.
 */
export function conditionalWrites(config: SanitizedConfig): SanitizedConfig {
  const isEditor = ({ user }: PayloadRequest) => user?.collection === config.admin.user
  for (const collection of config.collections) {
    if (!collection.endpoints || collection.slug.startsWith('payload-')) continue
    collection.endpoints = collection.endpoints.map((endpoint) => ({
      ...endpoint,
      handler: conditional(endpoint, collection.slug, isEditor),
    }))
    collection.hooks.beforeOperation.push(checkCondition(collection))
    collection.hooks.afterOperation.push(tellTag(collection.slug, isEditor))
  }
  return config
}

function conditional(
  { handler, method, path }: Endpoint,
  slug: string,
  isEditor: (req: PayloadRequest) => boolean,
): PayloadHandler {
  if (method === 'get' && path === '/:id') return tagging(handler, slug, isEditor)
  if (method !== 'patch' && method !== 'delete') return handler
  return (req) => {
    const header = req.headers.get('If-Match')
    if (header === null) return handler(req)
    if (path !== '/:id') {
      return refuse(
        req,
        'If-Match: accepted where one document is written: PATCH and DELETE /{collection}/{id}',
      )
    }
    const expected = readIfMatch(header)
    if (!expected) {
      return refuse(req, 'If-Match: accepted: ETags as they were sent, such as "x7Rk…", or *')
    }
    conditions.set(req.headers, { id: String(req.routeParams?.id), expected })
    return handler(req)
  }
}

/** The tag is taken before the document: one that is older than what it comes with does no harm. */
const tagging =
  (
    handler: PayloadHandler,
    slug: string,
    isEditor: (req: PayloadRequest) => boolean,
  ): PayloadHandler =>
  async (req) => {
    const id = String(req.routeParams?.id)
    const tag = isEditor(req) ? await stateTag(req, slug, id) : undefined
    const response = await handler(req)
    if (tag && response.ok) response.headers.set('ETag', tag)
    return response
  }

/** Before anything of the write is done: Payload removes the file of an upload first. */
const checkCondition =
  ({ access, slug }: SanitizedCollectionConfig): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    if (operation !== 'update' && operation !== 'delete') return
    const condition = conditions.get(req.headers)
    const { id, data } = args as { id?: unknown; data?: object }
    if (condition?.id !== String(id) || req.payloadAPI !== 'REST') return
    // What hooks write beside it is under no condition.
    conditions.delete(req.headers)
    // Who may not write is told that, and nothing of the document.
    if ((await access[operation]({ req, id: condition.id, data })) === false) return
    const tag = await stateTag(req, slug, condition.id)
    if (tag && !matches(condition.expected, tag)) throw new PreconditionFailed()
  }

/** The outermost operation of a request ends last, so its document's tag stays. */
const tellTag =
  (slug: string, isEditor: (req: PayloadRequest) => boolean): CollectionAfterOperationHook =>
  async ({ operation, req, result }) => {
    const isWrite = operation === 'create' || operation === 'updateByID'
    if (!isWrite || req.payloadAPI !== 'REST' || !isEditor(req)) return result
    const { id } = result as { id?: string }
    const tag = id === undefined ? undefined : await stateTag(req, slug, id)
    if (!tag) return result
    req.responseHeaders ??= new Headers()
    req.responseHeaders.set('ETag', tag)
    return result
  }

class PreconditionFailed extends APIError {
  constructor() {
    const message =
      'If-Match: the document has been changed since that ETag was sent. Read it again, and write on what it is now.'
    super(message, 412, { code: 'precondition_failed' } as never, true)
  }
}

function refuse(req: PayloadRequest, message: string): Response {
  const headers = headersWithCors({ headers: new Headers(), req })
  return Response.json({ errors: [{ message }] }, { status: 400, headers })
}
