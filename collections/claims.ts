import type { PayloadRequest } from 'payload'
import { adminField, staffField } from './access/rules.ts'
import { campaign } from './fields/campaign.ts'
import { content } from './fields/content.ts'
import { options } from './fields/select.ts'
import { slugFields } from './fields/slug.ts'
import { url } from './fields/url.ts'
import { groups } from './groups.ts'
import { messagesFor } from './words/messages.ts'

const whenSet = {
  readOnly: true,
  condition: (_: unknown, siblings: { reason?: unknown }) => Boolean(siblings?.reason),
}

export const Claims = content({
  slug: 'claims',
  admin: {
    group: groups.content,
    useAsTitle: 'statement',
    defaultColumns: ['statement', 'campaign', '_status', 'updatedAt'],
    listSearchableFields: ['statement', 'slug'],
  },
  defaultPopulate: { statement: true, slug: true, body: true, verification: true, figures: true },
  fields: [
    {
      name: 'statement',
      type: 'text',
      localized: true,
      required: true,
      admin: { description: 'The statement of fact, in one sentence.' },
    },
    {
      name: 'body',
      type: 'richText',
      localized: true,
      admin: { description: 'What there is to explain about it. It can show the figures below.' },
    },
    campaign,
    {
      name: 'evidence',
      type: 'array',
      admin: { description: 'Where the claim can be checked.' },
      fields: [
        {
          name: 'source',
          type: 'relationship',
          relationTo: 'resources',
          required: true,
          admin: { description: 'The resource that bears the claim out.' },
        },
        {
          name: 'locator',
          type: 'text',
          admin: { description: 'The place in the source: page, section, minute.' },
        },
        {
          name: 'quote',
          type: 'textarea',
          admin: { description: 'What the source says there, word for word.' },
        },
        url('archivedUrl', {
          admin: {
            description:
              'A copy of the source as it was, for when its address is dead or says something else.',
          },
        }),
        {
          name: 'accessedOn',
          type: 'date',
          admin: { description: 'When the source was looked at.' },
        },
      ],
    },
    {
      name: 'figures',
      type: 'array',
      admin: { description: 'Numbers that the claim rests on, to be shown or drawn.' },
      fields: [
        {
          name: 'label',
          type: 'text',
          localized: true,
          admin: { description: 'What is counted.' },
        },
        {
          name: 'value',
          type: 'number',
          required: true,
          admin: { description: 'The number itself.' },
        },
        { name: 'unit', type: 'text', admin: { description: 'What it is in: %, USD, people.' } },
        { name: 'asOf', type: 'date', admin: { description: 'The day that the number is of.' } },
      ],
    },
    {
      name: 'verification',
      type: 'group',
      admin: { description: 'Whether the claim has been checked, and what came of it.' },
      fields: [
        {
          name: 'status',
          type: 'select',
          defaultValue: 'unverified',
          options: options('unverified', 'verified', 'disputed', 'retracted'),
          admin: {
            description:
              'What the last check came to. Show a claim that is retracted as such, or not at all.',
          },
        },
        {
          name: 'verifiedOn',
          type: 'date',
          admin: { readOnly: true, description: 'When it was last checked.' },
        },
        {
          name: 'verifiedBy',
          type: 'relationship',
          relationTo: 'users',
          admin: { readOnly: true, description: 'Who checked it. Not public.' },
          access: { read: staffField },
        },
        {
          name: 'reviewBy',
          type: 'date',
          admin: { description: 'When it is to be checked again.' },
        },
        {
          name: 'note',
          type: 'textarea',
          admin: {
            description:
              'What readers should know about the check: a correction, the reason of a retraction.',
          },
          validate: isReasonGiven,
        },
      ],
    },
    {
      name: 'publishedWithoutEvidence',
      type: 'group',
      label: { en: 'Published without evidence', es: 'Publicada sin pruebas' },
      access: { read: staffField },
      admin: {
        description: 'Why the claim may be published though nothing bears it out. Not public.',
      },
      fields: [
        {
          name: 'reason',
          type: 'textarea',
          label: { en: 'Reason', es: 'Motivo' },
          maxLength: 2000,
          access: { create: adminField, update: adminField },
          admin: { description: 'Written by an admin. With it, the claim needs no evidence.' },
        },
        {
          name: 'by',
          type: 'relationship',
          relationTo: 'users',
          label: { en: 'By', es: 'Por' },
          admin: { ...whenSet, description: 'Which admin gave the reason.' },
        },
        {
          name: 'at',
          type: 'date',
          label: { en: 'On', es: 'El' },
          admin: { ...whenSet, description: 'When that was.' },
        },
      ],
    },
    {
      name: 'evidenceLost',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      label: { en: 'A source has been withdrawn', es: 'Se retiró una fuente' },
      access: { read: staffField },
      admin: {
        readOnly: true,
        position: 'sidebar',
        condition: ({ evidenceLost }) => evidenceLost === true,
        description: 'Whether a resource that the claim rests on has been withdrawn. Not public.',
      },
    },
    ...slugFields('statement'),
  ],
})

/** Readers of a claim that is taken back are told why. */
function isReasonGiven(
  value: unknown,
  { req, siblingData }: { req: PayloadRequest; siblingData: { status?: unknown } },
): true | string {
  const isMissing = typeof value !== 'string' || value.trim() === ''
  return siblingData?.status !== 'retracted' || !isMissing || messagesFor(req).retraction
}
