import type { CollectionConfig } from 'payload'
import { closed } from '../closed-collection.ts'

export const publicationsSlug = 'publications'

/** Where the publications are kept; what may be read of them has doors of its own. */
export const publicationsCollection: CollectionConfig = {
  slug: publicationsSlug,
  ...closed,
  timestamps: false,
  indexes: [{ fields: ['document', 'of', 'revision'], unique: true }],
  fields: [
    { name: 'of', type: 'text', required: true },
    { name: 'document', type: 'text', required: true },
    { name: 'revision', type: 'number', required: true },
    { name: 'slug', type: 'text', index: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'locales', type: 'json', required: true },
    { name: 'at', type: 'date', required: true },
    { name: 'digest', type: 'text' },
    // Of an upload: its file had an address of its own.
    { name: 'filename', type: 'text', index: true },
    // As text: a revision keeps its bytes, whatever the database makes of an object.
    { name: 'content', type: 'textarea' },
  ],
}

/** A publication as it is kept. */
export type StoredPublication = {
  id: string
  of: string
  document: string
  revision: number
  slug?: string | null
  kind: string
  locales: string[]
  at: string | Date
  digest?: string | null
  filename?: string | null
  content?: string | null
}
