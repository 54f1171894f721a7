import type { CollectionConfig, PayloadRequest } from 'payload'
import { admins, adminsAndPartner, nobody } from './access/rules.ts'
import { options } from './fields/select.ts'
import { groups } from './groups.ts'
import { messagesFor } from './words/messages.ts'

/**
 * API clients. They sign in by key only, and see what the public sees unless a scope says more. What keys
 * they have and how they use them is added in src/partners.
 */
export const Partners: CollectionConfig = {
  slug: 'partners',
  admin: {
    group: groups.partners,
    useAsTitle: 'name',
    defaultColumns: ['name', 'active', 'scopes'],
  },
  auth: { disableLocalStrategy: true },
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
      admin: {
        description:
          'Sites whose pages may use the key in a browser: https://example.org. Without any, only servers may.',
      },
      validate: (value: unknown, { req }: { req: PayloadRequest }) =>
        !Array.isArray(value) || value.every(isOrigin) || messagesFor(req).origins,
    },
    {
      name: 'scopes',
      type: 'select',
      hasMany: true,
      defaultValue: ['published'],
      options: options('published', 'drafts'),
      admin: { description: 'With drafts, a staging site reads them by adding draft=true.' },
    },
    {
      name: 'requestsPerMinute',
      type: 'number',
      min: 1,
      defaultValue: 600,
      admin: { description: 'Of all its keys together; 600 when nothing is said.' },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      admin: { description: 'Switched off, all its keys are refused within a second.' },
    },
  ],
}

const isOrigin = (text: unknown): boolean =>
  typeof text === 'string' &&
  /^https?:/.test(text) &&
  URL.canParse(text) &&
  new URL(text).origin === text
