import { createHash } from 'node:crypto'
import type { FlattenedField } from 'payload'
import type { Row } from './parts.ts'

type Values = Record<string, unknown>

/**
 * A row as every database takes it: without fields that have no value, which one of them leaves out and
 * the other one keeps as null, and under an id as MongoDB makes them.
 */
export const neutral = (row: Row, fields: FlattenedField[]): Row => ({
  ...withoutNulls(row, fields),
  id: portableId(row.id),
})

/**
 * Versions and keys that SQLite kept before Handbill gave them ids have UUIDs, which MongoDB does not know.
 * Nothing refers to them.
 */
const portableId = (id: string): string =>
  /^[\da-f]{24}$/.test(id) ? id : createHash('sha256').update(id).digest('hex').slice(0, 24)

function withoutNulls(row: Values, fields: FlattenedField[]): Values {
  const kept: Values = {}
  for (const [name, value] of Object.entries(row)) {
    if (value === null || value === undefined) continue
    const field = fields.find((one) => one.name === name)
    const left = field ? withoutNullsIn(value, field) : value
    if (left !== undefined) kept[name] = left
  }
  return kept
}

function withoutNullsIn(value: unknown, field: FlattenedField): unknown {
  if ('localized' in field && field.localized && isRow(value)) {
    const locales = Object.entries(value).filter(([, one]) => one !== null && one !== undefined)
    // Translated into no language, it is as if it were not there.
    if (locales.length === 0) return undefined
    return Object.fromEntries(locales.map(([code, one]) => [code, inside(one, field)]))
  }
  return inside(value, field)
}

function inside(value: unknown, field: FlattenedField): unknown {
  if (field.type === 'blocks' && Array.isArray(value)) {
    return value.map((row: Values) => {
      const block = field.blocks.find(({ slug }) => slug === row.blockType)
      return block && 'flattenedFields' in block ? withoutNulls(row, block.flattenedFields) : row
    })
  }
  if (!('flattenedFields' in field)) return value
  if (Array.isArray(value)) {
    return value.map((row) => (isRow(row) ? withoutNulls(row, field.flattenedFields) : row))
  }
  return isRow(value) ? withoutNulls(value, field.flattenedFields) : value
}

const isRow = (value: unknown): value is Values =>
  Boolean(value) && typeof value === 'object' && !Array.isArray(value)
