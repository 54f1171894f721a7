import type { Column } from './columns.ts'

/** What a column holds: as JSON has it. Relations are the other document's slug, rich text is Markdown. */
export type Value = string | number | boolean | string[] | null
export type Row = { [name: string]: Value | Row | Row[] }

export const isList = ({ field }: Column): boolean => 'hasMany' in field && field.hasMany === true

/** A value as the one text that a cell of it holds. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.map(listed).join('; ') : String(value)
}

/** A list's values are parted by semicolons; what would part them otherwise has a backslash. */
export function listIn(cell: string): string[] {
  const values: string[] = []
  let value = ''
  // Spaces around a value mean nothing, unless they have a backslash.
  let firm = 0
  const close = () => {
    const kept = value.slice(0, firm) + value.slice(firm).trimEnd()
    if (kept !== '') values.push(kept)
    value = ''
    firm = 0
  }
  for (let i = 0; i < cell.length; i++) {
    const letter = cell.charAt(i)
    if (letter === '\\' && i + 1 < cell.length) {
      value += cell.charAt(++i)
      firm = value.length
    } else if (letter === ';') close()
    else if (value !== '' || letter.trim() !== '') value += letter
  }
  close()
  return values
}

function listed(value: unknown): string {
  const letters = [...String(value)]
  const isEdge = (i: number) => i === 0 || i === letters.length - 1
  return letters
    .map((letter, i) =>
      /[\\;]/.test(letter) || (isEdge(i) && /\s/.test(letter)) ? `\\${letter}` : letter,
    )
    .join('')
}
