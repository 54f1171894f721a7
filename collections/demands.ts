import { campaign } from './fields/campaign.ts'
import { content } from './fields/content.ts'
import { options } from './fields/select.ts'
import { slugFields } from './fields/slug.ts'
import { url } from './fields/url.ts'
import { groups } from './groups.ts'

const statuses = options('open', 'partly-met', 'met', 'refused')

export const Demands = content({
  slug: 'demands',
  admin: {
    group: groups.content,
    useAsTitle: 'title',
    defaultColumns: ['title', 'status', 'campaign', '_status'],
  },
  defaultPopulate: { title: true, slug: true, body: true, addressedTo: true, status: true },
  fields: [
    {
      name: 'title',
      type: 'text',
      localized: true,
      required: true,
      admin: { description: 'What is asked, in one sentence.' },
    },
    {
      name: 'body',
      type: 'richText',
      localized: true,
      admin: { description: 'What there is to explain about it.' },
    },
    campaign,
    { name: 'addressedTo', type: 'text', admin: { description: 'Of whom it is asked.' } },
    {
      name: 'status',
      type: 'select',
      defaultValue: 'open',
      options: statuses,
      admin: { description: 'How far it has been met.' },
    },
    {
      name: 'history',
      type: 'array',
      admin: { description: 'How the status came about.' },
      fields: [
        {
          name: 'status',
          type: 'select',
          options: statuses,
          required: true,
          admin: { description: 'What the status became.' },
        },
        { name: 'on', type: 'date', required: true, admin: { description: 'On what day.' } },
        {
          name: 'note',
          type: 'textarea',
          localized: true,
          admin: { description: 'What happened.' },
        },
        {
          name: 'source',
          type: 'relationship',
          relationTo: 'resources',
          admin: { description: 'The resource in which that can be read.' },
        },
      ],
    },
    {
      name: 'supportedBy',
      type: 'relationship',
      relationTo: 'claims',
      hasMany: true,
      admin: { description: 'The claims that give the reasons.' },
    },
    {
      name: 'actions',
      type: 'array',
      admin: { description: 'What a visitor can do for it.' },
      fields: [
        {
          name: 'label',
          type: 'text',
          localized: true,
          required: true,
          admin: { description: 'What stands on the button or link.' },
        },
        url('url', { required: true, admin: { description: 'Where it leads.' } }),
        {
          name: 'kind',
          type: 'select',
          options: options('petition', 'letter', 'call', 'event', 'donation', 'other'),
          admin: { description: 'What it is.' },
        },
      ],
    },
    ...slugFields('title'),
  ],
})
