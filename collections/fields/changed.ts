import { isDeepStrictEqual } from 'node:util'
import type { FlattenedField } from 'payload'

type Row = Record<string, unknown>

/**
 * Paths of the fields in which two states of a document differ.
 *
 * @param data what is written; a field that it does not name stays as it is
 * @param isIgnored of a field and its path, whether it does not count
 */
export function changedPaths(
  fields: FlattenedField[],
  data: Row,
  before: Row,
  isIgnored: (field: FlattenedField, path: string) => boolean,
  at = '',
): string[] {
  return fields.flatMap((field): string[] => {
    const value = data[field.name]
    const path = at + field.name
    if (value === undefined || isIgnored(field, path)) return []
    const inner = (row: unknown, rowBefore: unknown, place: string) =>
      'flattenedFields' in field
        ? changedPaths(field.flattenedFields, asRow(row), asRow(rowBefore), isIgnored, place)
        : []
    const old = before[field.name]
    if (field.type === 'group' || field.type === 'tab') return inner(value, old, `${path}.`)
    if (field.type !== 'array') return isSame(value, old) ? [] : [path]
    const [rows, rowsBefore] = [asRows(value), asRows(old)]
    const sameRows =
      rows.length === rowsBefore.length && rows.every((row, i) => row.id === rowsBefore[i]?.id)
    if (!sameRows) return [path]
    return rows.flatMap((row, i) => inner(row, rowsBefore[i], `${path}.${i}.`))
  })
}

/** Whether two values are the same but for the forms that an empty one and a relation can have. */
export const isSame = (value: unknown, before: unknown): boolean =>
  isDeepStrictEqual(comparable(value), comparable(before))

const asRow = (value: unknown): Row => (value && typeof value === 'object' ? (value as Row) : {})
const asRows = (value: unknown): Row[] => (Array.isArray(value) ? value : [])

/** Empty values, dates and populated relations in the one form that can be compared. */
function comparable(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(comparable)
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object') {
    const row = value as Row
    if ('relationTo' in row && 'value' in row) return [row.relationTo, comparable(row.value)]
    return 'id' in row ? row.id : row
  }
  return value
}
