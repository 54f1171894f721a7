import type { FlattenedField } from 'payload'
import { cellOf, type Row, type Value } from './cell.ts'
import type { Column } from './columns.ts'
import { type Decoding, decodeCell } from './decode-cell.ts'
import { listOf, objectOf } from './encode.ts'

type Data = Record<string, unknown>

/** What a row of a file is compared with: its document as it is stored, and as it would be exported. */
export type Current = { doc: Data; row: Row }

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
      const decoded = await decodeCell(column, value as Value, how, path)
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
