import type {
  CollectionAfterReadHook,
  Field,
  FieldHook,
  FlattenedField,
  SanitizedConfig,
} from 'payload'
import type { DatabaseSettings } from '../../settings.ts'

/**
 * Gives documents one shape whatever database they come from: every field that was asked for is there,
 * `null` or `[]` when it is empty, and in the order of the config.
 *
 * A row of SQLite has all its columns; what lies in other tables, translations and lists, may be missing.
 * A document of MongoDB has what was once written to it, in the order in which it was written.
 *
 * It takes the sanitised config, because Payload adds fields of its own last.
 *
 * @param kind of the database: a hook takes its time with every field of every document
 */
export function sameShape(
  config: SanitizedConfig,
  kind: DatabaseSettings['kind'],
): SanitizedConfig {
  for (const collection of config.collections) {
    const fields = valueFields(collection.fields)
    for (const field of kind === 'sqlite' ? fields.filter(isElsewhere) : fields) {
      field.hooks = { ...field.hooks, afterRead: [...(field.hooks?.afterRead ?? []), fillIn] }
    }
    collection.hooks.afterRead = [...collection.hooks.afterRead, putInOrder]
  }
  return config
}

type ValueField = Extract<Field, { hooks?: unknown }> & { name: string }

/** Fields that hold a value and not further fields. */
function valueFields(fields: Field[]): ValueField[] {
  return fields.flatMap((field): ValueField[] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => valueFields(tab.fields))
    if (field.type === 'blocks') return field.blocks.flatMap((block) => valueFields(block.fields))
    if ('fields' in field) return valueFields(field.fields)
    if (field.type === 'ui' || field.type === 'join' || ('virtual' in field && field.virtual)) {
      return []
    }
    return 'hidden' in field && field.hidden ? [] : [field as ValueField]
  })
}

/** Whether SQLite keeps the value in another table than the document or row that it belongs to. */
const isElsewhere = (field: ValueField): boolean =>
  Boolean('localized' in field && field.localized) ||
  Boolean('hasMany' in field && field.hasMany) ||
  ('relationTo' in field && Array.isArray(field.relationTo))

const fillIn: FieldHook = ({ field, req, showHiddenFields, siblingData, value }) => {
  // Payload's own look at a document before it changes it: what is filled in there would be written.
  if (showHiddenFields) return undefined
  const { localization } = req.payload.config
  const empty = 'hasMany' in field && field.hasMany ? [] : null
  if (req.locale !== 'all' || !('localized' in field && field.localized) || !localization) {
    return value ?? empty
  }
  const byLocale = Object(siblingData[field.name as string])
  for (const code of localization.localeCodes) byLocale[code] ??= empty
  siblingData[field.name as string] = byLocale
  return undefined
}

const putInOrder: CollectionAfterReadHook = ({ collection, doc }) =>
  inOrder(collection.flattenedFields, doc)

type Row = Record<string, unknown>

function inOrder(fields: FlattenedField[], row: Row): Row {
  const ordered: Row = 'id' in row ? { id: row.id } : {}
  for (const field of fields) {
    if (field.name in row) ordered[field.name] = valueInOrder(field, row[field.name])
  }
  for (const name of Object.keys(row)) {
    if (!(name in ordered)) ordered[name] = row[name]
  }
  return ordered
}

function valueInOrder(field: FlattenedField, value: unknown): unknown {
  if (!value || typeof value !== 'object') return value
  if (field.type === 'array' && Array.isArray(value)) {
    return value.map((row) => inOrder(field.flattenedFields, row))
  }
  if (field.type === 'blocks' && Array.isArray(value)) {
    return value.map((row) => {
      const block = field.blocks.find(({ slug }) => slug === row.blockType)
      return block && 'flattenedFields' in block ? inOrder(block.flattenedFields, row) : row
    })
  }
  if (field.type === 'group' || field.type === 'tab') {
    return inOrder(field.flattenedFields, value as Row)
  }
  return value
}
