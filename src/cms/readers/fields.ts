import type { FlattenedField, PayloadRequest } from 'payload'

/**
 * The fields of a collection, or of a group in it, that this request may read, by name.
 *
 * What may be read is also what may be filtered and sorted by: an order or a count tells about a
 * hidden value as surely as the value itself.
 */
export async function readableFields(
  fields: FlattenedField[],
  req: PayloadRequest,
): Promise<Map<string, FlattenedField>> {
  const readable = new Map<string, FlattenedField>()
  for (const field of fields) {
    if ('hidden' in field && field.hidden) continue
    const read = 'access' in field ? field.access?.read : undefined
    // Access that depends on the document cannot be answered for all of them: not readable here.
    if (read && (await read({ req })) !== true) continue
    readable.set(field.name, field)
  }
  return readable
}

/** Those of them that are stored: a value that is computed can be neither filtered nor sorted by. */
export async function storedFields(
  fields: FlattenedField[],
  req: PayloadRequest,
): Promise<Map<string, FlattenedField>> {
  const stored = fields.filter((field) => !('virtual' in field && field.virtual === true))
  return readableFields(stored, req)
}

/** The fields inside a field, for those that hold others; all blocks' fields taken together. */
export function innerFields(field: FlattenedField): FlattenedField[] | undefined {
  if ('flattenedFields' in field) return field.flattenedFields
  if (field.type === 'blocks') {
    return field.blocks.flatMap((block) =>
      'flattenedFields' in block ? block.flattenedFields : [],
    )
  }
  return undefined
}

/** Whether one document can hold many of what the field holds. */
export const holdsMany = (field: FlattenedField): boolean =>
  field.type === 'array' ||
  field.type === 'blocks' ||
  ('hasMany' in field && field.hasMany === true)
