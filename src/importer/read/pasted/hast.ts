import type { Element, ElementContent, Nodes, RootContent } from 'hast'

/** What an element says in its `style`, in lower case and without spaces. */
export const styleOf = ({ properties }: Element): string =>
  String(properties.style ?? '')
    .toLowerCase()
    .replace(/\s+/g, '')

export function classesOf({ properties }: Element): string[] {
  const { className } = properties
  return Array.isArray(className) ? className.map(String) : []
}

export const element = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
})

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** Puts something in the place of each element, from the inside to the outside. */
export function replaceElements(
  node: Nodes,
  replace: (one: Element) => ElementContent[] | undefined,
): void {
  if (!('children' in node)) return
  const children = (node.children as RootContent[]).flatMap((child): RootContent[] => {
    replaceElements(child, replace)
    return child.type === 'element' ? (replace(child) ?? [child]) : [child]
  })
  node.children = children as typeof node.children
}
