import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload'
import { messagesFor } from '../words/messages.ts'
import { canPublish, roleOf } from './roles.ts'

/** What the caller asked for; hooks that run later see only the merged document. */
export type Write = {
  draft: boolean
  status: unknown
  /** The only language that is published, where the caller names one. */
  publishedLocale?: string
}

const writeKey = 'handbillWrite'

/** Remembers what the caller asked for. */
export const noteWrite: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'create' || operation === 'update' || operation === 'restoreVersion') {
    const { draft, data, publishSpecificLocale } = args as {
      draft?: boolean
      data?: { _status?: unknown }
      publishSpecificLocale?: string
    }
    // A restored version brings its own status; only a plain update can leave it unsaid.
    const status = operation === 'restoreVersion' ? 'restored' : data?._status
    req.context[writeKey] = {
      draft: Boolean(draft),
      status,
      ...(publishSpecificLocale ? { publishedLocale: publishSpecificLocale } : {}),
    } satisfies Write
  }
}

/** What the caller of the write that is under way asked for. */
export const writeOf = ({ context }: PayloadRequest): Write | undefined =>
  context[writeKey] as Write | undefined

/**
 * Keeps what the public sees in the hands of those who may publish, and keeps a published document
 * from falling back to a draft because a caller forgot to say what it meant.
 *
 * @throws APIError 403 for a role that may not publish; 400 for an update that would unpublish unasked.
 */
export const guardPublishing: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const write = writeOf(req)
  const mayPublish = !roleOf(req.user) || canPublish(req.user)
  if (data._status === 'published' && !mayPublish) throw mayNotPublish(req)
  if (operation !== 'update' || !write || write.draft) return data

  const unsaid = write.status === undefined && originalDoc?._status === 'draft'
  if (mayPublish && !unsaid) return data
  if (!(await isPublic(req, collection.slug as CollectionSlug, originalDoc?.id))) return data
  if (!mayPublish) throw mayNotPublish(req)
  throw new APIError(messagesFor(req).isPublished, 400, null, true)
}

/** Deleting something published takes it from the public, so it needs the right to publish. */
export const guardDelete: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  if (!roleOf(req.user) || canPublish(req.user)) return
  if (await isPublic(req, collection.slug as CollectionSlug, id)) throw mayNotPublish(req)
}

async function isPublic(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: number | string | undefined,
): Promise<boolean> {
  const where = { id: { equals: id } }
  const found = await req.payload.db.findOne<{ _status?: string; deletedAt?: unknown; id: string }>(
    { collection, req, where },
  )
  return found?._status === 'published' && !found.deletedAt
}

const mayNotPublish = (req: PayloadRequest) =>
  new APIError(messagesFor(req).mayNotPublish, 403, null, true)
