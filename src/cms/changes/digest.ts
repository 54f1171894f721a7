import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { FlattenedField } from 'payload'

type Row = Record<string, unknown>

/** A JSON value in the canonical form of RFC 8785. */
export const canonical = (value: unknown): string => canonicalize(value) ?? ''

/** SHA-256, in hexadecimal, of a JSON value in its canonical form. */
export const digestOf = (value: unknown): string => sha256(canonical(value))

/** SHA-256, in hexadecimal, of a text. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * A digest for each language that a document exists in, of what its readers see in it.
 *
 * @param document as read with `locale=all`
 * @param codes of all languages
 */
export function localeDigests(
  fields: FlattenedField[],
  document: Row,
  codes: string[],
): Record<string, string> {
  // The time of the last save is the same for every language, and no change of what is said.
  const { updatedAt: _, ...content } = document
  const isTranslated = holdsLocalized(fields)
  const digests: Record<string, string> = {}
  for (const code of codes) {
    const seen: Seen = { translated: false }
    const inLocale = project(fields, content, code, seen)
    if (seen.translated || !isTranslated) digests[code] = digestOf(inLocale)
  }
  return digests
}

/** The languages in which two states of a document differ. */
export const changedLocales = (
  before: Record<string, string>,
  after: Record<string, string>,
): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((code) => before[code] !== after[code])
    .sort()

type Seen = { translated: boolean }

/** The document in one language, without falling back to another. */
function project(fields: FlattenedField[], row: Row, code: string, seen: Seen): Row {
  const projected = { ...row }
  for (const field of fields) {
    const value = row[field.name]
    if (value === null || value === undefined) continue
    if ('localized' in field && field.localized) {
      const inLocale = (value as Row)[code] ?? null
      if (!isEmpty(inLocale)) seen.translated = true
      projected[field.name] = inLocale
    } else {
      projected[field.name] = projectInside(field, value, code, seen)
    }
  }
  return projected
}

function projectInside(field: FlattenedField, value: unknown, code: string, seen: Seen): unknown {
  if (field.type === 'blocks' && Array.isArray(value)) {
    return value.map((row: Row) => {
      const block = field.blocks.find(({ slug }) => slug === row.blockType)
      return block && 'flattenedFields' in block
        ? project(block.flattenedFields, row, code, seen)
        : row
    })
  }
  if (!('flattenedFields' in field) || typeof value !== 'object') return value
  if (Array.isArray(value))
    return value.map((row) => project(field.flattenedFields, row, code, seen))
  return project(field.flattenedFields, value as Row, code, seen)
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

function holdsLocalized(fields: FlattenedField[]): boolean {
  return fields.some(
    (field) =>
      ('localized' in field && field.localized) ||
      ('flattenedFields' in field && holdsLocalized(field.flattenedFields)) ||
      (field.type === 'blocks' &&
        field.blocks.some(
          (block) => 'flattenedFields' in block && holdsLocalized(block.flattenedFields),
        )),
  )
}
