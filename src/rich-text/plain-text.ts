import { type Block, cleanState, type Inline, type List, type ListItem } from './clean.ts'
import type { Figures } from './figure.ts'

/**
 * Rich text without its form: paragraphs with an empty line between, list items after `- ` or `1. `, a
 * link's address in parentheses behind its text unless the text is the address.
 *
 * Payload's converter (`@payloadcms/richtext-lexical/plaintext`) knows neither marks nor addresses.
 *
 * @param state of the Lexical editor, as Payload stores it; anything else is no text
 * @param figures that the text may show
 * @returns '' when there is no text
 */
export function toPlainText(state: unknown, figures?: Figures): string {
  return cleanState(state, figures).map(ofBlock).filter(Boolean).join('\n\n')
}

function ofBlock(block: Block): string {
  if (block.type === 'horizontalrule') return ''
  return block.type === 'list' ? ofList(block) : ofInlines(block.children).trim()
}

const ofList = (list: List): string =>
  list.children.map((item, index) => ofItem(item, markOf(list, item, index))).join('\n')

function markOf({ listType, start }: List, { checked }: ListItem, index: number): string {
  if (listType === 'number') return `${start + index}. `
  return listType === 'check' ? `- [${checked ? 'x' : ' '}] ` : '- '
}

/** What follows an item's first line stands below its text. */
function ofItem({ children }: ListItem, mark: string): string {
  let content = ''
  for (const child of children) {
    if (child.type === 'list') content = `${content.trimEnd()}\n${ofList(child)}`
    else content += ofInlines([child])
  }
  const below = ' '.repeat(mark.startsWith('-') ? 2 : mark.length)
  return `${mark}${content.trim().replaceAll('\n', `\n${below}`)}`
}

const ofInlines = (inlines: Inline[]): string => inlines.map(ofInline).join('')

function ofInline(inline: Inline): string {
  if (inline.type === 'linebreak') return '\n'
  if (inline.type !== 'link') return inline.text
  const text = ofInlines(inline.children)
  const { url } = inline.fields
  return bare(text) === bare(url) ? text : `${text} (${url})`
}

/** An address as people write it: "example.org" and "https://example.org/" are the same to them. */
const bare = (address: string): string =>
  address
    .trim()
    .replace(/^(https?:\/\/|mailto:|tel:)/i, '')
    .replace(/\/$/, '')
