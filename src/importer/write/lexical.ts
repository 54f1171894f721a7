import { randomBytes } from 'node:crypto'
import { plainText } from '../inline.ts'
import type { Block, Inline, List, Text } from '../rich-text.ts'

type Node = { type: string; version: number; [key: string]: unknown }

/** Rich text as Payload's Lexical editor stores it. */
export type LexicalState = { root: Node & { type: 'root'; children: Node[] } }

const bold = 1
const italic = 2
const code = 16

/** @returns null for no text at all, which is how Payload stores an empty field. */
export function toLexical(blocks: readonly Block[]): LexicalState | null {
  if (blocks.length === 0) return null
  return { root: element('root', blocks.flatMap(blockNodes)) as LexicalState['root'] }
}

function blockNodes(block: Block): Node[] {
  switch (block.type) {
    case 'paragraph':
      return [element('paragraph', inlineNodes(block.children), { textFormat: 0, textStyle: '' })]
    case 'heading':
      return [element('heading', inlineNodes(block.children), { tag: `h${block.level}` })]
    case 'quote':
      return [element('quote', linesOf(block.children)), ...listsIn(block.children).map(listNode)]
    case 'list':
      return [listNode(block)]
  }
}

function listNode(list: List, indent = 0): Node {
  const start = list.start ?? 1
  const items: Node[] = []
  let value = start
  for (const blocks of list.items) {
    const lines = linesOf(blocks)
    if (lines.length > 0) items.push(element('listitem', lines, { value: value++, indent }))
    // To Lexical a nested list is an item of its own.
    for (const nested of listsIn(blocks)) {
      items.push(element('listitem', [listNode(nested, indent + 1)], { value, indent }))
    }
  }
  const [listType, tag] = list.ordered ? ['number', 'ol'] : ['bullet', 'ul']
  return element('list', items, { listType, start, tag })
}

/** A list item or a quote holds text only: its paragraphs are lines there. */
function linesOf(blocks: readonly Block[]): Node[] {
  const runs = blocks.flatMap(runsIn)
  return runs.flatMap((run, i) => [...(i > 0 ? [lineBreak] : []), ...inlineNodes(run)])
}

function runsIn(block: Block): Inline[][] {
  if (block.type === 'list') return []
  return block.type === 'quote' ? block.children.flatMap(runsIn) : [block.children]
}

const listsIn = (blocks: readonly Block[]): List[] =>
  blocks.flatMap((block) => {
    if (block.type === 'list') return [block]
    return block.type === 'quote' ? listsIn(block.children) : []
  })

function inlineNodes(inlines: readonly Inline[]): Node[] {
  return inlines.flatMap((inline): Node[] => {
    if (inline.type === 'break') return [lineBreak]
    if (inline.type === 'text') return [textNode(inline)]
    // A placeholder is not a link yet, and an editor cannot save a link without an address.
    const children = inline.children.map(textNode)
    if (!inline.url || !plainText(inline.children)) return children
    const fields = { linkType: 'custom', newTab: false, url: inline.url }
    const id = randomBytes(12).toString('hex')
    return [{ ...element('link', children, { fields, id }), version: 3 }]
  })
}

const textNode = (text: Text): Node => ({
  type: 'text',
  version: 1,
  text: text.text,
  format: (text.bold ? bold : 0) | (text.italic ? italic : 0) | (text.code ? code : 0),
  detail: 0,
  mode: 'normal',
  style: '',
})

const lineBreak: Node = { type: 'linebreak', version: 1 }

const element = (type: string, children: Node[], rest: object = {}): Node => ({
  type,
  version: 1,
  children,
  direction: null,
  format: '',
  indent: 0,
  ...rest,
})
