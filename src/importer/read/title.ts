import { hasWords, plainText } from '../inline.ts'
import type { Block, Heading, Inline } from '../rich-text.ts'
import { isHashtagLine } from './hashtag.ts'
import { headingOf } from './headings.ts'
import { firstSentence } from './leads.ts'

const longestTitle = 80

export type Title = {
  words: Inline[]
  /** Where the title is a line of its own; -1 where the first words of the text stand in for one. */
  at: number
}

/** The first line if it can be one, or the only top heading, or the text's first sentence. */
export function titleOf(blocks: readonly Block[]): Title {
  const first = blocks.findIndex((block) => !isHashtagLine(block))
  const at = canBeTitle(blocks[first], blocks[first + 1]) ? first : topHeading(blocks)
  return { at, words: at < 0 ? firstWords(blocks) : wordsOf(blocks[at]) }
}

function canBeTitle(block: Block | undefined, next: Block | undefined): boolean {
  if (block?.type !== 'heading' && block?.type !== 'paragraph') return false
  const text = plainText(block.children)
  if (!hasWords(text)) return false
  return headingOf(block, next) !== undefined || (text.length <= longestTitle && !/:$/.test(text))
}

function topHeading(blocks: readonly Block[]): number {
  const [top, ...others] = blocks.filter(isHeading)
  const isAlone = top && others.length > 0 && others.every((other) => other.level > top.level)
  return isAlone ? blocks.indexOf(top) : -1
}

const isHeading = (block: Block): block is Heading =>
  block.type === 'heading' && hasWords(plainText(block.children))

function firstWords(blocks: readonly Block[]): Inline[] {
  for (const block of blocks) {
    const words =
      wordsOf(block).length > 0 ? firstSentence(wordsOf(block)).lead : firstWords(inside(block))
    if (hasWords(plainText(words))) return words
  }
  return []
}

function inside(block: Block): Block[] {
  if (block.type === 'list') return block.items.flat()
  return block.type === 'quote' ? block.children : []
}

const wordsOf = (block: Block | undefined): Inline[] =>
  block?.type === 'paragraph' || block?.type === 'heading' ? block.children : []
