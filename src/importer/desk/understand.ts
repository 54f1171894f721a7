import { UsageError } from '../../errors.ts'
import { applyChanges } from '../adjust/change.ts'
import { type Adjusted, flyerOf } from '../adjust/flyer-of.ts'
import { type Line, linesOf } from '../adjust/lines.ts'
import { type Part, partsOf, type Sheet, sheetOf } from '../adjust/sheet.ts'
import { understandFlyer } from '../read/parse-flyer.ts'
import { toMarkdown } from '../read/pasted/to-markdown.ts'
import { largest } from '../read/read-flyer.ts'
import type { Asked } from './asked.ts'

export type Desk = Adjusted & {
  sheet: Sheet
  lines: Line[]
  /** Every part there ever was, those left out and merged included. */
  all: Part[]
}

/**
 * Reads a flyer and does to it what the editor has asked for. The same text and the same changes always
 * give the same, so nothing is kept between a preview and the import.
 *
 * @throws UsageError for a flyer without words, or a change that cannot be done
 */
export function understand({ text, format, changes }: Asked): Desk {
  const markdown = toMarkdown(text, format)
  if (Buffer.byteLength(markdown) > largest) {
    throw new UsageError(`The text is larger than the ${largest / 1024} KB a flyer may have`)
  }
  const understood = understandFlyer(markdown)
  const sheet = sheetOf(understood.flyer)
  const lines = linesOf(understood, sheet)
  const first = partsOf(sheet)
  applyChanges(sheet, changes)
  return { ...flyerOf(sheet), sheet, lines, all: [...new Set([...first, ...partsOf(sheet)])] }
}
