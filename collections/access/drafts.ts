import {
  type CollectionBeforeOperationHook,
  isolateObjectProperty,
  type PayloadRequest,
} from 'payload'

type User = PayloadRequest['user'] | null | undefined

/** Whether a partner's key opens drafts, to whoever asks for them. */
export const mayReadDrafts = (user: User): boolean =>
  user?.collection === 'partners' &&
  Boolean((user as { scopes?: string[] | null }).scopes?.includes('drafts'))

/** Whether a read is a partner's that has asked for drafts. */
export const readsDrafts = (user: User): boolean =>
  mayReadDrafts(user) && (user as { asksForDrafts?: boolean }).asksForDrafts === true

/**
 * Notes for each read of a partner whether it asks for drafts, which an access rule is not told. Without
 * it a partner with the scope for drafts reads what everybody reads.
 */
export const noteDrafts: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if ((operation !== 'read' && operation !== 'count') || !mayReadDrafts(req.user)) return
  // In one request some reads may ask for drafts, and others not.
  const own = isolateObjectProperty(req, 'user')
  const { draft } = args as { draft?: boolean }
  own.user = { ...req.user, asksForDrafts: draft === true } as unknown as typeof req.user
  return { ...args, req: own }
}
