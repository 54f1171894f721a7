import {
  type Access,
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionConfig,
  type CollectionSlug,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import { isAdmin, isStaff } from './access/roles.ts'
import { staff } from './access/rules.ts'
import { options } from './fields/select.ts'
import { messagesFor } from './words/messages.ts'

const collections = ['campaigns', 'claims', 'demands', 'resources'] as const

type Comment = {
  of?: string
  document?: string
  field?: string | null
  text?: string
  author?: unknown
  resolved?: boolean | null
}

const adminsAndAuthor: Access = ({ req }) =>
  isAdmin(req.user) || (isStaff(req.user) && { author: { equals: req.user?.id ?? '' } })

/** Says whose a comment is and who resolved it, whatever a client says, and keeps it its author's. */
const keepAuthorship: CollectionBeforeChangeHook = async (args) => {
  const { operation, originalDoc, req } = args
  const data = args.data as Comment
  const by = req.user?.id ?? null
  if (operation === 'create') await checkPlace(data, req)
  const before: Comment = operation === 'create' ? { author: by } : originalDoc
  const { of = data.of, document = data.document, field = data.field, author } = before
  if (operation === 'update' && data.text !== before.text && idOf(author) !== by) {
    throw new APIError(messagesFor(req).othersComment, 403, null, true)
  }
  const isResolved = data.resolved === true
  const resolution =
    isResolved === (before.resolved === true)
      ? {}
      : {
          resolvedBy: isResolved ? by : null,
          resolvedAt: isResolved ? new Date().toISOString() : null,
        }
  const kept =
    operation === 'create'
      ? { resolvedBy: null, resolvedAt: null }
      : { resolvedBy: originalDoc.resolvedBy, resolvedAt: originalDoc.resolvedAt }
  return { ...data, of, document, field, author, ...kept, ...resolution }
}

/** A comment is on a document that there is, and on a field that the document has. */
async function checkPlace({ of, document, field }: Comment, req: PayloadRequest): Promise<void> {
  const { collections: known, db } = req.payload
  const config = known[of as CollectionSlug]?.config
  if (!config) return
  const where = { id: { equals: document } }
  const found = await db.findOne({ collection: of as CollectionSlug, req, where })
  if (!found) throw wrong('document', messagesFor(req).commented(String(of)), req)
  const [name] = field?.split('.') ?? []
  const names = config.flattenedFields.map((one) => one.name)
  if (name && !names.includes(name)) {
    throw wrong('field', messagesFor(req).commentedField(String(of), names.join(', ')), req)
  }
}

const wrong = (path: string, message: string, req: PayloadRequest) =>
  new ValidationError({ collection: 'comments', errors: [{ message, path }], req }, req.t)

const idOf = (value: unknown): unknown =>
  value && typeof value === 'object' ? (value as { id?: unknown }).id : value

/** What editors say to each other about a document. */
export const Comments: CollectionConfig = {
  slug: 'comments',
  access: { read: staff, create: staff, update: staff, delete: adminsAndAuthor },
  admin: { hidden: true, useAsTitle: 'text' },
  defaultSort: 'createdAt',
  disableDuplicate: true,
  graphQL: false,
  hooks: { beforeChange: [keepAuthorship] },
  indexes: [{ fields: ['document', 'of'] }],
  lockDocuments: false,
  fields: [
    { name: 'of', type: 'select', required: true, options: options(...collections) },
    { name: 'document', type: 'text', required: true },
    { name: 'field', type: 'text', maxLength: 200 },
    { name: 'text', type: 'textarea', required: true, maxLength: 5000 },
    { name: 'author', type: 'relationship', relationTo: 'users' },
    { name: 'resolved', type: 'checkbox', defaultValue: false, index: true },
    { name: 'resolvedBy', type: 'relationship', relationTo: 'users' },
    { name: 'resolvedAt', type: 'date' },
  ],
}
