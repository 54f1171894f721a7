import type { CollectionConfig, Plugin } from 'payload'
import { closed } from '../closed-collection.ts'

export const keysSlug = 'idempotency-keys'

/** What was answered to the requests that brought an Idempotency-Key. */
const idempotencyKeys: CollectionConfig = {
  slug: keysSlug,
  ...closed,
  timestamps: false,
  fields: [
    // A digest of the key and of whose it is.
    { name: 'key', type: 'text', required: true, unique: true },
    // A digest of what was asked.
    { name: 'request', type: 'text', required: true },
    { name: 'at', type: 'date', required: true, index: true },
    // Missing for as long as the request is under way.
    { name: 'status', type: 'number' },
    { name: 'etag', type: 'text' },
    // As text: a repeated request is answered with the same bytes.
    { name: 'body', type: 'textarea' },
  ],
}

export type StoredKey = {
  id: string
  key: string
  request: string
  at: string
  status?: number | null
  etag?: string | null
  body?: string | null
}

/** Adds the collection. */
export const keptAnswers: Plugin = (config) => ({
  ...config,
  collections: [...(config.collections ?? []), idempotencyKeys],
})
