import { tidy } from './inline.ts'
import { parseMarkdown } from './read/parse-markdown.ts'
import type { Block } from './rich-text.ts'
import { type LexicalState, toLexical } from './write/lexical.ts'

/**
 * A text in Markdown as Payload's editor stores it.
 *
 * @returns the text, null when there is none, and a warning for what could not be kept
 */
export function lexicalOf(markdown: string): { state: LexicalState | null; warnings: string[] } {
  const { blocks, warnings } = parseMarkdown(markdown)
  return { state: toLexical(blocks.map(tidyBlock)), warnings }
}

/** Without the line ends that mean nothing in a block. */
export function tidyBlock(block: Block): Block {
  if (block.type === 'quote') return { ...block, children: block.children.map(tidyBlock) }
  if (block.type === 'list') {
    return { ...block, items: block.items.map((item) => item.map(tidyBlock)) }
  }
  return { ...block, children: tidy(block.children) }
}
