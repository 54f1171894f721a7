import type { Element, ElementContent, Root } from 'hast'
import { classesOf, element, replaceElements, styleOf } from './hast.ts'

/**
 * Makes elements of what word processors say in styles: Google Docs has bold in a `span`, and puts a `b`
 * that is not bold round everything; Word has its title in a paragraph of a class.
 */
export function mendMarks(tree: Root): void {
  replaceElements(tree, mended)
}

function mended(node: Element): ElementContent[] | undefined {
  plainSpaces(node)
  const style = styleOf(node)
  if (isHidden(style)) return []
  switch (node.tagName) {
    case 'b':
    case 'strong':
      return /font-weight:(normal|400)/.test(style) ? node.children : undefined
    case 'span':
    case 'font':
      return marked(node.children, style)
    case 'p':
      return classesOf(node).includes('MsoTitle') ? [element('h1', node.children)] : undefined
    case 'a':
      return link(node)
    default:
      return undefined
  }
}

// Word's own notes: the bullet of a list is hidden so too, and is read by word-lists.ts before it goes.
const isHidden = (style: string): boolean =>
  /(^|;)display:none/.test(style) || /mso-hide:all/.test(style)

function marked(children: ElementContent[], style: string): ElementContent[] | undefined {
  if (style.includes('mso-list:ignore')) return undefined
  const isBold = /font-weight:(bold|[6-9]00)/.test(style)
  const isItalic = /font-style:italic/.test(style)
  if (!isBold && !isItalic) return children
  const italic = isItalic ? [element('em', children)] : children
  return isBold ? [element('strong', italic)] : italic
}

/** An anchor is no link, and what Google Docs links to lies behind an address of Google's. */
function link(node: Element): ElementContent[] | undefined {
  const { href } = node.properties
  if (typeof href !== 'string' || href.startsWith('#')) return node.children
  if (!URL.canParse(href)) return undefined
  const { hostname, pathname, searchParams } = new URL(href)
  const target = searchParams.get('q')
  if (hostname === 'www.google.com' && pathname === '/url' && target) node.properties.href = target
  return undefined
}

function plainSpaces({ children }: Element): void {
  for (const child of children) {
    if (child.type !== 'text') continue
    child.value = child.value.replace(/\u00a0/g, ' ').replace(/[\u00ad\u200b\ufeff]/g, '')
  }
}
