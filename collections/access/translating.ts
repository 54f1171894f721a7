import { isDeepStrictEqual } from 'node:util'
import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
  type Field,
  type FlattenedField,
} from 'payload'
import { fieldAffectsData } from 'payload/shared'
import { isTranslator } from './roles.ts'

/**
 * Makes every field that is not localised read-only for translators, so that the admin UI shows it so.
 * An array that holds localised fields stays writable: its rows are where the translation goes.
 */
export function keepFromTranslators(fields: Field[]): Field[] {
  return fields.map((field) => {
    if ('localized' in field && field.localized) return field
    if ('fields' in field && holdsLocalized(field.fields)) {
      return { ...field, fields: keepFromTranslators(field.fields) } as Field
    }
    if (!fieldAffectsData(field)) return field
    const given = field.access?.update
    const update: typeof given = (args) =>
      !isTranslator(args.req.user) && (given ? given(args) : true)
    return { ...field, access: { ...field.access, update } } as Field
  })
}

const holdsLocalized = (fields: Field[]): boolean =>
  fields.some(
    (field) =>
      ('localized' in field && field.localized) ||
      ('fields' in field && holdsLocalized(field.fields)),
  )

/**
 * Tells a translator which fields it may not change, where Payload would drop them without a word.
 *
 * @throws APIError 403 that names the fields.
 */
export const guardTranslating: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation !== 'update' || !isTranslator(req.user)) return
  const { id, data } = args as { id?: string; data: Record<string, unknown> }
  if (id === undefined) throw new APIError('Translators change one document at a time.', 403)

  const original = await req.payload.findByID({
    collection: collection.slug as CollectionSlug,
    depth: 0,
    disableErrors: true,
    draft: true,
    id,
    req,
    trash: true,
  })
  if (!original) return
  const changed = changedOutside(collection.flattenedFields, data, asRow(original))
  if (changed.length > 0) {
    throw new APIError(
      `Translators change translated texts only, not: ${changed.join(', ')}.`,
      403,
      null,
      true,
    )
  }
}

type Row = Record<string, unknown>

/** Paths of fields that are not localised and that differ from the original. */
function changedOutside(fields: FlattenedField[], data: Row, original: Row, at = ''): string[] {
  return fields.flatMap((field): string[] => {
    const value = data[field.name]
    const before = original[field.name]
    if (value === undefined || ignored.has(field.name) || field.localized) return []
    const path = at + field.name
    if (field.type === 'group' || field.type === 'tab') {
      return changedOutside(field.flattenedFields, asRow(value), asRow(before), `${path}.`)
    }
    if (field.type === 'array') return changedRows(field.flattenedFields, value, before, path)
    return isDeepStrictEqual(comparable(value), comparable(before)) ? [] : [path]
  })
}

function changedRows(fields: FlattenedField[], value: unknown, before: unknown, path: string) {
  const rows = Array.isArray(value) ? (value as Row[]) : []
  const rowsBefore = Array.isArray(before) ? (before as Row[]) : []
  const sameRows =
    rows.length === rowsBefore.length && rows.every((r, i) => r.id === rowsBefore[i]?.id)
  if (!sameRows) return [path]
  return rows.flatMap((row, i) =>
    changedOutside(fields, row, asRow(rowsBefore[i]), `${path}.${i}.`),
  )
}

/** Payload's own: `_status` is the publishing guard's, the rest the server sets itself. */
const ignored = new Set([
  'id',
  '_status',
  'contentLocale',
  'createdAt',
  'generateSlug',
  'locales',
  'updatedAt',
])

const asRow = (value: unknown): Row => (value && typeof value === 'object' ? (value as Row) : {})

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
