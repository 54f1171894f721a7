import type { FlattenedField, SanitizedConfig } from 'payload'

type Row = Record<string, unknown>
type Target = { collection: string; field: string }

/**
 * Whether a document, or one that it shows, has the field in it.
 *
 * @param collection that the document is of
 */
export function holdsField(
  document: unknown,
  collection: string,
  target: Target,
  config: SanitizedConfig,
): boolean {
  const fieldsOf = (slug: string) =>
    config.collections.find((one) => one.slug === slug)?.flattenedFields ?? []

  const inDocument = (row: unknown, slug: string): boolean =>
    isRow(row) && inRow(row, fieldsOf(slug), slug, '')

  const inRow = (row: Row, fields: FlattenedField[], slug: string, at: string): boolean =>
    fields.some((field) => {
      const value = row[field.name]
      if (value === undefined) return false
      const path = at + field.name
      if (slug === target.collection && path === target.field) return true
      const values = Array.isArray(value) ? value : [value]
      return values.some((one) => isRow(one) && inValue(one, field, slug, path))
    })

  const inValue = (value: Row, field: FlattenedField, slug: string, path: string): boolean => {
    if (field.type === 'relationship' || field.type === 'upload') {
      return Array.isArray(field.relationTo)
        ? inDocument(value.value, String(value.relationTo))
        : inDocument(value, field.relationTo)
    }
    if (field.type === 'join') {
      const documents = Array.isArray(value.docs) ? value.docs : []
      return documents.some((one) => inDocument(one, [field.collection].flat()[0] ?? ''))
    }
    if (field.type === 'blocks') {
      const block = field.blocks.find((one) => one.slug === value.blockType)
      const fields = block && 'flattenedFields' in block ? block.flattenedFields : []
      return inRow(value, fields, slug, `${path}.`)
    }
    return 'flattenedFields' in field && inRow(value, field.flattenedFields, slug, `${path}.`)
  }

  return inDocument(document, collection)
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null
