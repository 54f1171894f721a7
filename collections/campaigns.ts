import { content } from './fields/content.ts'
import { options } from './fields/select.ts'
import { slugFields } from './fields/slug.ts'
import { url } from './fields/url.ts'

export const Campaigns = content({
  slug: 'campaigns',
  admin: { useAsTitle: 'title', defaultColumns: ['title', '_status', 'updatedAt'] },
  // What a claim, demand or resource shows of its campaign; a campaign's whole tree has its own requests.
  defaultPopulate: { title: true, slug: true, summary: true, hashtag: true, target: true },
  fields: [
    { name: 'title', type: 'text', localized: true, required: true },
    { name: 'summary', type: 'textarea', localized: true },
    { name: 'body', type: 'richText', localized: true },
    {
      name: 'sections',
      type: 'array',
      admin: { description: 'The order in which the campaign is told.' },
      fields: [
        { name: 'heading', type: 'text', localized: true },
        { name: 'body', type: 'richText', localized: true },
        {
          name: 'items',
          type: 'relationship',
          relationTo: ['claims', 'demands', 'resources'],
          hasMany: true,
        },
      ],
    },
    {
      name: 'target',
      type: 'group',
      admin: { description: 'Whom the campaign is addressed to.' },
      fields: [
        { name: 'name', type: 'text' },
        {
          name: 'kind',
          type: 'select',
          options: options('company', 'government', 'institution', 'person', 'other'),
        },
      ],
    },
    { name: 'hashtag', type: 'text', admin: { position: 'sidebar' } },
    {
      name: 'callToAction',
      type: 'group',
      fields: [{ name: 'label', type: 'text', localized: true }, url('url')],
    },
    { name: 'image', type: 'upload', relationTo: 'media' },
    ...slugFields('title'),
  ],
})
