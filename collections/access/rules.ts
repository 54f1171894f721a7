import type { Access, FieldAccess, Where } from 'payload'
import { readsDrafts } from './drafts.ts'
import { canWrite, isAdmin, isStaff } from './roles.ts'

export const anyone: Access = () => true
export const nobody: Access = () => false
export const staff: Access = ({ req }) => isStaff(req.user)
export const writers: Access = ({ req }) => canWrite(req.user)
export const admins: Access = ({ req }) => isAdmin(req.user)

/** An admin, or the editor whose account it is. */
export const adminsAndSelf: Access = ({ req, id }) =>
  isAdmin(req.user) || (isStaff(req.user) && id !== undefined && req.user?.id === id)

/** An admin, or the partner whose entry it is: a client may ask what its key is good for. */
export const adminsAndPartner: Access = ({ req }) =>
  isAdmin(req.user) || (req.user?.collection === 'partners' && { id: { equals: req.user.id } })

/** What everyone may read. */
export const published: Where = {
  and: [{ _status: { equals: 'published' } }, { deletedAt: { exists: false } }],
}

const notInTrash: Where = { deletedAt: { exists: false } }

/**
 * Everyone reads what is published and not in the trash; editors read everything, and partners with the
 * scope for drafts read drafts when they ask for them.
 */
export const publishedOrStaff: Access = ({ req }) => {
  if (isStaff(req.user)) return true
  return readsDrafts(req.user) ? notInTrash : published
}

export const staffField: FieldAccess = ({ req }) => isStaff(req.user)
export const adminField: FieldAccess = ({ req }) => isAdmin(req.user)
export const adminOrSelfField: FieldAccess = ({ req, id, doc }) =>
  isAdmin(req.user) || (isStaff(req.user) && req.user?.id === (id ?? doc?.id))
