import { links, plainText, rawText } from '../inline.ts'
import type { Block, Inline } from '../rich-text.ts'
import { asksFor, pointsToMore } from './phrases.ts'
import { isOneSentence } from './sentences.ts'

const longest = 120
const boldRank = 7
const lineRank = 8
const colonRank = 9

export type HeadingLine = {
  children: Inline[]
  /** How deep it is: 1 to 6 as in Markdown, then bold lines, plain lines, lines before a list. */
  rank: number
  /** Whether it is a heading by its place alone, and by no mark-up. */
  isLine: boolean
}

/** Reads a block as a heading, which for people is also a bold or short line on its own. */
export function headingOf(block: Block, next: Block | undefined): HeadingLine | undefined {
  if (block.type === 'heading') {
    // Text over a `---` line is a heading to Markdown; its author drew a line under a paragraph.
    const isText = !isOneSentence(plainText(block.children)) && /\.$/.test(rawText(block.children))
    return isText ? undefined : { children: block.children, rank: block.level, isLine: false }
  }
  if (block.type !== 'paragraph' || !next) return undefined
  const { children } = block
  if (isBoldLine(children)) return { children, rank: boldRank, isLine: false }
  if (!isShortLine(children, next)) return undefined
  return { children, rank: /:$/.test(plainText(children)) ? colonRank : lineRank, isLine: true }
}

/** A line that is bold from end to end, and no sentence. */
export const isBoldLine = (inlines: readonly Inline[]): boolean => {
  const text = plainText(inlines)
  return (
    text.length <= longest &&
    !rawText(inlines).includes('\n') &&
    !/[.,;]$/.test(text) &&
    inlines.every((inline) =>
      inline.type === 'link'
        ? inline.children.every((c) => c.bold)
        : inline.type === 'text' && inline.bold,
    )
  )
}

/** A short question on a line of its own. */
export const isQuestion = (inlines: readonly Inline[], longestQuestion = longest): boolean =>
  isSentence(inlines, longestQuestion) && /\?["”»)]?$/.test(plainText(inlines))

function isShortLine(inlines: readonly Inline[], next: Block): boolean {
  const text = plainText(inlines)
  if (!isSentence(inlines, longest) || links(inlines).length > 0) return false
  if (isQuestion(inlines)) return true
  if (/:$/.test(text)) return next.type === 'list'
  if (/[.,;…]$/.test(text)) return false
  const isBrief = text.length <= 60 && text.split(' ').length <= 8
  if (isBrief && (asksFor(text) || pointsToMore(text))) return true
  return isBrief && next.type === 'list' && !/!$/.test(text)
}

const isSentence = (inlines: readonly Inline[], most: number): boolean => {
  const text = plainText(inlines)
  return text.length <= most && !rawText(inlines).includes('\n') && isOneSentence(text)
}
