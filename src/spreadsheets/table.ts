import { cellOf, isList, listIn, type Row, type Value } from './cell.ts'
import type { Column } from './columns.ts'

/** Of rows in a cell's document: more is a mistake, and would be as many columns. */
const most = 500

/** The columns that rows fill, each by its name: `verification.status`, `evidence.2.source`. */
export function headerOf(columns: readonly Column[], rows: readonly Row[]): string[] {
  return columns.flatMap((column) => {
    if (!column.columns) return [column.name]
    const inside = column.columns
    if (!column.isRows) {
      const groups = rows.map((row) => row[column.name] as Row)
      return headerOf(inside, groups).map((name) => `${column.name}.${name}`)
    }
    const lists = rows.map((row) => (row[column.name] as Row[] | undefined) ?? [])
    const longest = lists.reduce((length, list) => Math.max(length, list.length), 0)
    return Array.from({ length: longest }, (_, i) => {
      const nth = lists.flatMap((list): Row[] => (list[i] ? [list[i]] : []))
      return ['id', ...headerOf(inside, nth)].map((name) => `${column.name}.${i + 1}.${name}`)
    }).flat()
  })
}

/** What a row has under a column's name. */
export function cellUnder(row: Row, name: string): string {
  let value: unknown = row
  for (const part of name.split('.')) {
    if (Array.isArray(value)) value = value[Number(part) - 1]
    else value = (value as Row | undefined)?.[part]
  }
  return cellOf(value)
}

/**
 * The row that a record of cells says. Rows of a list without any cell filled are none.
 *
 * @param names of the record's columns; those that are none are left out
 */
export function rowOf(columns: readonly Column[], names: readonly string[], cells: string[]): Row {
  const row: Row = {}
  for (const [i, name] of names.entries()) place(columns, row, name.split('.'), cells[i] ?? '')
  return compact(columns, row)
}

function place(
  columns: readonly Column[],
  row: Row,
  [name, ...rest]: string[],
  cell: string,
): void {
  const column = columns.find((one) => one.name === name)
  if (!column || !name) return
  if (!column.columns) {
    if (rest.length === 0) row[name] = typed(column, cell)
    return
  }
  if (!column.isRows) {
    const inside = (row[name] ?? {}) as Row
    row[name] = inside
    place(column.columns, inside, rest, cell)
    return
  }
  const [number = '', ...last] = rest
  const list = (row[name] ?? []) as Row[]
  row[name] = list
  const index = Number(number) - 1
  while (list.length <= index) list.push({})
  const inside = list[index] as Row
  if (last.length === 1 && last[0] === 'id') inside.id = cell.trim()
  else place(column.columns, inside, last, cell)
}

function compact(columns: readonly Column[], row: Row): Row {
  for (const { columns: inside, isRows, name } of columns) {
    if (!inside || row[name] === undefined) continue
    if (isRows) {
      const list = (row[name] as Row[]).map((one) => compact(inside, one))
      row[name] = list.filter(hasCell)
    } else compact(inside, row[name] as Row)
  }
  return row
}

const hasCell = (row: Row): boolean =>
  Object.values(row).some((value) => {
    if (value === null || value === '') return false
    if (Array.isArray(value)) return value.length > 0
    return typeof value !== 'object' || hasCell(value)
  })

const typed = (column: Column, cell: string): Value =>
  isList(column) && cell !== '' ? listIn(cell) : cell === '' ? null : cell

/** Whether the columns of a collection have the name. */
export function isColumn(columns: readonly Column[], name: string): boolean {
  const [first, ...rest] = name.split('.')
  const column = columns.find((one) => one.name === first)
  if (!column) return false
  if (!column.columns) return rest.length === 0
  if (!column.isRows) return rest.length > 0 && isColumn(column.columns, rest.join('.'))
  const [number = '', ...last] = rest
  if (!/^[1-9]\d*$/.test(number) || Number(number) > most || last.length === 0) return false
  return last.join('.') === 'id' || isColumn(column.columns, last.join('.'))
}

/** The names that a file may have, `n` for the number of a row. */
export const acceptedNames = (columns: readonly Column[]): string[] =>
  columns.flatMap(({ columns: inside, isRows, name }) => {
    if (!inside) return [name]
    const names = acceptedNames(inside)
    return isRows
      ? ['id', ...names].map((one) => `${name}.n.${one}`)
      : names.map((one) => `${name}.${one}`)
  })
