import { cellOf, type Row } from './cell.ts'
import { type Column, stateColumns } from './columns.ts'
import { parseCsv } from './csv.ts'
import { acceptedNames, isColumn, rowOf } from './table.ts'
import type { SheetWords } from './words.ts'

export const formats = ['csv', 'json'] as const
export type Format = (typeof formats)[number]

/** What is wrong in a file, by the row and the column as a spreadsheet counts them. */
export type RowMistake = { row: number; column: string; message: string }

export type FileRow = {
  /** As a spreadsheet counts: the names of the columns are row 1. */
  row: number
  values: Row
  id: string
  locale: string
  status: string
  updatedAt: string
}

const own = ['id', 'locale', ...stateColumns]

/**
 * The rows of a file.
 *
 * @throws SyntaxError for a file that is not of its format
 */
export function readFile(
  text: string,
  format: Format,
  columns: readonly Column[],
  words: SheetWords,
): { rows: FileRow[]; mistakes: RowMistake[] } {
  return format === 'csv' ? readCsv(text, columns, words) : readJson(text, words)
}

function readCsv(text: string, columns: readonly Column[], words: SheetWords) {
  const isName = (name: string): boolean => own.includes(name) || isColumn(columns, name)
  const { header, rows } = parseCsv(text, isName)
  const accepted = () => words.noSuchColumn([...own, ...acceptedNames(columns)])
  const mistakes = header.flatMap((name, i): RowMistake[] => {
    if (name !== '' && header.indexOf(name) < i) {
      return [{ row: 1, column: name, message: words.twice }]
    }
    // A column without a name holds notes, if anything: nothing says what else.
    const isWithoutCells = name === '' && rows.every((cells) => !cells[i])
    return isName(name) || isWithoutCells
      ? []
      : [{ row: 1, column: name || `${i + 1}`, message: accepted() }]
  })
  const found = rows.flatMap((cells, i): FileRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return []
    const of = (name: string): string => (cells[header.indexOf(name)] ?? '').trim()
    return [{ ...ownOf(of), row: i + 2, values: rowOf(columns, header, cells) }]
  })
  for (const [i, cells] of rows.entries()) {
    const beyond = cells.findIndex((cell, at) => at >= header.length && cell !== '')
    if (beyond >= 0) mistakes.push({ row: i + 2, column: `${beyond + 1}`, message: accepted() })
  }
  return { rows: found, mistakes }
}

function readJson(text: string, words: SheetWords) {
  const parsed: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
  const docs = Array.isArray(parsed) ? parsed : (parsed as { docs?: unknown } | null)?.docs
  if (!Array.isArray(docs))
    throw new SyntaxError('accepted: a list of documents, or { "docs": [ … ] }')
  const mistakes: RowMistake[] = []
  const rows = docs.flatMap((doc: unknown, i): FileRow[] => {
    if (!doc || typeof doc !== 'object' || Array.isArray(doc)) {
      mistakes.push({ row: i + 1, column: '', message: words.noRow })
      return []
    }
    const all = doc as Row
    const values = Object.fromEntries(Object.entries(all).filter(([name]) => !own.includes(name)))
    return [{ ...ownOf((name) => cellOf(all[name]).trim()), row: i + 1, values }]
  })
  return { rows, mistakes }
}

const ownOf = (of: (name: string) => string) => ({
  id: of('id'),
  locale: of('locale'),
  status: of('_status'),
  updatedAt: of('updatedAt'),
})
