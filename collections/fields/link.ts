import type { GroupField } from 'payload'
import { options } from './select.ts'

/** What is known of an address. */
export const linkStatuses = [
  'unchecked',
  'alive',
  'moved',
  'forbidden',
  'unreachable',
  'dead',
  'unknown',
] as const

/**
 * What is known of a resource's address. src/links/ writes it when it comes to another conclusion, not at
 * every check: when the last check was is kept with the address.
 */
export const link: GroupField = {
  name: 'link',
  type: 'group',
  admin: {
    readOnly: true,
    description: 'What is known of the address. It changes when checks come to another conclusion.',
  },
  fields: [
    {
      name: 'status',
      type: 'select',
      index: true,
      options: options(...linkStatuses),
      admin: {
        description:
          'Alive; moved for good, to another address; forbidden: it answers, but not to us; unreachable for days; dead; unknown: it may not be asked.',
      },
    },
    {
      name: 'httpStatus',
      type: 'number',
      admin: { description: 'The HTTP status that said so.' },
    },
    { name: 'checkedAt', type: 'date', admin: { description: 'When that was found.' } },
    {
      name: 'finalUrl',
      type: 'text',
      admin: { description: 'The address that it has moved to.' },
    },
  ],
}
