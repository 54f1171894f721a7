import { fromHtml } from 'hast-util-from-html'
import { type Handle, toMdast } from 'hast-util-to-mdast'
import type { Nodes, Parents, PhrasingContent, RootContent } from 'mdast'
import { toMarkdown } from 'mdast-util-to-markdown'
import { UsageError } from '../../../errors.ts'
import { mendLists } from './word-lists.ts'
import { mendMarks } from './word-marks.ts'

/** Far more than a one-pager has, and little enough for the parser's slowest inputs. */
const mostElements = 20_000

/**
 * Turns a page, or what a word processor puts on the clipboard, into the Markdown that the importer reads.
 * Only words, links and their structure come over: no script, no style, no frame, no form.
 *
 * @throws UsageError for HTML that is nested deeper, or has more elements, than any flyer
 */
export function htmlToMarkdown(html: string): string {
  if ((html.match(/<[a-z]/gi)?.length ?? 0) > mostElements) {
    throw new UsageError(`The HTML has more than the ${mostElements} elements a flyer may have`)
  }
  try {
    const tree = fromHtml(html)
    mendMarks(tree)
    mendLists(tree)
    const markdown = toMdast(tree, { handlers, nodeHandlers: { comment: nothing } })
    tidyMarks(markdown)
    return toMarkdown(markdown, { bullet: '-', emphasis: '_', listItemIndent: 'one' })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new UsageError('The HTML is nested too deeply to be a flyer')
  }
}

/** What is in it stands in lines of its own: Markdown's tables are none that the importer knows. */
const inLines: Handle = (state, node) => state.toFlow(state.all(node))
const inside: Handle = (state, node) => state.all(node)
const nothing = () => undefined

const handlers: Record<string, Handle> = {
  ...Object.fromEntries(
    ['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'fieldset'].map((name) => [
      name,
      inLines,
    ]),
  ),
  ...Object.fromEntries(['del', 's', 'strike', 'u', 'q'].map((name) => [name, inside])),
  ...Object.fromEntries(
    [
      ...['script', 'style', 'template', 'title', 'head', 'noscript', 'iframe', 'object', 'embed'],
      ...['svg', 'math', 'canvas', 'audio', 'video', 'input', 'select', 'textarea', 'hr'],
    ].map((name) => [name, nothing]),
  ),
  img: (state, node) => {
    const { alt, src } = node.properties
    // A picture that is in the page itself is no address, and as long as a book.
    const address = String(src ?? '')
    const url = /^https?:/i.test(address) ? state.resolve(address) : ''
    return { type: 'image', url, title: null, alt: typeof alt === 'string' ? alt : '' }
  },
}

/** Marks side by side become one, and spaces at their ends stand outside: so Markdown can say them. */
function tidyMarks(node: Nodes): void {
  if (!('children' in node)) return
  for (const child of node.children) tidyMarks(child)
  const parent = node as Parents
  parent.children = joined(parent.children.flatMap(outside)) as typeof parent.children
}

function joined(nodes: RootContent[]): RootContent[] {
  const kept: RootContent[] = []
  for (const node of nodes) {
    const last = kept.at(-1)
    if (last && isMark(last) && isMark(node) && last.type === node.type) {
      last.children = joined([...last.children, ...node.children]) as PhrasingContent[]
    } else if (last?.type === 'text' && node.type === 'text') last.value += node.value
    else kept.push(node)
  }
  return kept
}

function outside(node: RootContent): RootContent[] {
  if (!isMark(node)) return [node]
  const first = node.children[0]
  const before = first?.type === 'text' ? (/^\s+/.exec(first.value)?.[0] ?? '') : ''
  if (first?.type === 'text') first.value = first.value.slice(before.length)
  const last = node.children.at(-1)
  const after = last?.type === 'text' ? (/\s+$/.exec(last.value)?.[0] ?? '') : ''
  if (last?.type === 'text') last.value = last.value.slice(0, last.value.length - after.length)
  node.children = node.children.filter((child) => child.type !== 'text' || child.value !== '')
  const space = (value: string): RootContent[] => (value ? [{ type: 'text', value }] : [])
  return [...space(before), ...(node.children.length > 0 ? [node] : []), ...space(after)]
}

const isMark = (node: RootContent) => node.type === 'strong' || node.type === 'emphasis'
