import {
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type PayloadRequest,
  type SanitizedConfig,
  ValidationError,
} from 'payload'

/**
 * Has what is written the shape of the collection, on which Payload otherwise breaks with 500: a group is an
 * object and a list has objects for its rows, of which null leaves nothing; a relation to one has one; a status and
 * an address are texts.
 *
 * It takes the sanitised config, because Payload adds fields of its own last.
 */
export function checkShapes(config: SanitizedConfig): SanitizedConfig {
  for (const { hooks } of config.collections) hooks.beforeOperation.unshift(check)
  return config
}

type Row = Record<string, unknown>
type Mistake = { path: string; message: string }

const check: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return
  const { data } = args as { data?: Row }
  if (!isRow(data)) return
  // MongoDB's name of an id, which it would take: also none at all, for a document that then has no id.
  delete data._id
  // The server's own times are read-only, as a form that sends them back takes for granted.
  delete data.createdAt
  delete data.updatedAt
  const errors = mistakesIn(collection.flattenedFields, data, '', req)
  if (errors.length > 0) {
    throw new ValidationError({ collection: collection.slug, errors, req }, req.t)
  }
}

function mistakesIn(
  fields: FlattenedField[],
  row: Row,
  at: string,
  req: PayloadRequest,
): Mistake[] {
  return fields.flatMap((field): Mistake[] => {
    const value = row[field.name]
    const path = at + field.name
    if (value === undefined) return []
    const isInLanguages = 'localized' in field && field.localized && req.locale === 'all'
    if (isInLanguages && isRow(value)) return []
    if (field.type === 'group' || field.type === 'tab') {
      if (value === null) row[field.name] = emptied(field.flattenedFields)
      else if (isRow(value)) return mistakesIn(field.flattenedFields, value, `${path}.`, req)
      else return [{ path, message: 'Accepted: an object.' }]
    }
    if (field.type === 'array' || field.type === 'blocks') {
      if (value === null) row[field.name] = []
      // A form says with a number how many rows there are, and nothing else when there are none.
      if (!value || value === '0') return []
      if (!Array.isArray(value)) return [{ path, message: 'Accepted: a list of objects.' }]
      const inner = field.type === 'array' ? field.flattenedFields : []
      return value.flatMap((one, i) =>
        isRow(one)
          ? mistakesIn(inner, one, `${path}.${i}.`, req)
          : [{ path: `${path}.${i}`, message: 'Accepted: an object.' }],
      )
    }
    if (value === null) return []
    const accepted = acceptedBy(field, value)
    return accepted ? [{ path, message: `Accepted: ${accepted}.` }] : []
  })
}

/** @returns what would be accepted; undefined for what is */
function acceptedBy(field: FlattenedField, value: unknown): string | undefined {
  if (field.name === '_status' && typeof value !== 'string') return '"draft", "published"'
  if (field.type === 'email' && typeof value !== 'string') return 'an e-mail address'
  const isOfOne = field.type === 'relationship' || field.type === 'upload' ? !field.hasMany : false
  return isOfOne && Array.isArray(value) ? 'the id of a document' : undefined
}

/** A group without a value in it. */
const emptied = (fields: FlattenedField[]): Row =>
  Object.fromEntries(
    fields.map((field) => [
      field.name,
      field.type === 'group' || field.type === 'tab' ? emptied(field.flattenedFields) : null,
    ]),
  )

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
