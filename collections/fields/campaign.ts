import type { RelationshipField } from 'payload'

/** The campaign that a claim, demand or resource belongs to. */
export const campaign: RelationshipField = {
  name: 'campaign',
  type: 'relationship',
  relationTo: 'campaigns',
  index: true,
  admin: { position: 'sidebar', description: 'The campaign that it belongs to.' },
}
