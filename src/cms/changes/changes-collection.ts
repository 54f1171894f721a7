import type { CollectionConfig } from 'payload'
import { closed } from '../closed-collection.ts'

export const changesSlug = 'changes'

/**
 * Where the change log is kept. It has no door of its own: what may be read of it is answered by
 * those who follow it.
 */
export const changesCollection: CollectionConfig = {
  slug: changesSlug,
  ...closed,
  timestamps: false,
  // One change of a document follows the other, whoever makes them.
  indexes: [{ fields: ['document', 'of', 'revision'], unique: true }],
  fields: [
    // Missing for as long as the entry has no place yet; see order/after-commit.ts.
    { name: 'sequence', type: 'number', unique: true },
    { name: 'pending', type: 'checkbox', index: true },
    { name: 'of', type: 'text', required: true },
    { name: 'document', type: 'text', required: true },
    { name: 'revision', type: 'number', required: true },
    { name: 'slug', type: 'text', index: true },
    // By it the few that are gone are found among the many that are not.
    { name: 'kind', type: 'text', required: true, index: true },
    { name: 'locales', type: 'json', required: true },
    { name: 'at', type: 'date', required: true },
    { name: 'digest', type: 'text' },
    // What the next change of the document is compared with.
    { name: 'state', type: 'json', required: true },
  ],
}

/** An entry as it is kept. */
export type StoredEntry = {
  id: string
  sequence?: number | null
  pending?: boolean | null
  of: string
  document: string
  revision: number
  slug?: string | null
  kind: string
  locales: string[]
  at: string
  digest?: string | null
  state: EntryState
}

/** What the log remembers of a document beside its digest. */
export type EntryState = {
  /** A digest for each language that the document exists in. */
  locales: Record<string, string>
  retracted: boolean
  /** A digest of what makes an edit a correction, where the collection names that. */
  substance?: string
  /** Whether the entry is of such an edit. */
  corrects?: true
}
