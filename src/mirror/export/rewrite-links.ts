import { posix } from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/**
 * Rewrites the links and pictures of a page. Nothing else of it changes, its head included: that names the
 * page on the origin as the one to quote.
 *
 * @param rewrite gives the new value of a `href` or `src`
 */
export async function rewriteLinks(
  page: string,
  rewrite: (value: string) => Promise<string>,
): Promise<string> {
  const links = elementsOf(parse(page, { sourceCodeLocationInfo: true }))
    .filter(({ tagName }) => tagName === 'a' || tagName === 'img')
    .flatMap(linksOf)
    .sort((a, b) => a.start - b.start)
  let written = ''
  let end = 0
  for (const link of links) {
    written += page.slice(end, link.start)
    const value = await rewrite(link.value)
    written +=
      value === link.value ? page.slice(link.start, link.end) : `${link.name}="${escaped(value)}"`
    end = link.end
  }
  return written + page.slice(end)
}

/** From one file of a copy to another, whatever path the copy is served under. */
export const relativeLink = (from: string, to: string): string =>
  posix.relative(posix.dirname(from), to).split('/').map(encodeURIComponent).join('/')

type Link = { name: string; value: string; start: number; end: number }

function linksOf({ attrs, sourceCodeLocation }: Element): Link[] {
  return attrs.flatMap(({ name, value }): Link[] => {
    const at = sourceCodeLocation?.attrs?.[name]
    const isLink = name === 'href' || name === 'src'
    return isLink && at ? [{ name, value, start: at.startOffset, end: at.endOffset }] : []
  })
}

function elementsOf(node: Node): Element[] {
  const inside = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : []
  return 'tagName' in node ? [node, ...inside] : inside
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
