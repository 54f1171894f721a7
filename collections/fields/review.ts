import type { Field } from 'payload'
import { staffField } from '../access/rules.ts'

export const reviewStates = ['draft', 'in-review', 'approved'] as const
export type ReviewState = (typeof reviewStates)[number]

/**
 * How far the newest version has come on its way to being published. src/review/ keeps it: but for the
 * assignee, what a client sends of it is not looked at.
 */
export const reviewFields: Field[] = [
  {
    name: 'review',
    type: 'group',
    label: { en: 'Review', es: 'Revisión' },
    access: { read: staffField },
    admin: {
      position: 'sidebar',
      description: 'How far the newest version has come. Not public.',
    },
    fields: [
      {
        name: 'state',
        type: 'select',
        label: { en: 'State', es: 'Estado' },
        defaultValue: 'draft',
        index: true,
        options: [
          { value: 'draft', label: { en: 'Draft', es: 'Borrador' } },
          { value: 'in-review', label: { en: 'In review', es: 'En revisión' } },
          { value: 'approved', label: { en: 'Approved', es: 'Aprobado' } },
        ],
        admin: {
          description: 'Whether it is being written, waits for a reviewer, or may be published.',
          components: { Field: '/admin/review/review-panel.tsx#ReviewPanel' },
          disableBulkEdit: true,
        },
      },
      {
        name: 'assignee',
        type: 'relationship',
        relationTo: 'users',
        label: { en: 'Assigned to', es: 'Asignado a' },
        admin: { description: 'Who is to look at it next.' },
      },
      {
        name: 'writtenBy',
        type: 'relationship',
        relationTo: 'users',
        admin: { hidden: true, description: 'Who changed its content last.' },
      },
      {
        name: 'approvedBy',
        type: 'relationship',
        relationTo: 'users',
        admin: { hidden: true, description: 'Who approved it.' },
      },
    ],
  },
  {
    name: 'reviewNotes',
    type: 'ui',
    admin: {
      position: 'sidebar',
      components: { Field: '/admin/review/review-notes.tsx#ReviewNotes' },
      disableBulkEdit: true,
      disableListColumn: true,
    },
  },
]
