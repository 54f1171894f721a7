import type { CollectionConfig, Plugin, UIField } from 'payload'
import { keysSlug, partnerKeys, usage, usageSlug } from './collections.ts'
import { endKey } from './endpoints/end-key.ts'
import { listKeys } from './endpoints/list-keys.ts'
import { makeKey } from './endpoints/make-key.ts'
import { readUsage } from './endpoints/read-usage.ts'
import { keyRingOf } from './key-ring.ts'
import { byKey } from './strategy.ts'

/** Gives partners their keys and counts what they ask for. */
export const partnerAccess: Plugin = (config) => ({
  ...config,
  collections: [
    ...(config.collections ?? []).map((collection) =>
      collection.slug === 'partners' ? withKeys(collection) : collection,
    ),
    partnerKeys,
    usage,
  ],
})

const withKeys = ({
  auth,
  endpoints,
  fields,
  hooks,
  ...rest
}: CollectionConfig): CollectionConfig => ({
  ...rest,
  auth: { ...(typeof auth === 'object' ? auth : {}), strategies: [byKey] },
  endpoints: [...(endpoints || []), makeKey, listKeys, endKey, readUsage],
  fields: [
    ...fields,
    view('keys', '/admin/partner-keys-field.tsx#PartnerKeysField'),
    view('usage', '/admin/partner-usage-field.tsx#PartnerUsageField'),
  ],
  hooks: {
    ...hooks,
    afterChange: [...(hooks?.afterChange ?? []), ({ req }) => keyRingOf(req.payload).forget()],
    afterDelete: [...(hooks?.afterDelete ?? []), ({ req }) => keyRingOf(req.payload).forget()],
    beforeDelete: [
      ...(hooks?.beforeDelete ?? []),
      async ({ id, req }) => {
        const where = { partner: { equals: id } }
        await req.payload.db.deleteMany({ collection: keysSlug, req, where })
        await req.payload.db.deleteMany({ collection: usageSlug, req, where })
      },
    ],
    // Payload would take the key for a signed token, and fail at reading it.
    me: [...(hooks?.me ?? []), ({ user }) => ({ user, exp: 0 })],
  },
})

const view = (name: string, field: string): UIField => ({
  name,
  type: 'ui',
  admin: { components: { Field: field }, disableBulkEdit: true, disableListColumn: true },
})
