import { type Figures, figuresOf } from '../rich-text/figure.ts'
import { toMarkdown } from '../rich-text/markdown.ts'
import { isList, type Row, type Value } from './cell.ts'
import type { Column } from './columns.ts'
import { type References, targetsOf } from './references.ts'

/** A document as a row of a spreadsheet. */
export function encode(
  columns: readonly Column[],
  doc: Record<string, unknown>,
  references: References,
): Row {
  const row: Row = {}
  const figures = figuresOf(doc)
  for (const column of columns) {
    const value = doc[column.name]
    if (!column.columns) row[column.name] = valueIn(column, value, references, figures)
    else if (column.isRows) {
      const inside = column.columns
      row[column.name] = listOf(value).map((one) => ({
        id: String(one.id ?? ''),
        ...encode(inside, one, references),
      }))
    } else row[column.name] = encode(column.columns, objectOf(value), references)
  }
  return row
}

function valueIn(column: Column, value: unknown, references: References, figures: Figures): Value {
  if (value === null || value === undefined || value === '') return null
  if (isList(column)) {
    const values = (Array.isArray(value) ? value : [value])
      .map((one) => String(oneOf(column, one, references, figures) ?? ''))
      .filter((text) => text !== '')
    return values.length > 0 ? values : null
  }
  return oneOf(column, value, references, figures)
}

function oneOf(column: Column, value: unknown, references: References, figures: Figures): Value {
  if (targetsOf(column)) return referenceOf(column, value, references)
  switch (column.field.type) {
    case 'richText':
      return toMarkdown(value, figures) || null
    case 'date':
      return dateOf(value)
    case 'number':
    case 'checkbox':
      return value as number | boolean
    default:
      return String(value)
  }
}

function referenceOf(column: Column, value: unknown, references: References): Value {
  if (typeof value === 'string') return references.nameOf(targetsOf(column)?.[0] ?? '', value)
  const { relationTo, value: id } = objectOf(value)
  return `${relationTo}/${references.nameOf(String(relationTo), String(id))}`
}

/** A day where nothing is said of the time. */
function dateOf(value: unknown): string {
  const date = new Date(value as string)
  if (Number.isNaN(date.getTime())) return String(value)
  return date.toISOString().replace(/T00:00:00\.000Z$/, '')
}

export const objectOf = (value: unknown): Record<string, unknown> =>
  value && typeof value === 'object' ? (value as Record<string, unknown>) : {}

export const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.map(objectOf) : []
