import { type Figures, type ShownFigure, showFigure } from './figure.ts'
import { linkAddress } from './link-address.ts'

export type Text = { type: 'text'; text: string; format: number }
type LineBreak = { type: 'linebreak' }
type Link = { type: 'link'; fields: { url: string; newTab: boolean }; children: Inline[] }
export type Inline = Text | LineBreak | Link | ShownFigure

type Placed = { format: string; indent: number }
type Paragraph = Placed & { type: 'paragraph'; children: Inline[] }
type Heading = Placed & { type: 'heading'; tag: string; children: Inline[] }
type Quote = Placed & { type: 'quote'; children: Inline[] }
type Rule = { type: 'horizontalrule' }
export type ListItem = { type: 'listitem'; checked: boolean; children: (Inline | List)[] }
export type List = {
  type: 'list'
  listType: 'bullet' | 'check' | 'number'
  tag: 'ol' | 'ul'
  start: number
  children: ListItem[]
}
export type Block = Paragraph | Heading | Quote | Rule | List

const unlinkedTypes = ['text', 'tab', 'linebreak', 'inlineBlock']
const inlineTypes = [...unlinkedTypes, 'link', 'autolink']
const blockTypes = ['paragraph', 'heading', 'quote', 'horizontalrule', 'list']

/** As deep as lists may lie in lists; the text of deeper ones stands in the last one's item. */
const maxLists = 20
const maxIndent = 10

/**
 * The content of a state of the Lexical editor in a form that its converters can rely on: the nodes they
 * know, each where HTML allows it, every value of its type, lists no deeper than can be shown, links
 * that are safe. All its text stays, in its order; of an unknown node the content does.
 *
 * Payload stores what a client sends, so it takes anything and throws at nothing. The nodes are those of
 * Lexical's serialised state (https://lexical.dev/docs/concepts/serialization), except that a list in a
 * list stands in the item that it belongs to, as in HTML, and not in one of its own.
 *
 * @param figures that the text may show; without them there is nothing in their places
 */
export function cleanState(state: unknown, figures?: Figures): Block[] {
  const root = field(field(state, 'root'), 'children')
  const found = opened(root, [...inlineTypes, ...blockTypes])
  const blocks = grouped(found, isInline, looseParagraph).flatMap((part) =>
    'made' in part ? part.made : block(part.node),
  )
  if (!figures) return blocks
  for (const place of figuresIn(blocks)) {
    showFigure(place, figures)
    place.text = cleanText(place.text)
  }
  return blocks
}

/** The places in a text where figures are shown, in their order. */
export function* figuresIn(parts: readonly (Block | Inline | ListItem)[]): Generator<ShownFigure> {
  for (const part of parts) {
    if (part.type === 'figure') yield part
    else if ('children' in part) yield* figuresIn(part.children)
  }
}

const looseParagraph = (children: Node[]): Block[] => block({ type: 'paragraph', children })

type Node = Record<string, unknown> & { type: string }

function block(node: Node): Block[] {
  const placed = placeOf(node)
  switch (node.type) {
    case 'horizontalrule':
      return [{ type: 'horizontalrule' }]
    case 'list':
      return list(node, 1)
    case 'quote':
      return [{ type: 'quote', ...placed, children: inlines(node.children) }]
    case 'heading': {
      const children = inlines(node.children)
      const tag = typeof node.tag === 'string' && /^h[1-6]$/.test(node.tag) ? node.tag : undefined
      return [
        tag
          ? { type: 'heading', ...placed, tag, children }
          : { type: 'paragraph', ...placed, children },
      ]
    }
    default:
      return [{ type: 'paragraph', ...placed, children: inlines(node.children) }]
  }
}

const alignments = ['left', 'start', 'center', 'right', 'end', 'justify']

function placeOf({ format, indent }: Node): Placed {
  return {
    format: alignments.includes(format as string) ? (format as string) : '',
    indent: Math.min(Math.max(wholeNumber(indent, 0), 0), maxIndent),
  }
}

/** @returns no list when it has no items */
function list(node: Node, depth: number): List[] {
  const items: ListItem[] = []
  const found = opened(node.children, [...inlineTypes, 'list', 'listitem'])
  for (const part of grouped(found, (one) => one.type !== 'listitem', looseItem(depth))) {
    const item = 'made' in part ? part.made : listItem(part.node, depth)
    const isNested = item.children.length > 0 && item.children.every(({ type }) => type === 'list')
    const before = items.at(-1)
    if (!isNested || !before) items.push(item)
    else for (const nested of item.children) before.children.push(nested)
  }
  if (items.length === 0) return []
  const isOrdered = node.listType === 'number' || (!node.listType && node.tag === 'ol')
  const listType = isOrdered ? 'number' : node.listType === 'check' ? 'check' : 'bullet'
  const tag = isOrdered ? 'ol' : 'ul'
  return [{ type: 'list', listType, tag, start: wholeNumber(node.start, 1), children: items }]
}

