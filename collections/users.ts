import type { CollectionConfig } from 'payload'
import { isStaff, roles } from './access/roles.ts'
import { adminField, adminOrSelfField, admins, adminsAndSelf, staff } from './access/rules.ts'
import { options } from './fields/select.ts'
import { groups } from './groups.ts'

export const Users: CollectionConfig = {
  slug: 'users',
  admin: {
    group: groups.upkeep,
    useAsTitle: 'name',
    defaultColumns: ['name', 'role'],
    components: { beforeListTable: ['/admin/accounts/invite-form.tsx#InviteForm'] },
  },
  auth: {
    useSessions: true,
    // Payload keeps the interval in a write of its own beside the open transaction; SQLite has one writer.
    forgotPassword: { minRequestInterval: 0 },
  },
  access: {
    admin: ({ req }) => isStaff(req.user),
    read: staff,
    create: admins,
    update: adminsAndSelf,
    delete: admins,
    unlock: admins,
  },
  fields: [
    { name: 'name', type: 'text', required: true },
    {
      name: 'email',
      type: 'email',
      required: true,
      unique: true,
      access: { read: adminOrSelfField },
    },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'editor',
      saveToJWT: true,
      options: options(...roles),
      access: { create: adminField, update: adminField },
    },
    {
      name: 'language',
      type: 'select',
      defaultValue: 'en',
      options: [
        { value: 'en', label: 'English' },
        { value: 'es', label: 'Español' },
      ],
      access: { read: adminOrSelfField },
      admin: { description: 'The language of mail to this person.' },
    },
    {
      name: 'reviewMail',
      type: 'checkbox',
      label: 'Mail about reviews',
      defaultValue: true,
      access: { read: adminOrSelfField },
      admin: {
        description:
          'Whether this person gets mail when they can review something, and when what they wrote is approved or sent back.',
      },
    },
    {
      name: 'inviteAgain',
      type: 'ui',
      admin: {
        components: { Field: '/admin/accounts/invite-again-field.tsx#InviteAgainField' },
        disableBulkEdit: true,
        disableListColumn: true,
      },
    },
  ],
}
