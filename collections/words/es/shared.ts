/** A field's label, what is said of it where English says something, and what one row of a list is. */
type FieldWords = readonly [label: string, description?: string, row?: string]

export type CollectionWords = {
  singular: string
  plural: string
  /** By the field's path: `evidence.source`. */
  fields: Record<string, FieldWords>
}

/** The words of fields that several collections have. */
export const shared = {
  campaign: ['Campaña', 'La campaña a la que pertenece.'],
  slug: [
    'Nombre en las direcciones',
    'El nombre en las direcciones. Se hace del título hasta la primera publicación.',
  ],
} as const

export const review = {
  review: ['Revisión', 'Hasta dónde ha llegado la versión más reciente. No es público.'],
  'review.state': ['Estado', 'Si se está escribiendo, espera a quien revisa o puede publicarse.'],
  'review.assignee': ['Asignado a', 'Quién debe mirarlo a continuación.'],
} as const
