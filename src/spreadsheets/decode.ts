import type { FlattenedField, PayloadRequest } from 'payload'
import { cellOf, isList, listIn, type Row, type Value } from './cell.ts'
import type { Column } from './columns.ts'
import { listOf, objectOf } from './encode.ts'
import { textWithFigures } from './figures-in-text.ts'
import { parsedReference, type References, targetsOf } from './references.ts'
import type { SheetWords } from './words.ts'

type Data = Record<string, unknown>

/** What a row of a file is compared with: its document as it is stored, and as it would be exported. */
export type Current = { doc: Data; row: Row }

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
 * What a row of a file changes of its document. A cell that says what an export says of the document now
 * changes nothing, so that an export imported again leaves everything as it is, also what a spreadsheet
 * cannot hold: underlined text, or a relation to what is gone.
 *
 * @returns the fields to write; none when the row changes nothing
 */
export async function decode(
  columns: readonly Column[],
  given: Row,
  current: Current,
  how: Decoding,
  at = '',
): Promise<Data> {
  const data: Data = {}
  for (const column of columns) {
    const { name } = column
    const value = given[name]
    if (value === undefined) continue
    const path = at + name
    if (column.isRows) {
      const rows = await decodeRows(column, value, current, how, path)
      if (rows) data[name] = rows
    } else if (column.columns) {
      const inside = await decodeGroup(column, value, current, how, path)
      if (inside) data[name] = inside
    } else if (cellOf(value) !== cellOf(current.row[name])) {
      const decoded = await decodeLeaf(column, value as Value, how, path)
      if (decoded !== undefined) data[name] = decoded
    }
  }
  return data
}

async function decodeGroup(
  column: Column,
  value: unknown,
  { doc, row }: Current,
  how: Decoding,
  path: string,
): Promise<Data | undefined> {
  if (value !== null && (typeof value !== 'object' || Array.isArray(value))) {
    how.mistake(path, how.words.object)
    return undefined
  }
  const before = objectOf(doc[column.name])
  const current = { doc: before, row: objectOf(row[column.name]) as Row }
  const given = objectOf(value) as Row
  tellUnknown(column.columns ?? [], given, how, `${path}.`)
  const changed = await decode(column.columns ?? [], given, current, how, `${path}.`)
  return Object.keys(changed).length > 0 ? { ...before, ...changed } : undefined
}

async function decodeRows(
  column: Column,
  value: unknown,
  { doc, row }: Current,
  how: Decoding,
  path: string,
): Promise<Data[] | undefined> {
  const { mistake, words } = how
  const given = value === null || value === '' ? [] : value
  if (!Array.isArray(given) || given.some((one) => !one || typeof one !== 'object')) {
    mistake(path, words.rows)
    return undefined
  }
  const docs = listOf(doc[column.name])
  const rows = listOf(row[column.name]) as Row[]
  const inside = column.columns ?? []
  let isChanged = given.length !== docs.length
  const decoded: Data[] = []
  for (const [i, one] of (given as Row[]).entries()) {
    const place = `${path}.${i + 1}.`
    // Without a column of ids a row is the one at its place; with an empty id it is new.
    const nth = one.id === undefined ? i : docs.findIndex(({ id }) => id === one.id)
    const before = docs[nth]
    isChanged ||= nth !== i
    tellUnknown([...inside, idColumn], one, how, place)
    const current = { doc: before ?? {}, row: before ? (rows[nth] ?? {}) : {} }
    const changed = await decode(inside, one, current, how, place)
    if (Object.keys(changed).length > 0) isChanged = true
    decoded.push({ ...before, ...changed })
  }
  if (!isChanged) return undefined
  if (column.isReadOnly && !how.isNew) {
    mistake(path, words.readOnly)
    return undefined
  }
  for (const [i, one] of decoded.entries()) {
    for (const { field, name } of inside) {
      const isNeeded = 'required' in field && field.required && cellOf(one[name]) === ''
      // A cell that cannot be read is told of already.
      if (!isNeeded || cellOf((given as Row[])[i]?.[name]) !== '') continue
      mistake(`${path}.${i + 1}.${name}`, words.isNeeded)
    }
  }
  return decoded
}

const idColumn: Column = {
  name: 'id',
  field: { name: 'id', type: 'text' } as FlattenedField,
  isReadOnly: true,
  isRows: false,
}

export function tellUnknown(
  columns: readonly Column[],
  given: Row,
  { mistake, words }: Pick<Decoding, 'mistake' | 'words'>,
  at = '',
): void {
  const names = columns.map(({ name }) => name)
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) mistake(at + name, words.noSuchColumn(names))
  }
}

/** @returns undefined after a mistake; null for an empty cell */
async function decodeLeaf(
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
