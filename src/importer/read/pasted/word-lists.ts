import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import { classesOf, element, replaceElements, styleOf, textOf } from './hast.ts'

type ListLine = { level: number; isOrdered: boolean; content: ElementContent[] }

/**
 * Makes lists of Word's: there each item is a paragraph that says its level in a style and its bullet in
 * its text.
 */
export function mendLists(tree: Root): void {
  mend(tree)
}

function mend(node: Nodes): void {
  if (!('children' in node)) return
  const kept: RootContent[] = []
  let lines: ListLine[] = []
  const close = () => {
    if (lines.length > 0) kept.push(...listsOf(lines))
    lines = []
  }
  for (const child of node.children as RootContent[]) {
    const line = child.type === 'element' ? listLine(child) : undefined
    if (line) lines.push(line)
    else if (lines.length === 0 || !isBlank(child)) {
      close()
      mend(child)
      kept.push(child)
    }
  }
  close()
  node.children = kept as typeof node.children
}

function listLine(node: Element): ListLine | undefined {
  if (node.tagName !== 'p') return undefined
  const style = styleOf(node)
  const level = /mso-list:l\d+level(\d+)/.exec(style)?.[1]
  const isItem = level || classesOf(node).some((name) => name.startsWith('MsoListParagraph'))
  if (!isItem || style.includes('mso-list:none')) return undefined
  const mark = takeMark(node)
  if (!level && mark === '') return undefined
  return {
    level: Math.min(Number(level ?? 1), 9),
    isOrdered: /^[(]?[\da-z]{1,4}[.)]/i.test(mark),
    content: node.children,
  }
}

/** The bullet or number in front, which the list says by itself. */
function takeMark(node: Element): string {
  let mark = ''
  replaceElements(node, (one) => {
    if (!styleOf(one).includes('mso-list:ignore')) return undefined
    mark += textOf(one)
    return []
  })
  return mark.trim()
}

/** Lists in lists, by the levels of their lines. */
function listsOf(lines: readonly ListLine[]): Element[] {
  const lists: Element[] = []
  for (let i = 0; i < lines.length; ) {
    const { content, isOrdered, level } = lines[i] as ListLine
    const end = lines.findIndex((line, at) => at > i && line.level <= level)
    const below = lines.slice(i + 1, end < 0 ? lines.length : end)
    const item = element('li', [element('p', content), ...listsOf(below)])
    const last = lists.at(-1)
    const tag = isOrdered ? 'ol' : 'ul'
    if (last?.tagName === tag) last.children.push(item)
    else lists.push(element(tag, [item]))
    i += 1 + below.length
  }
  return lists
}

const isBlank = (node: RootContent): boolean =>
  node.type === 'comment' || (node.type === 'text' && node.value.trim() === '')
