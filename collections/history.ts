import { APIError, type CollectionBeforeOperationHook, type CollectionConfig } from 'payload'
import { nobody, staff } from './access/rules.ts'
import { options } from './fields/select.ts'

/** What can be told of a document. */
const steps = [
  'created',
  'sent-to-review',
  'taken-back',
  'changes-requested',
  'approved',
  'edited-after-approval',
  'assigned',
  'published',
  'unpublished',
  'retracted',
  'publishing-refused',
  'published-without-evidence',
  'source-withdrawn',
  'version-restored',
  'trashed',
  'restored',
  'deleted',
] as const
export type Step = (typeof steps)[number]

/** Not even an admin, nor our own code by mistake: src/review/ adds lines at the database itself. */
const refuseWrites: CollectionBeforeOperationHook = ({ operation }) => {
  if (!writes.includes(operation)) return
  throw new APIError('The history is written by the server alone, and never changed.', 403)
}

const writes: string[] = ['create', 'update', 'delete']

/** What was done with each document, by whom: lines are added, in the transaction of what they tell of. */
export const History: CollectionConfig = {
  slug: 'history',
  labels: { singular: 'Line of history', plural: 'History' },
  access: { read: staff, create: nobody, update: nobody, delete: nobody },
  admin: { hidden: true, useAsTitle: 'title' },
  defaultSort: '-at',
  disableDuplicate: true,
  graphQL: false,
  hooks: { beforeOperation: [refuseWrites] },
  indexes: [{ fields: ['document', 'of', 'at'] }],
  lockDocuments: false,
  timestamps: false,
  fields: [
    { name: 'at', type: 'date', required: true, index: true },
    { name: 'step', type: 'select', required: true, options: options(...steps) },
    // The document, which may be gone, as the change log names it.
    { name: 'of', type: 'text', required: true },
    { name: 'document', type: 'text', required: true },
    { name: 'version', type: 'text' },
    { name: 'title', type: 'text' },
    { name: 'by', type: 'relationship', relationTo: 'users' },
    // An account may be gone, too.
    { name: 'byName', type: 'text' },
    { name: 'comment', type: 'textarea' },
  ],
}
