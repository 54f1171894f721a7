import type { CollectionBeforeOperationHook, CollectionSlug, JoinField } from 'payload'
import { isStaff } from '../access/roles.ts'
import { staffField } from '../access/rules.ts'

/** A table, in the admin, of the documents that belong to a campaign. */
export const tableOf = (
  collection: CollectionSlug,
  description: string,
  defaultColumns: string[],
): JoinField => ({
  name: collection,
  type: 'join',
  collection,
  on: 'campaign',
  access: { read: staffField },
  admin: { description, defaultColumns },
  custom: { isForStaff: true },
})

/** Readers are not shown the tables, so nothing is looked up for them. */
export const readTablesForStaff: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'read' || isStaff(req.user)) return
  return { ...args, joins: false }
}
