import type { FlattenedField } from 'payload'
import { contentLocaleOf, headingIn } from '../content-locale/content-locale.ts'

type Row = Record<string, unknown>

/** A language, and the one for what is not in it. */
export type Language = { locale: string; fallback: string | undefined; codes: readonly string[] }

/**
 * A document that was read with `locale=all`, in one language, as Payload would have given it.
 *
 * @param fields as they are now; what was stored by others stays as it is
 */
export function documentInLanguage(fields: FlattenedField[], row: Row, language: Language): Row {
  const heading = headingIn(fields)
  const values = heading && isByLocale(row[heading], language) ? row[heading] : undefined
  const { locale, fallback, codes } = language
  const wanted = { locale, fallback: fallback ? [fallback] : [], codes }
  return {
    ...inLanguage(fields, row, language),
    ...(values ? contentLocaleOf(values as Row, wanted) : {}),
  }
}

function inLanguage(fields: FlattenedField[], row: Row, language: Language): Row {
  const read = { ...row }
  for (const field of fields) {
    const value = row[field.name]
    const isTranslated = 'localized' in field && field.localized && isByLocale(value, language)
    read[field.name] = inside(field, isTranslated ? chosen(value, language) : value, language)
  }
  return read
}

/** A field may have been translated only later. */
const isByLocale = (value: unknown, { codes }: Language): value is Row =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every((key) => codes.includes(key))

function chosen(values: Row, { locale, fallback }: Language): unknown {
  const value = values[locale]
  const isMissing = value === undefined || value === null || value === ''
  return isMissing && fallback ? values[fallback] || value : value
}

function inside(field: FlattenedField, value: unknown, language: Language): unknown {
  if (!('flattenedFields' in field) || typeof value !== 'object' || value === null) return value
  const { flattenedFields } = field
  return Array.isArray(value)
    ? value.map((row: Row) => inLanguage(flattenedFields, row, language))
    : inLanguage(flattenedFields, value as Row, language)
}
