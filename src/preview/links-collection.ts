import type { CollectionConfig, CollectionSlug } from 'payload'
import type { NamedCollection } from '../bundle/documents.ts'
import { closed } from '../cms/closed-collection.ts'

export const linksSlug = 'preview-links' as CollectionSlug

/** Links by which people without an account see one draft. They have no doors of their own. */
export const previewLinks: CollectionConfig = {
  slug: linksSlug,
  ...closed,
  fields: [
    { name: 'of', type: 'text', required: true },
    { name: 'document', type: 'text', required: true, index: true },
    { name: 'linkId', type: 'text', required: true, unique: true, index: true },
    { name: 'hash', type: 'text', required: true, hidden: true },
    { name: 'note', type: 'text' },
    { name: 'by', type: 'relationship', relationTo: 'users' },
    { name: 'expiresAt', type: 'date', required: true },
    { name: 'withdrawnAt', type: 'date' },
    { name: 'lastOpenedAt', type: 'date' },
  ],
}

/** A link as it is kept. */
export type StoredLink = {
  id: string
  of: NamedCollection
  document: string
  linkId: string
  hash: string
  note?: string | null
  by?: string | null
  createdAt: string
  expiresAt: string
  withdrawnAt?: string | null
  lastOpenedAt?: string | null
}
