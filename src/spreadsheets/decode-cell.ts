import type { PayloadRequest } from 'payload'
import { cellOf, isList, listIn, type Value } from './cell.ts'
import type { Column } from './columns.ts'
import { textWithFigures } from './figures-in-text.ts'
import { parsedReference, type References, targetsOf } from './references.ts'
import type { SheetWords } from './words.ts'

/** What is known where a row is decoded, and whom its mistakes are told. */
export type Decoding = {
  req: PayloadRequest
  references: References
  words: SheetWords
  /** Whether the row makes a document, for which nothing can be read-only. */
  isNew: boolean
  mistake(path: string, message: string): void
  warn(path: string, message: string): void
}

/**
 * What a cell says, as its field keeps it.
 *
 * @returns undefined after a mistake; null for an empty cell
 */
export async function decodeCell(
  column: Column,
  value: Value,
  how: Decoding,
  path: string,
): Promise<unknown> {
  const { isNew, mistake, words } = how
  if (column.isReadOnly) {
    // Of a new document there is nothing to be changed, and the server makes what it keeps.
    if (!isNew && cellOf(value) !== '') mistake(path, words.readOnly)
    return undefined
  }
  if (cellOf(value) === '') return column.field.type === 'checkbox' ? false : null
  if (isList(column)) return decodeList(column, value, how, path)
  if (typeof value === 'object') {
    mistake(path, words.text)
    return undefined
  }
  const decoded = one(column, value, how, path)
  return decoded === undefined ? undefined : valid(column, decoded, how, path)
}

async function decodeList(column: Column, value: Value, how: Decoding, path: string) {
  const texts = textsOf(value)
  if (!texts) {
    how.mistake(path, how.words.list)
    return undefined
  }
  const values = texts.map((text) => one(column, text, how, path))
  return values.includes(undefined) ? undefined : valid(column, values, how, path)
}

/** The texts in a list, from JSON or from a cell; undefined when it is none. */
export function textsOf(value: unknown): string[] | undefined {
  if (typeof value === 'string') return listIn(value)
  const isTexts = Array.isArray(value) && value.every((text) => typeof text === 'string')
  return isTexts ? value.filter((text) => text !== '') : undefined
}

function one(column: Column, value: string | number | boolean, how: Decoding, path: string) {
  const { mistake, words } = how
  const text = String(value)
  switch (column.field.type) {
    case 'number': {
      const number = Number(text.trim())
      if (text.trim() !== '' && Number.isFinite(number)) return number
      mistake(path, words.number)
      return undefined
    }
    case 'checkbox': {
      const flag = text.trim().toLowerCase()
      if (flag === 'true' || flag === 'false') return flag === 'true'
      mistake(path, words.flag)
      return undefined
    }
    case 'date':
      return date(text.trim(), how, path)
    case 'select':
    case 'radio': {
      const values = column.field.options.map((option) =>
        typeof option === 'string' ? option : option.value,
      )
      if (values.includes(text.trim())) return text.trim()
      mistake(path, words.accepted(values))
      return undefined
    }
    case 'relationship':
    case 'upload':
      return reference(column, text.trim(), how, path)
    case 'richText': {
      const { state, warnings } = textWithFigures(text)
      for (const warning of warnings) how.warn(path, warning)
      return state
    }
    default:
      if (typeof value === 'string') return value
      mistake(path, words.text)
      return undefined
  }
}

const isoDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/

function date(text: string, { mistake, words }: Decoding, path: string): string | undefined {
  const parsed = new Date(text)
  // JavaScript takes the 30th of February for the 2nd of March.
  const day = text.slice(0, 10)
  const isDay = new Date(`${day}T00:00:00Z`)
  const isThere = [parsed, isDay].every((time) => !Number.isNaN(time.getTime()))
  if (isoDate.test(text) && isThere && isDay.toISOString().startsWith(day)) {
    return parsed.toISOString()
  }
  mistake(path, words.date)
  return undefined
}

function reference(
  column: Column,
  text: string,
  { mistake, references, words }: Decoding,
  path: string,
): unknown {
  const targets = targetsOf(column) ?? []
  const [collection, name] = parsedReference(column, text)
  if (!targets.includes(collection)) {
    mistake(path, words.reference(targets))
    return undefined
  }
  const id = references.idOf(collection, name)
  if (!id) {
    mistake(path, words.noSuchDocument(collection, name))
    return undefined
  }
  const isOfMany = Array.isArray((column.field as { relationTo?: unknown }).relationTo)
  return isOfMany ? { relationTo: collection, value: id } : id
}

type Validate = (value: unknown, options: object) => Promise<string | true> | string | true

/** What the field itself says of a value: a draft is stored without being asked. */
async function valid(column: Column, value: unknown, { mistake, req }: Decoding, path: string) {
  const { field } = column
  const { validate } = field as { validate?: Validate }
  if (!validate || field.type === 'richText') return value
  const options = {
    ...field,
    blockData: {},
    data: {},
    event: 'submit',
    operation: 'update',
    path: path.split('.'),
    preferences: { fields: {} },
    req,
    siblingData: {},
  }
  const said = await validate(value, options)
  if (said === true) return value
  mistake(path, said)
  return undefined
}
