import type { CollectionConfig } from 'payload'
import { adminField, admins, nobody } from './access/rules.ts'
import { options } from './fields/select.ts'
import { url } from './fields/url.ts'
import { groups } from './groups.ts'

/** What the sender keeps; nobody writes it through the API. */
const kept = {
  access: { read: adminField, create: nobody as () => false, update: nobody as () => false },
  admin: { readOnly: true },
}

/** Where a partner is told of changes. src/webhooks/ makes the secret and keeps the state. */
export const Webhooks: CollectionConfig = {
  slug: 'webhooks',
  admin: {
    group: groups.partners,
    useAsTitle: 'url',
    defaultColumns: ['url', 'partner', 'active', 'pausedAt', 'lastStatus'],
  },
  access: { read: admins, create: admins, update: admins, delete: admins },
  graphQL: false,
  fields: [
    { name: 'partner', type: 'relationship', relationTo: 'partners', required: true },
    url('url', { required: true }),
    {
      name: 'collections',
      type: 'select',
      hasMany: true,
      options: options('campaigns', 'claims', 'demands', 'resources', 'media'),
      admin: { description: 'Of which it is told; empty: of all.' },
    },
    {
      name: 'kinds',
      type: 'select',
      hasMany: true,
      options: options('published', 'updated', 'unpublished', 'deleted', 'retracted'),
      admin: { description: 'Of what it is told; empty: of everything.' },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      admin: {
        description: 'Switched off, changes are not kept for it. A 410 Gone switches it off.',
      },
    },
    {
      name: 'actions',
      type: 'ui',
      admin: { components: { Field: '/admin/webhook-actions.tsx#WebhookActions' } },
    },
    {
      name: 'secret',
      type: 'text',
      required: true,
      ...kept,
      admin: { ...kept.admin, description: 'Signs what is sent. Made when the webhook is saved.' },
    },
    // Signs too until then, so that a receiver can change over at its leisure.
    { name: 'formerSecret', type: 'text', hidden: true, ...kept },
    { name: 'formerSecretUntil', type: 'date', ...kept, admin: whenSet('formerSecretUntil') },
    { name: 'pausedAt', type: 'date', ...kept, admin: whenSet('pausedAt') },
    { name: 'stoppedBecause', type: 'text', ...kept, admin: whenSet('stoppedBecause') },
    { name: 'lastAttemptAt', type: 'date', ...kept, admin: whenSet('lastAttemptAt') },
    { name: 'lastStatus', type: 'number', ...kept, admin: whenSet('lastStatus') },
    { name: 'lastError', type: 'text', ...kept, admin: whenSet('lastError') },
    { name: 'lastSuccessAt', type: 'date', ...kept, admin: whenSet('lastSuccessAt') },
    // Of attempts since the last success.
    { name: 'failures', type: 'number', defaultValue: 0, ...kept },
    { name: 'failingSince', type: 'date', ...kept, admin: whenSet('failingSince') },
    // The receiver has asked for a pause, or does not answer at all.
    { name: 'heldUntil', type: 'date', hidden: true, ...kept },
  ],
}

function whenSet(name: string) {
  const date = { pickerAppearance: 'dayAndTime' as const }
  const condition = (data: Record<string, unknown>) => Boolean(data?.[name])
  return { ...kept.admin, condition, date }
}
