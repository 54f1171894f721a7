import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellOf, listIn } from '../../src/spreadsheets/cell.ts'
import { parseCsv, toCsv } from '../../src/spreadsheets/csv.ts'
import { harmless, unharmed } from '../../src/spreadsheets/harmless.ts'

const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '\uff1d', '\uff0b', '\uff0d', '\uff20', "'"]

/** Texts that begin as formulas do, behind apostrophes too, and any others. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .tuple(fc.array(fc.constantFrom(...starts), { maxLength: 4 }), fc.string({ unit: 'grapheme' }))
    .map(([first, rest]) => first.join('') + rest),
)

/** Whether a spreadsheet takes a cell for a formula. */
const isLive = (cell: string): boolean => /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell)

describe('a cell', () => {
  it('is no formula, and gives its text back', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(isLive(harmless(given))).toBe(false)
        expect(unharmed(harmless(given))).toBe(given)
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://evil")'])(
    'that would be the formula %j is text',
    (formula) => expect(harmless(formula)).toBe(`'${formula}`),
  )

  it('that begins with an apostrophe of its own stays as it is', () => {
    for (const word of ["'tis", "'", "''quoted''"]) {
      expect(harmless(word)).toBe(word)
      expect(unharmed(word)).toBe(word)
    }
  })
})

describe('a table', () => {
  it('is read as it was written, whatever is in its cells', () => {
    const rows = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { maxLength: 6 })
    fc.assert(
      fc.property(rows, (given) => {
        const header = ['a', 'b', 'c']
        const csv = toCsv(header, given)
        const { rows: read } = parseCsv(csv, (name) => header.includes(name))
        expect(read).toEqual(given)
        const cells = (parse(csv, { bom: true }) as string[][]).flat()
        expect(cells.filter(isLive)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('a list in a cell', () => {
  it('is read as it was written, without empty values', () => {
    const value = fc.oneof(text, fc.constantFrom(' ', ';', '\\', 'a;b', 'a\\;', ' a ', '\\ '))
    fc.assert(
      fc.property(fc.array(value), (values) => {
        expect(listIn(cellOf(values))).toEqual(values.filter((one) => one !== ''))
      }),
      { numRuns: 2000 },
    )
  })
})
