/** Markup that needs no escaping any more. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = Markup | string | number | false | null | undefined | readonly Value[]

/**
 * A template of HTML or XML: what is put in is escaped, unless it is markup itself. Attributes are to be
 * quoted. Lists are joined, and what is missing is nothing.
 */
export function html(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(
    strings.map((text, i) => (i === 0 ? '' : written(values[i - 1])) + text).join(''),
  )
}

/** Takes text as markup: only what has been made safe, as rich text is. */
export const markup = (safe: string): Markup => new Markup(safe)

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Markup) return value.text
  if (typeof value === 'object') return value.map(written).join('')
  return escaped(String(value))
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Without what no document may hold: controls, lone surrogates, non-characters (XML 1.0, 2.2). */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\p{Cs}\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
