import type { CollectionConfig } from 'payload'
import { admins } from './access/rules.ts'
import { options } from './fields/select.ts'
import { url } from './fields/url.ts'

export const Webhooks: CollectionConfig = {
  slug: 'webhooks',
  admin: { useAsTitle: 'url', defaultColumns: ['url', 'partner', 'active'] },
  access: { read: admins, create: admins, update: admins, delete: admins },
  graphQL: false,
  fields: [
    { name: 'partner', type: 'relationship', relationTo: 'partners', required: true },
    url('url', { required: true }),
    {
      name: 'events',
      type: 'select',
      hasMany: true,
      required: true,
      options: options('published', 'updated', 'unpublished', 'deleted', 'retracted'),
    },
    { name: 'secret', type: 'text', required: true },
    { name: 'active', type: 'checkbox', defaultValue: true },
    {
      name: 'delivery',
      type: 'group',
      admin: { readOnly: true, description: 'What became of the last delivery.' },
      fields: [
        { name: 'lastAttemptAt', type: 'date' },
        { name: 'lastStatus', type: 'number' },
        { name: 'failures', type: 'number' },
      ],
    },
  ],
}
