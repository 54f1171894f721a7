import { content } from './fields/content.ts'
import { options } from './fields/select.ts'
import { slugFields } from './fields/slug.ts'
import { readTablesForStaff, tableOf } from './fields/tables.ts'
import { url } from './fields/url.ts'
import { groups } from './groups.ts'

export const Campaigns = content({
  slug: 'campaigns',
  admin: {
    group: groups.content,
    useAsTitle: 'title',
    defaultColumns: ['title', '_status', 'updatedAt'],
  },
  // What a claim, demand or resource shows of its campaign; a campaign's whole tree has its own requests.
  defaultPopulate: { title: true, slug: true, summary: true, hashtag: true, target: true },
  fields: [
    {
      name: 'title',
      type: 'text',
      localized: true,
      required: true,
      admin: { description: 'What the campaign is called.' },
    },
    {
      name: 'summary',
      type: 'textarea',
      localized: true,
      admin: { description: 'The campaign in a sentence or two, as plain text.' },
    },
    {
      name: 'body',
      type: 'richText',
      localized: true,
      admin: { description: 'What the campaign is about, before its sections.' },
    },
    {
      name: 'sections',
      type: 'array',
      admin: { description: 'The order in which the campaign is told.' },
      fields: [
        {
          name: 'heading',
          type: 'text',
          localized: true,
          admin: { description: 'What stands over the section.' },
        },
        {
          name: 'body',
          type: 'richText',
          localized: true,
          admin: { description: 'What the section says before its items.' },
        },
        {
          name: 'items',
          type: 'relationship',
          relationTo: ['claims', 'demands', 'resources'],
          hasMany: true,
          admin: {
            description:
              'The claims, demands and resources of the section, in the order to show them in.',
          },
        },
      ],
    },
    {
      name: 'target',
      type: 'group',
      admin: { description: 'Whom the campaign is addressed to.' },
      fields: [
        { name: 'name', type: 'text', admin: { description: 'Its name.' } },
        {
          name: 'kind',
          type: 'select',
          options: options('company', 'government', 'institution', 'person', 'other'),
          admin: { description: 'What it is.' },
        },
      ],
    },
    {
      name: 'hashtag',
      type: 'text',
      admin: { position: 'sidebar', description: 'With its #, as people use it.' },
    },
    {
      name: 'callToAction',
      type: 'group',
      admin: { description: 'The one thing that a visitor is asked to do.' },
      fields: [
        {
          name: 'label',
          type: 'text',
          localized: true,
          admin: { description: 'What stands on the button or link.' },
        },
        url('url', { admin: { description: 'Where it leads.' } }),
      ],
    },
    {
      name: 'image',
      type: 'upload',
      relationTo: 'media',
      admin: { description: 'The picture that stands for the campaign.' },
    },
    tableOf('claims', 'The claims that belong to the campaign.', [
      'statement',
      'verification.status',
      '_status',
      'updatedAt',
    ]),
    tableOf('demands', 'The demands that belong to the campaign.', [
      'title',
      'status',
      '_status',
      'updatedAt',
    ]),
    tableOf('resources', 'The resources that belong to the campaign.', [
      'title',
      'kind',
      '_status',
      'updatedAt',
    ]),
    ...slugFields('title'),
  ],
  beforeOperation: [readTablesForStaff],
})
