import { campaign } from './fields/campaign.ts'
import { content } from './fields/content.ts'
import { options } from './fields/select.ts'
import { slugFields } from './fields/slug.ts'
import { url } from './fields/url.ts'

const statuses = options('open', 'partly-met', 'met', 'refused')

export const Demands = content({
  slug: 'demands',
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'status', 'campaign', '_status'] },
  defaultPopulate: { title: true, slug: true, body: true, addressedTo: true, status: true },
  fields: [
    { name: 'title', type: 'text', localized: true, required: true },
    { name: 'body', type: 'richText', localized: true },
    campaign,
    { name: 'addressedTo', type: 'text' },
    { name: 'status', type: 'select', defaultValue: 'open', options: statuses },
    {
      name: 'history',
      type: 'array',
      fields: [
        { name: 'status', type: 'select', options: statuses, required: true },
        { name: 'on', type: 'date', required: true },
        { name: 'note', type: 'textarea', localized: true },
        { name: 'source', type: 'relationship', relationTo: 'resources' },
      ],
    },
    { name: 'supportedBy', type: 'relationship', relationTo: 'claims', hasMany: true },
    {
      name: 'actions',
      type: 'array',
      fields: [
        { name: 'label', type: 'text', localized: true, required: true },
        url('url', { required: true }),
        {
          name: 'kind',
          type: 'select',
          options: options('petition', 'letter', 'call', 'event', 'donation', 'other'),
        },
      ],
    },
    ...slugFields('title'),
  ],
})
