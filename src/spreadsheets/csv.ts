import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { harmless, unharmed } from './harmless.ts'

/** Spreadsheets take a file for one in UTF-8 by this mark alone. */
const mark = '\ufeff'

/** A table as CSV that spreadsheets open as it is, without a formula in it. */
export const toCsv = (header: readonly string[], rows: readonly string[][]): string =>
  mark +
  stringify(
    [header, ...rows].map((row) => row.map(harmless)),
    { record_delimiter: 'windows' },
  )

export type Table = { header: string[]; rows: string[][] }

/** @throws SyntaxError that says where the file stops being CSV */
export function parseCsv(text: string, isHeader: (name: string) => boolean): Table {
  const [header = [], ...rows] = read(text, delimiterOf(text, isHeader))
  return { header: header.map((name) => name.trim()), rows }
}

function read(text: string, delimiter: string): string[][] {
  try {
    const records: string[][] = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
    })
    return records.map((record) => record.map(unharmed))
  } catch (error) {
    if (error instanceof CsvError) throw new SyntaxError(error.message)
    throw error
  }
}

/** Where a comma is in numbers, spreadsheets part cells by semicolons; copied cells are parted by tabs. */
function delimiterOf(text: string, isHeader: (name: string) => boolean): string {
  const [line = ''] = text.replace(mark, '').split(/\r|\n/, 1)
  const known = (delimiter: string): number =>
    line.split(delimiter).filter((name) => isHeader(name.trim().replace(/^"|"$/g, ''))).length
  return [',', ';', '\t'].reduce((best, one) => (known(one) > known(best) ? one : best))
}
