import { type Citation, dayOf, oneLine, twoDigits } from './citation.ts'

/** The reference in RIS, which EndNote, Mendeley and Zotero read. */
export function toRis(citation: Citation): string {
  const [year, month, day] = dayOf(citation.updated)
  const fields: [tag: string, value: string | undefined][] = [
    ['TY', 'ELEC'],
    ['ID', citation.key],
    ['TI', citation.title],
    ['T2', citation.container],
    ['PB', citation.publisher],
    ['PY', String(year)],
    ['DA', `${year}/${twoDigits(month)}/${twoDigits(day)}`],
    ['LA', citation.locale],
    ['N1', citation.note],
    ['UR', citation.url],
  ]
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []))
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`
}
