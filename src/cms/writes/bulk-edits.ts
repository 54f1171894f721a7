import type {
  BaseDatabaseAdapter,
  CollectionBeforeOperationHook,
  CollectionSlug,
  PayloadRequest,
  SanitizedConfig,
} from 'payload'

type Found = { id: string | number }
type FindArgs = Parameters<BaseDatabaseAdapter['find']>[0]
type BulkEdit = { collection: string; isOfTrash: boolean }

/** Edits of many documents whose documents are not found yet, by the request. */
const edits = new WeakMap<object, BulkEdit>()

/**
 * Has an edit of many documents begin with the newest version of each, as an edit of one does.
 *
 * Payload begins with what is stored as the document itself: that is what is published, or a draft as it
 * was first made. Whatever the edit was, it took the place of a newer draft without a word.
 */
export function bulkEdits(config: SanitizedConfig): SanitizedConfig {
  const drafted = config.collections.filter(({ versions }) => versions?.drafts)
  for (const { hooks } of drafted) hooks.beforeOperation.push(noteEdit)
  const { db } = config
  const init: typeof db.init = (args) => {
    const adapter = db.init(args)
    withNewestVersions(adapter)
    return adapter
  }
  config.db = { ...db, init }
  return config
}

type UpdateArgs = {
  data?: { deletedAt?: unknown }
  draft?: boolean
  id?: unknown
  trash?: boolean
}

const noteEdit: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (operation !== 'update') return
  const { data, draft, id, trash } = args as UpdateArgs
  // Of drafts, and of what is put into the trash, Payload takes the newest versions itself.
  if (id !== undefined || draft || data?.deletedAt) return
  edits.set(req, { collection: collection.slug, isOfTrash: trash === true })
}

function withNewestVersions(adapter: BaseDatabaseAdapter): void {
  const { find } = adapter
  const findForEdit = async (args: FindArgs) => {
    const edit = args.req && edits.get(args.req)
    const found = await find.call(adapter, args)
    if (!edit || edit.collection !== args.collection || args.pagination !== false) return found
    edits.delete(args.req as PayloadRequest)
    const newest = await newestOf(adapter, found.docs as Found[], edit, args)
    return { ...found, docs: (found.docs as Found[]).map((doc) => newest.get(doc.id) ?? doc) }
  }
  Object.assign(adapter, { find: findForEdit })
}

async function newestOf(
  adapter: BaseDatabaseAdapter,
  docs: Found[],
  { collection, isOfTrash }: BulkEdit,
  { locale, req }: FindArgs,
): Promise<Map<Found['id'], Found>> {
  const versions = await adapter.queryDrafts<Found>({
    collection: collection as CollectionSlug,
    limit: 0,
    ...(locale === undefined ? {} : { locale }),
    pagination: false,
    ...(req ? { req } : {}),
    where: {
      and: [
        { parent: { in: docs.map(({ id }) => id) } },
        ...(isOfTrash ? [] : [{ 'version.deletedAt': { exists: false } }]),
      ],
    },
  })
  return new Map(versions.docs.map((doc) => [doc.id, doc]))
}
