import { type Citation, dayOf, oneLine } from './citation.ts'

/** A backslash does not hide a brace from BibTeX, which counts them; so braces are written as commands. */
const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '`': '\\textasciigrave{}',
}

/** Pairs of these are another character to TeX: dashes, quotes. */
const pairs = /([-',<>])(?=\1)/g

const escaped = (text: string): string =>
  oneLine(text)
    .replace(/[\\{}~^$&%#_`]/g, (character) => commands[character] ?? '')
    .replace(pairs, '$1{}')

/** The reference as a BibTeX entry, in UTF-8. The title keeps its capitals. */
export function toBibtex(citation: Citation): string {
  const [year, month, day] = dayOf(citation.updated)
  const fields: [name: string, value: string | undefined][] = [
    ['title', `{${escaped(citation.title)}}`],
    ['howpublished', citation.container && escaped(citation.container)],
    ['publisher', escaped(citation.publisher)],
    ['year', String(year)],
    ['month', String(month)],
    ['day', String(day)],
    ['note', citation.note && escaped(citation.note)],
    ['language', escaped(citation.locale)],
    // Made of what no escape is needed for.
    ['url', citation.url],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []))
  return `@misc{${citation.key},\n${lines.join('\n')}\n}\n`
}
