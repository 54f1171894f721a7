import type { BlockContent, ListItem as MdItem, PhrasingContent } from 'mdast'
import { toMarkdown as written } from 'mdast-util-to-markdown'
import {
  type Block,
  cleanState,
  type Inline,
  type List,
  type ListItem,
  type Text,
} from './clean.ts'
import type { Figures, ShownFigure } from './figure.ts'

const bold = 1
const italic = 2
const code = 16

/**
 * Rich text as Markdown, for where people edit text and not an editor's state. Markdown has no
 * underline, no alignment and no colour: those are not in it. A figure is a link to `figure:` and its id, so
 * that it stays one when the text comes back.
 *
 * @param state of the Lexical editor, as Payload stores it; anything else is no text
 * @param figures that the text may show
 * @returns '' when there is no text
 */
export function toMarkdown(state: unknown, figures?: Figures): string {
  const children = cleanState(state, figures).map(ofBlock)
  return written({ type: 'root', children }, { bullet: '-', emphasis: '_', rule: '-' }).trimEnd()
}

function ofBlock(block: Block): BlockContent {
  switch (block.type) {
    case 'horizontalrule':
      return { type: 'thematicBreak' }
    case 'list':
      return ofList(block)
    case 'heading':
      return {
        type: 'heading',
        depth: Number(block.tag.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6,
        children: ofInlines(block.children),
      }
    case 'quote':
      return {
        type: 'blockquote',
        children: [{ type: 'paragraph', children: ofInlines(block.children) }],
      }
    default:
      return { type: 'paragraph', children: ofInlines(block.children) }
  }
}

const ofList = ({ children, listType, start }: List): BlockContent => ({
  type: 'list',
  ordered: listType === 'number',
  start: listType === 'number' ? start : null,
  spread: false,
  children: children.map(ofItem),
})

/** Text runs of an item are its paragraphs; lists in it stand below. */
function ofItem({ children }: ListItem): MdItem {
  const blocks: BlockContent[] = []
  let run: Inline[] = []
  const close = () => {
    if (run.length > 0) blocks.push({ type: 'paragraph', children: ofInlines(run) })
    run = []
  }
  for (const child of children) {
    if (child.type !== 'list') run.push(child)
    else {
      close()
      blocks.push(ofList(child))
    }
  }
  close()
  return { type: 'listItem', spread: false, children: blocks }
}

const ofInlines = (inlines: readonly Inline[]): PhrasingContent[] => inlines.map(ofInline)

function ofInline(inline: Inline): PhrasingContent {
  if (inline.type === 'linebreak') return { type: 'break' }
  if (inline.type === 'text') return ofText(inline)
  if (inline.type === 'figure') return ofFigure(inline)
  const children = ofInlines(inline.children) as never
  return { type: 'link', url: inline.fields.url, children }
}

const ofFigure = ({ id, text, withDate }: ShownFigure): PhrasingContent => ({
  type: 'link',
  url: `figure:${id}${withDate ? '?date' : ''}`,
  children: [{ type: 'text', value: text || '?' }],
})

function ofText({ format, text }: Text): PhrasingContent {
  let node: PhrasingContent =
    format & code ? { type: 'inlineCode', value: text } : { type: 'text', value: text }
  if (format & italic) node = { type: 'emphasis', children: [node] }
  if (format & bold) node = { type: 'strong', children: [node] }
  return node
}
