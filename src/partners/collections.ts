import type { CollectionConfig } from 'payload'
import { closed } from '../cms/closed-collection.ts'

export const keysSlug = 'partner-keys'
export const usageSlug = 'usage'

/**
 * The keys of partners. Not a field of the partner: a form that is saved again would bring back the keys
 * that were there when it was opened, and what is not in a document is in no answer and no version of it.
 */
export const partnerKeys: CollectionConfig = {
  slug: keysSlug,
  ...closed,
  fields: [
    { name: 'partner', type: 'relationship', relationTo: 'partners', required: true, index: true },
    { name: 'keyId', type: 'text', required: true, unique: true, index: true },
    { name: 'hash', type: 'text', required: true, hidden: true },
    { name: 'label', type: 'text' },
    { name: 'expiresAt', type: 'date' },
    { name: 'revokedAt', type: 'date' },
    // The day only, and no address: enough to find keys that nobody uses.
    { name: 'lastUsedOn', type: 'text' },
  ],
}

/** How often a partner has asked, a row for each day (UTC). Nothing in it tells who its visitors are. */
export const usage: CollectionConfig = {
  slug: usageSlug,
  ...closed,
  timestamps: false,
  indexes: [{ fields: ['partner', 'day'], unique: true }],
  fields: [
    { name: 'partner', type: 'relationship', relationTo: 'partners', required: true },
    { name: 'day', type: 'text', required: true },
    { name: 'requests', type: 'number', required: true },
    { name: 'cached', type: 'number', required: true },
    { name: 'throttled', type: 'number', required: true },
  ],
}

/** A key as it is kept. */
export type StoredKey = {
  id: string
  partner: string
  keyId: string
  hash: string
  label?: string | null
  createdAt: string
  expiresAt?: string | null
  revokedAt?: string | null
  lastUsedOn?: string | null
}

/** What a partner did on a day. */
export type StoredUsage = {
  id: string
  partner: string
  day: string
  requests: number
  cached: number
  throttled: number
}