const listItem = (node: Node, depth: number): ListItem => ({
  type: 'listitem',
  checked: node.checked === true,
  children: itemContent(node.children, depth),
})

const looseItem =
  (depth: number) =>
  (nodes: Node[]): ListItem => ({
    type: 'listitem',
    checked: false,
    children: itemContent(nodes, depth),
  })

function itemContent(nodes: unknown, depth: number): (Inline | List)[] {
  if (depth >= maxLists) return inlines(nodes)
  return grouped(opened(nodes, [...inlineTypes, 'list']), isInline, inlines).flatMap(
    (part): (Inline | List)[] => ('made' in part ? part.made : list(part.node, depth + 1)),
  )
}

/** What stands in a line: text, figures, line breaks, links; of blocks the content, each in lines of its own. */
function inlines(nodes: unknown): Inline[] {
  return opened(nodes, inlineTypes).flatMap((node): Inline[] => {
    return node.type === 'link' || node.type === 'autolink' ? link(node) : unlinked(node)
  })
}

function unlinked(node: Node): Exclude<Inline, Link>[] {
  if (node.type === 'inlineBlock') return figure(node)
  return node.type === 'linebreak' ? [{ type: 'linebreak' }] : text(node)
}

/** The block that the editor has for it; other blocks say nothing that stands in a line. */
function figure({ fields }: Node): ShownFigure[] {
  if (field(fields, 'blockType') !== 'figure') return []
  const id = field(fields, 'figure')
  const withDate = field(fields, 'withDate') === true
  return [{ type: 'figure', id: typeof id === 'string' ? id : '', withDate, text: '' }]
}

/** A link in a link is no link, as in HTML. */
function link(node: Node): Inline[] {
  const children = opened(node.children, unlinkedTypes).flatMap(unlinked)
  const fields = field(node, 'fields')
  const isInternal = field(fields, 'linkType') === 'internal'
  const url = isInternal ? undefined : linkAddress(field(fields, 'url') ?? node.url)
  if (!url || children.length === 0) return children
  return [{ type: 'link', fields: { url, newTab: field(fields, 'newTab') === true }, children }]
}

function text(node: Node): Text[] {
  if (node.type === 'tab') return [{ type: 'text', text: '\t', format: 0 }]
  const cleaned = typeof node.text === 'string' ? cleanText(node.text) : ''
  return cleaned ? [{ type: 'text', text: cleaned, format: wholeNumber(node.format, 0) }] : []
}

/** Without the characters that neither HTML nor XML can hold. */
const cleanText = (raw: string): string =>
  raw.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]|\p{Cs}/gu, '')

/**
 * The nodes of the types given, in their order, and in the place of any other node what it holds. Blocks
 * that are opened so are kept apart by line breaks.
 *
 * It keeps a stack of its own: nodes may be nested deeper than the language's stack is.
 */
function opened(nodes: unknown, types: string[]): Node[] {
  const found: Node[] = []
  const rest: unknown[] = listOf(nodes).toReversed()
  let isNewLine = false
  while (rest.length > 0) {
    const node = rest.pop()
    if (node === boundary) {
      isNewLine = true
    } else if (isNode(node) && types.includes(node.type)) {
      if (isNewLine && isLine(found.at(-1)) && isLine(node)) found.push({ type: 'linebreak' })
      isNewLine = false
      found.push(node)
    } else if (isNode(node)) {
      const isBlock = blockTypes.includes(node.type) || node.type === 'listitem'
      const inner = node.type === 'horizontalrule' ? [] : listOf(node.children).toReversed()
      for (const one of isBlock ? [boundary, ...inner, boundary] : inner) rest.push(one)
    }
  }
  return found
}

/** Whether a line break beside the node would part it from something. */
const isLine = (node: Node | undefined): boolean =>
  node !== undefined && isInline(node) && node.type !== 'linebreak'

const boundary = Symbol('boundary')

const isInline = ({ type }: Node): boolean => inlineTypes.includes(type)

type Part<T> = { node: Node } | { made: T }

/** Puts what lies side by side and belongs together into one thing, and leaves the others as they are. */
function grouped<T>(nodes: Node[], belongs: (node: Node) => boolean, make: (run: Node[]) => T) {
  const parts: Part<T>[] = []
  let run: Node[] = []
  const close = () => {
    if (run.length > 0) parts.push({ made: make(run) })
    run = []
  }
  for (const node of nodes) {
    if (belongs(node)) {
      run.push(node)
    } else {
      close()
      parts.push({ node })
    }
  }
  close()
  return parts
}

const isNode = (value: unknown): value is Node => typeof field(value, 'type') === 'string'

function field(value: unknown, name: string): unknown {
  return value && typeof value === 'object' ? (value as Record<string, unknown>)[name] : undefined
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** The longest number that every reader of HTML takes. */
const maxNumber = 2 ** 31 - 1

const wholeNumber = (value: unknown, otherwise: number): number =>
  Number.isInteger(value) && Math.abs(value as number) <= maxNumber ? (value as number) : otherwise
