import type { CollectionAfterOperationHook, CollectionSlug, Plugin } from 'payload'

/**
 * Keeps a document locked for whoever is writing in it, so that the next one who opens it is told.
 *
 * Payload locks it when somebody types, and unlocks it with every write, its own autosave included: less
 * than a second after the last letter nobody is told any more. What is saved by itself leaves the
 * lock here, renewed; the form takes it away when it is left (`leave-document.tsx`), Payload when the
 * document is saved or published, and otherwise it ends after five minutes.
 */
export const keepLocks: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => {
    const { admin, hooks, versions } = collection
    const drafts = typeof versions === 'object' && versions.drafts
    if (!drafts || drafts === true || !drafts.autosave) return collection
    const edit = admin?.components?.edit
    const beforeDocumentControls = [
      ...(edit?.beforeDocumentControls ?? []),
      '/admin/leave-document.tsx#LeaveDocument',
    ]
    return {
      ...collection,
      admin: {
        ...admin,
        components: { ...admin?.components, edit: { ...edit, beforeDocumentControls } },
      },
      hooks: { ...hooks, afterOperation: [...(hooks?.afterOperation ?? []), lockAgain] },
    }
  }),
})

const lockAgain: CollectionAfterOperationHook = async ({
  args,
  collection,
  operation,
  req,
  result,
}) => {
  const { autosave, id } = args as { autosave?: boolean; id?: string }
  const { user } = req
  if (operation !== 'updateByID' || !autosave || !id || user?.collection !== 'users') return result
  // Whoever leaves has what is unsaved saved with the same call.
  if (req.query?.leaving === 'true') return result
  await req.payload.db.create({
    collection: 'payload-locked-documents',
    data: {
      document: { relationTo: collection.slug as CollectionSlug, value: id },
      user: { relationTo: 'users', value: user.id },
    },
    req,
    returning: false,
  })
  return result
}
