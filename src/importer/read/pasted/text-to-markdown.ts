/** Longer than mail programs and people break their lines at. */
const longestWrapped = 120

/**
 * Makes Markdown of plain text as word processors give it: each line a paragraph, lists by their bullets.
 * Text that is wrapped, with blank lines between its paragraphs, stays as it is.
 */
export function textToMarkdown(text: string): string {
  const lines = text.replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n').split('\n')
  const written = lines.filter((line) => line.trim() !== '')
  const isWrapped =
    written.length < lines.slice(0, lastWritten(lines) + 1).length &&
    written.every((line) => line.length <= longestWrapped)
  return isWrapped ? lines.map(bulleted).join('\n') : written.map(bulleted).join('\n\n')
}

const lastWritten = (lines: readonly string[]): number =>
  lines.findLastIndex((line) => line.trim() !== '')

/** Bullets of symbol fonts, dashes, and the "o" that Word has in the second level. */
const bulleted = (line: string): string =>
  line
    .replace(/\u00a0/g, ' ')
    .replace(/^([ \t]*)(?:[•◦‣▪●·§Ø\uf0b7\uf0a7\uf0d8\uf076][ \t]+|[–—o]\t[ \t]*)/u, '$1- ')
