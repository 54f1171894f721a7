import { htmlToMarkdown } from './html-to-markdown.ts'
import { textToMarkdown } from './text-to-markdown.ts'

/** How a flyer's text is written. `text` is plain text, as a word processor copies it. */
export const formats = ['markdown', 'html', 'text'] as const
export type Format = (typeof formats)[number]

/** @throws UsageError for HTML that is nested deeper than any document is */
export function toMarkdown(text: string, format: Format): string {
  if (format === 'html') return htmlToMarkdown(text)
  return format === 'text' ? textToMarkdown(text) : text
}
