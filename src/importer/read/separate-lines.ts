import { linesOf, plainText } from '../inline.ts'
import type { Block, Inline, Paragraph } from '../rich-text.ts'
import { isBoldLine, isQuestion } from './headings.ts'
import { leadOf } from './leads.ts'

/** Wrapped text can end a line with a question mark by chance, though hardly such a short line. */
const longestQuestion = 60

/** Makes paragraphs of the lines that flyers set apart without a blank line between them. */
export function separateLines(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block, i): Block[] =>
    block.type === 'paragraph' ? separated(block, blocks[i + 1]) : [block],
  )
}

function separated(block: Paragraph, next: Block | undefined): Paragraph[] {
  const lines = linesOf(block.children)
  if (lines.length < 2) return [paragraph(block.children)]
  if (lines.every((line) => leadOf(line))) return lines.map(paragraph)
  const [first = [], second = []] = lines
  const isHeading = isQuestion(first, longestQuestion) || (isBoldLine(first) && !isBold(second[0]))
  if (isHeading) {
    const [heading, rest] = split(block, 1)
    return [heading, ...separated(rest, next)]
  }
  return opensList(lines, next) ? split(block, lines.length - 1) : [block]
}

/** "…a sentence.⏎We ask Amazon to:" before a list. */
function opensList(lines: Inline[][], next: Block | undefined): boolean {
  const [before = [], last = []] = lines.slice(-2)
  return next?.type === 'list' && /:$/.test(plainText(last)) && /[.?!]$/.test(plainText(before))
}

function split(block: Paragraph, at: number): [Paragraph, Paragraph] {
  const lines = linesOf(block.children)
  return [paragraph(joined(lines.slice(0, at))), paragraph(joined(lines.slice(at)))]
}

const joined = (lines: Inline[][]): Inline[] =>
  lines.flatMap((line, i): Inline[] => (i > 0 ? [{ type: 'text', text: '\n' }, ...line] : line))

const paragraph = (children: Inline[]): Paragraph => ({ type: 'paragraph', children })

const isBold = (inline: Inline | undefined): boolean =>
  inline?.type === 'text' && inline.bold === true
