import type { CollectionConfig } from 'payload'
import { admins, adminsAndPartner, nobody } from './access/rules.ts'
import { options } from './fields/select.ts'

/** API clients. They sign in by key only, and see what the public sees unless a scope says more. */
export const Partners: CollectionConfig = {
  slug: 'partners',
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'active', 'scopes'] },
  auth: { useAPIKey: true, disableLocalStrategy: true },
  access: {
    admin: nobody as () => false,
    read: adminsAndPartner,
    create: admins,
    update: admins,
    delete: admins,
    unlock: admins,
  },
  graphQL: false,
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'contact', type: 'email', required: true },
    {
      name: 'origins',
      type: 'text',
      hasMany: true,
      admin: { description: 'Sites whose pages may use the key in a browser: https://example.org' },
      validate: (value: unknown) =>
        !Array.isArray(value) ||
        value.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin) ||
        'Accepted: origins such as https://example.org, without a path.',
    },
    {
      name: 'scopes',
      type: 'select',
      hasMany: true,
      defaultValue: ['published'],
      options: options('published', 'drafts'),
    },
    { name: 'requestsPerMinute', type: 'number', min: 1, defaultValue: 600 },
    { name: 'active', type: 'checkbox', defaultValue: true },
  ],
}
