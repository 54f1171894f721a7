import type { FlattenedField, SanitizedConfig } from 'payload'

export type Found = { field: FlattenedField | 'id'; isInList: boolean }

/** The field at the end of a path that stays in the document. */
export function follow(
  [name, ...rest]: string[],
  fields: FlattenedField[],
  isInList = false,
): Found | undefined {
  if (name === 'id' && rest.length === 0) return { field: 'id', isInList }
  const field = fields.find((one) => one.name === name)
  if (!field) return undefined
  const isList =
    isInList || field.type === 'array' || ('hasMany' in field && field.hasMany === true)
  if (rest.length === 0) return { field, isInList: isList }
  return 'flattenedFields' in field ? follow(rest, field.flattenedFields, isList) : undefined
}

/** Whether its values are compared as what they are, and not as text. */
export const isNoText = ({ type }: FlattenedField): boolean =>
  type === 'date' || type === 'number' || type === 'checkbox'

/** The field that is no text, at the end of a path through related documents. */
export function comparedThrough(
  [name, ...rest]: string[],
  fields: FlattenedField[],
  config: SanitizedConfig,
): FlattenedField | undefined {
  const field = fields.find((one) => one.name === name)
  if (!field) return undefined
  if (rest.length === 0) return isNoText(field) ? field : undefined
  const to = relations(field)
  const related = config.collections.find(({ slug }) => slug === to)?.flattenedFields
  const inner = related ?? ('flattenedFields' in field ? field.flattenedFields : [])
  return comparedThrough(rest, inner, config)
}

/** Which collections a relation leads to. */
export const relations = (field: FlattenedField | 'id') =>
  field !== 'id' && 'relationTo' in field ? field.relationTo : undefined
