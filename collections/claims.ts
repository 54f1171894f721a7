import { staffField } from './access/rules.ts'
import { campaign } from './fields/campaign.ts'
import { content } from './fields/content.ts'
import { options } from './fields/select.ts'
import { slugFields } from './fields/slug.ts'
import { url } from './fields/url.ts'

export const Claims = content({
  slug: 'claims',
  admin: {
    useAsTitle: 'statement',
    defaultColumns: ['statement', 'campaign', '_status', 'updatedAt'],
    listSearchableFields: ['statement', 'slug'],
  },
  defaultPopulate: { statement: true, slug: true, body: true, verification: true, figures: true },
  fields: [
    { name: 'statement', type: 'text', localized: true, required: true },
    { name: 'body', type: 'richText', localized: true },
    campaign,
    {
      name: 'evidence',
      type: 'array',
      admin: { description: 'Where the claim can be checked.' },
      fields: [
        { name: 'source', type: 'relationship', relationTo: 'resources', required: true },
        {
          name: 'locator',
          type: 'text',
          admin: { description: 'The place in the source: page, section, minute.' },
        },
        { name: 'quote', type: 'textarea' },
        url('archivedUrl'),
        { name: 'accessedOn', type: 'date' },
      ],
    },
    {
      name: 'figures',
      type: 'array',
      fields: [
        { name: 'label', type: 'text', localized: true },
        { name: 'value', type: 'number', required: true },
        { name: 'unit', type: 'text' },
        { name: 'asOf', type: 'date' },
      ],
    },
    {
      name: 'verification',
      type: 'group',
      fields: [
        {
          name: 'status',
          type: 'select',
          defaultValue: 'unverified',
          options: options('unverified', 'verified', 'disputed', 'retracted'),
        },
        { name: 'verifiedOn', type: 'date' },
        {
          name: 'verifiedBy',
          type: 'relationship',
          relationTo: 'users',
          access: { read: staffField },
        },
        { name: 'reviewBy', type: 'date' },
        { name: 'note', type: 'textarea' },
      ],
    },
    ...slugFields('statement'),
  ],
})
