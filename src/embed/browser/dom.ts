type Child = Node | string | number | false | null | undefined | readonly Child[]
type Attributes = Record<string, string | number | null | undefined>

/**
 * Makes an element. Text stays text, whatever is in it; children and attributes that are missing are left
 * out.
 *
 * @param name of the element, its classes after a dot: `p.small`, `div.notice retracted`
 */
export function make(name: string, attributes: Attributes, ...children: Child[]): HTMLElement {
  const [tag = '', look] = name.split('.')
  const element = document.createElement(tag)
  if (look) element.className = look
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, String(value))
  }
  add(element, children)
  return element
}

/** Adds children, those in lists too. */
export function add(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child instanceof Node) parent.appendChild(child)
    else if (typeof child === 'object' && child !== null) add(parent, child)
    else if (child || child === 0) parent.appendChild(document.createTextNode(String(child)))
  }
}

export type { Child }
