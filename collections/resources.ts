import type { PayloadRequest } from 'payload'
import { campaign } from './fields/campaign.ts'
import { content } from './fields/content.ts'
import { link } from './fields/link.ts'
import { resourceKinds } from './fields/resource-kinds.ts'
import { options } from './fields/select.ts'
import { slugFields } from './fields/slug.ts'
import { url } from './fields/url.ts'
import { groups } from './groups.ts'
import { messagesFor } from './words/messages.ts'

export const Resources = content({
  slug: 'resources',
  admin: {
    group: groups.content,
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'publisher', '_status'],
    components: { beforeListTable: ['/admin/links/link-lists.tsx#LinkLists'] },
  },
  defaultPopulate: {
    title: true,
    slug: true,
    kind: true,
    url: true,
    publisher: true,
    authors: true,
    publishedOn: true,
    language: true,
    archivedUrl: true,
    link: true,
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      localized: true,
      required: true,
      admin: { description: 'What the resource is called.' },
    },
    {
      name: 'kind',
      type: 'select',
      options: options(...resourceKinds, 'other'),
      admin: { description: 'What it is.' },
    },
    url('url', { admin: { description: 'Where it is on the web.' } }),
    {
      name: 'linkCheck',
      type: 'ui',
      admin: {
        components: { Field: '/admin/links/link-check-field.tsx#LinkCheckField' },
        disableBulkEdit: true,
        disableListColumn: true,
      },
    },
    {
      name: 'file',
      type: 'upload',
      relationTo: 'media',
      admin: { description: 'A picture of it, kept here.' },
    },
    { name: 'publisher', type: 'text', admin: { description: 'Who published it.' } },
    {
      name: 'authors',
      type: 'text',
      hasMany: true,
      admin: { description: 'Who wrote or made it.' },
    },
    { name: 'publishedOn', type: 'date', admin: { description: 'When it was published.' } },
    {
      name: 'language',
      type: 'text',
      admin: { description: 'The language the resource is in: en, es, …' },
      validate: (value: unknown, { req }: { req: PayloadRequest }) =>
        !value ||
        (typeof value === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value)) ||
        messagesFor(req).languageTag,
    },
    url('archivedUrl', { admin: { description: 'A copy, for when the address is dead.' } }),
    link,
    campaign,
    ...slugFields('title'),
  ],
})
