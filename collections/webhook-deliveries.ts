import type { CollectionConfig } from 'payload'
import { admins, nobody } from './access/rules.ts'
import { options } from './fields/select.ts'
import { groups } from './groups.ts'

/** What a webhook was told, or is to be told: an entry for each event. src/webhooks/ writes it. */
export const WebhookDeliveries: CollectionConfig = {
  slug: 'webhook-deliveries',
  labels: { singular: 'Webhook delivery', plural: 'Webhook deliveries' },
  admin: {
    group: groups.partners,
    useAsTitle: 'type',
    defaultColumns: ['type', 'partner', 'state', 'acknowledgement', 'at', 'lastStatus'],
    components: {
      beforeListTable: ['/admin/delivery-lists.tsx#DeliveryLists'],
    },
  },
  access: { read: admins, create: nobody, update: nobody, delete: admins },
  defaultSort: '-at',
  graphQL: false,
  lockDocuments: false,
  indexes: [
    { fields: ['webhook', 'state', 'dueAt'] },
    { fields: ['webhook', 'document', 'state', 'sequence'] },
    { fields: ['webhook', 'at'] },
  ],
  fields: [
    // Which event for which webhook: an event is kept once for each, whoever does it.
    { name: 'key', type: 'text', required: true, unique: true, hidden: true },
    { name: 'type', type: 'text', required: true, index: true },
    { name: 'webhook', type: 'relationship', relationTo: 'webhooks', required: true },
    { name: 'partner', type: 'relationship', relationTo: 'partners', required: true },
    {
      name: 'actions',
      type: 'ui',
      admin: {
        components: { Field: '/admin/delivery-actions.tsx#DeliveryActions' },
        disableListColumn: true,
      },
    },
    {
      name: 'state',
      type: 'select',
      required: true,
      options: options('waiting', 'delivered', 'failed'),
    },
    {
      name: 'acknowledgement',
      type: 'select',
      required: true,
      index: true,
      options: [
        { value: 'none', label: 'Not needed' },
        { value: 'asked', label: 'Not given yet' },
        { value: 'given', label: 'Given' },
      ],
    },
    { name: 'acknowledgedAt', type: 'date', admin: { date: { pickerAppearance: 'dayAndTime' } } },
    {
      name: 'acknowledgedBy',
      type: 'text',
      admin: { description: 'As the receiver gave it.' },
    },
    // The document in the change log's words: its collection and its id; none of a ping.
    { name: 'document', type: 'text', index: true },
    { name: 'sequence', type: 'number' },
    {
      name: 'at',
      type: 'date',
      required: true,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'event',
      type: 'json',
      required: true,
      admin: {
        components: { Field: '/admin/event-field.tsx#EventField' },
        disableListColumn: true,
      },
    },
    { name: 'attempts', type: 'number', required: true },
    {
      name: 'dueAt',
      type: 'date',
      required: true,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'lastAttemptAt',
      type: 'date',
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    { name: 'lastStatus', type: 'number' },
    { name: 'lastError', type: 'text' },
    { name: 'deliveredAt', type: 'date', admin: { date: { pickerAppearance: 'dayAndTime' } } },
  ],
}
