import { make } from './dom.ts'

/*
 * The HTML of texts, which the server has made safe. It carries alignment in `style` attributes; a strict
 * policy refuses these while they are parsed, so they are set by script, which it allows.
 */

type Policy = { createHTML(html: string): string }
type TrustedTypes = {
  createPolicy(name: string, rules: Policy): Policy
}

const waiting = 'data-handbill-style'

let policy: Policy | undefined

/** A page that demands trusted types has to allow `handbill`, of which it then has one policy. */
function trusted(html: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  policy ??= trustedTypes?.createPolicy('handbill', { createHTML: (safe) => safe })
  return policy ? policy.createHTML(html) : html
}

/**
 * A text of an editor.
 *
 * @param level that its highest heading has
 * @param lang its language, where that is another than that of what it stands in
 */
export function richText(
  safeHtml: string,
  level: number,
  lang?: string | undefined,
): HTMLElement | false {
  if (!safeHtml) return false
  // In rich text nothing else than a tag can look like one.
  const html = safeHtml.replace(/<(\w+) style=/g, `<$1 ${waiting}=`)
  const text = make('div', { part: 'text', lang })
  text.innerHTML = trusted(html)
  for (const element of text.querySelectorAll<HTMLElement>(`[${waiting}]`)) {
    element.style.cssText = element.getAttribute(waiting) ?? ''
    element.removeAttribute(waiting)
  }
  placeHeadings(text, level)
  return text
}

/** Headings in steps of one from the level on, so that the outline of the page has no gaps. */
function placeHeadings(text: HTMLElement, level: number): void {
  const headings = [...text.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')]
  const used = [...new Set(headings.map(({ tagName }) => tagName))].sort()
  for (const heading of headings) {
    const placed = make(`h${Math.min(6, level + used.indexOf(heading.tagName))}`, {})
    placed.style.cssText = heading.style.cssText
    placed.append(...heading.childNodes)
    heading.replaceWith(placed)
  }
}
