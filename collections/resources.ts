import { campaign } from './fields/campaign.ts'
import { content } from './fields/content.ts'
import { resourceKinds } from './fields/resource-kinds.ts'
import { options } from './fields/select.ts'
import { slugFields } from './fields/slug.ts'
import { url } from './fields/url.ts'

export const Resources = content({
  slug: 'resources',
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'kind', 'publisher', '_status'] },
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
    { name: 'title', type: 'text', localized: true, required: true },
    {
      name: 'kind',
      type: 'select',
      options: options(...resourceKinds, 'other'),
    },
    url('url'),
    { name: 'file', type: 'upload', relationTo: 'media' },
    { name: 'publisher', type: 'text' },
    { name: 'authors', type: 'text', hasMany: true },
    { name: 'publishedOn', type: 'date' },
    {
      name: 'language',
      type: 'text',
      admin: { description: 'The language the resource is in: en, es, …' },
      validate: (value: unknown) =>
        !value ||
        (typeof value === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value)) ||
        'Accepted: a language tag such as en or pt-BR.',
    },
    url('archivedUrl'),
    {
      name: 'link',
      type: 'group',
      admin: { readOnly: true, description: 'What the last check of the address found.' },
      fields: [
        { name: 'status', type: 'select', options: options('unchecked', 'alive', 'dead', 'moved') },
        { name: 'httpStatus', type: 'number' },
        { name: 'checkedAt', type: 'date' },
      ],
    },
    campaign,
    ...slugFields('title'),
  ],
})
