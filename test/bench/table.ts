/** A Markdown table whose columns stand below each other; the first two are text, the others figures. */
export function markdownTable(head: string[], rows: string[][]): string {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)))
  const line = (row: string[]) =>
    `| ${row.map((cell, i) => padded(cell, i, widths[i] ?? 0)).join(' | ')} |`
  const rule = `|${widths.map((w, i) => (isText(i) ? `${'-'.repeat(w + 2)}|` : `${'-'.repeat(w + 1)}:|`)).join('')}`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

const isText = (column: number): boolean => column < 2

const padded = (cell: string, column: number, width: number): string =>
  isText(column) ? cell.padEnd(width) : cell.padStart(width)
