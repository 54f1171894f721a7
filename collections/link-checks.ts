import type { CollectionConfig } from 'payload'
import { nobody, staff } from './access/rules.ts'
import { linkStatuses } from './fields/link.ts'
import { options } from './fields/select.ts'
import { groups } from './groups.ts'

const whole = { date: { pickerAppearance: 'dayAndTime' as const } }

/** Addresses that published documents lead to, and what checks have found. src/links/ writes it. */
export const LinkChecks: CollectionConfig = {
  slug: 'link-checks',
  labels: { singular: 'Link check', plural: 'Link checks' },
  admin: {
    group: groups.upkeep,
    useAsTitle: 'url',
    defaultColumns: ['url', 'status', 'reason', 'checkedAt', 'dueAt'],
    listSearchableFields: ['url'],
    components: { beforeListTable: ['/admin/links/link-lists.tsx#LinkLists'] },
  },
  access: { read: staff, create: nobody, update: nobody, delete: nobody },
  defaultSort: '-checkedAt',
  graphQL: false,
  lockDocuments: false,
  fields: [
    {
      name: 'url',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      admin: { description: 'The address, as documents have it.' },
    },
    { name: 'host', type: 'text', required: true, hidden: true },
    {
      name: 'status',
      type: 'select',
      index: true,
      defaultValue: 'unchecked',
      options: options(...linkStatuses),
      admin: { description: 'What the checks have come to.' },
    },
    {
      name: 'httpStatus',
      type: 'number',
      admin: { description: 'The HTTP status that said so.' },
    },
    {
      name: 'finalUrl',
      type: 'text',
      admin: { description: 'The address that it has moved to.' },
    },
    {
      name: 'foundAt',
      type: 'date',
      admin: { ...whole, description: 'Since when that is known.' },
    },
    {
      name: 'kind',
      type: 'select',
      options: options('answers', 'gone', 'forbidden', 'failing', 'unknown'),
      admin: { description: 'What the last check found, which alone is no conclusion.' },
    },
    { name: 'reason', type: 'text', admin: { description: 'What it found, in words.' } },
    {
      name: 'checkedAt',
      type: 'date',
      admin: { ...whole, description: 'When it was checked last.' },
    },
    {
      name: 'failures',
      type: 'number',
      defaultValue: 0,
      admin: { description: 'Checks in a row without an answer that is good.' },
    },
    {
      name: 'streak',
      type: 'number',
      defaultValue: 0,
      admin: { description: 'Checks in a row that found the same.' },
    },
    { name: 'failingSince', type: 'date', admin: { ...whole, description: 'Since when.' } },
    {
      name: 'dueAt',
      type: 'date',
      required: true,
      index: true,
      admin: { ...whole, description: 'When it is checked next.' },
    },
    { name: 'askedAt', type: 'date', hidden: true },
  ],
}
