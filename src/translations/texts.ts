import type { FlattenedField } from 'payload'

type Row = Record<string, unknown>

/** A translated text of a document. */
export type Text = {
  /** Names it for good: rows by their id. */
  key: string
  /** Where it is now: rows by their place. */
  path: string
  /** By language. */
  values: Row
}

/**
 * The texts of a document, in the order of its form.
 *
 * @param document as read with `locale=all`
 */
export function textsOf(fields: FlattenedField[], document: Row, at = '', named = ''): Text[] {
  return fields.flatMap((field): Text[] => {
    if ('hidden' in field && field.hidden) return []
    const value = document[field.name]
    const path = at + field.name
    const key = named + field.name
    if ('localized' in field && field.localized) return [{ key, path, values: asRow(value) }]
    if (field.type === 'group' || field.type === 'tab') {
      return textsOf(field.flattenedFields, asRow(value), `${path}.`, `${key}.`)
    }
    if (field.type !== 'array' || !Array.isArray(value)) return []
    return value.flatMap((row: Row, i) =>
      textsOf(field.flattenedFields, row, `${path}.${i}.`, `${key}.${row.id}.`),
    )
  })
}

/**
 * The value that a document in one language has at a key.
 *
 * @returns undefined when the document does not say, as in a change of something else
 */
export function valueAt(document: unknown, key: string): unknown {
  let here: unknown = document
  for (const name of key.split('.')) {
    here = Array.isArray(here) ? here.find((row: Row) => row.id === name) : asRow(here)[name]
  }
  return here
}

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || isEmptyText(value)

/** A text that somebody has cleared keeps an empty paragraph. */
function isEmptyText(value: unknown): boolean {
  const { root } = asRow(value) as { root?: { children?: { children?: unknown[] }[] } }
  return Boolean(root) && (root?.children ?? []).every(({ children }) => children?.length === 0)
}

const asRow = (value: unknown): Row => Object(value) as Row
