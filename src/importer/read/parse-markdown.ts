import type { Definition, Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { plainText } from '../inline.ts'
import type { Block, Inline, Link, Text } from '../rich-text.ts'
import { linkAddresses, urlOf } from './addresses.ts'
import { tagMeaning } from './html-tags.ts'

type Target = { url: string; title?: string | null | undefined }
type Marks = Pick<Text, 'bold' | 'italic' | 'code'>

/**
 * Parses Markdown into blocks of rich text. Soft line ends are still in the texts as `\n`, because
 * flyers put meaning into lines that CommonMark does not see.
 *
 * @returns the blocks, and a warning for every address or picture that could not be kept.
 */
export function parseMarkdown(source: string): { blocks: Block[]; warnings: string[] } {
  const tree = fromMarkdown(withMarkdownBullets(source), {
    extensions: [
      gfmAutolinkLiteral(),
      // Indented lines are pasted lines, not code; with block HTML off, the text between tags is parsed.
      { disable: { null: ['codeIndented', 'htmlFlow'] } },
    ],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  })
  const reader = new TreeReader(definitionsIn(tree))
  return { blocks: tree.children.flatMap((node) => reader.blocks(node)), warnings: reader.warnings }
}

/** Word processors' bullets, which Markdown takes for text. */
const withMarkdownBullets = (source: string): string =>
  source.replace(/^([ \t]*)[•◦‣▪●·][ \t]+/gm, '$1- ')

class TreeReader {
  readonly warnings: string[] = []
  readonly #definitions: Map<string, Definition>

  constructor(definitions: Map<string, Definition>) {
    this.#definitions = definitions
  }

  blocks(node: RootContent): Block[] {
    switch (node.type) {
      case 'paragraph': {
        const children = this.#inlines(node.children)
        return plainText(children) ? [{ type: 'paragraph', children }] : []
      }
      case 'heading': {
        const children = this.#inlines(node.children)
        return plainText(children) ? [{ type: 'heading', level: node.depth, children }] : []
      }
      case 'list': {
        const items = node.children
          .map((item) => item.children.flatMap((child) => this.blocks(child)))
          .filter((item) => item.length > 0)
        const start = node.ordered ? { start: node.start ?? 1 } : {}
        return items.length > 0
          ? [{ type: 'list', ordered: node.ordered ?? false, ...start, items }]
          : []
      }
      case 'blockquote': {
        const children = node.children.flatMap((child) => this.blocks(child))
        return children.length > 0 ? [{ type: 'quote', children }] : []
      }
      case 'code': {
        const children: Inline[] = node.value
          .split('\n')
          .flatMap((line, i): Inline[] => [
            ...(i > 0 ? [{ type: 'break' } as const] : []),
            ...(line ? [{ type: 'text', text: line, code: true } as const] : []),
          ])
        return plainText(children) ? [{ type: 'paragraph', children }] : []
      }
      default:
        return []
    }
  }

  #inlines(nodes: PhrasingContent[], marks: Marks = {}): Inline[] {
    return nodes.flatMap((node) => this.#inline(node, marks))
  }

  #inline(node: PhrasingContent, marks: Marks): Inline[] {
    switch (node.type) {
      case 'text':
        return linkAddresses({ type: 'text', text: node.value, ...marks })
      case 'strong':
        return this.#inlines(node.children, { ...marks, bold: true })
      case 'emphasis':
        return this.#inlines(node.children, { ...marks, italic: true })
      case 'inlineCode':
        return [{ type: 'text', text: node.value, ...marks, code: true }]
      case 'break':
        return [{ type: 'break' }]
      case 'html':
        return this.#html(node.value, marks)
      case 'link':
        return this.#link(node, this.#inlines(node.children, marks))
      case 'linkReference':
        return this.#link(this.#definition(node.identifier), this.#inlines(node.children, marks))
      case 'image':
        return this.#image(node.url, node.alt, marks)
      case 'imageReference':
        return this.#image(this.#definition(node.identifier).url, node.alt, marks)
      default:
        return []
    }
  }

  #definition(identifier: string): Target {
    return this.#definitions.get(identifier) ?? { url: '' }
  }

  #link({ title, url: address }: Target, children: Inline[]): Inline[] {
    const texts = children.flatMap(textsOf)
    const name = plainText(texts)
    if (!name) {
      if (urlOf(address)) this.warnings.push(`A link without text is left out: ${address}`)
      return []
    }
    // GFM takes `www.example.org` for http; an address written without a scheme gets https here.
    const written = name.startsWith('www.') && address === `http://${name}` ? name : address
    const url = urlOf(written)
    if (!url && !/^\s*#?\s*$/.test(address)) {
      this.warnings.push(`The link "${name}" leads nowhere by itself: ${address}`)
    }
    const place = url && title?.trim()
    const link = { type: 'link' as const, ...(url ? { url } : {}), children: texts }
    return [{ ...link, ...(place ? { place } : {}) }]
  }

  #image(address: string, alt: string | null | undefined, marks: Marks): Inline[] {
    this.warnings.push(`A picture is not imported: ${alt ? `"${alt}" ` : ''}(${address})`)
    return alt ? [{ type: 'text', text: alt, ...marks }] : []
  }

  #html(tag: string, marks: Marks): Inline[] {
    const meaning = tagMeaning(tag)
    if (meaning === 'text') return [{ type: 'text', text: tag, ...marks }]
    if (/\b(href|src)\s*=/i.test(tag)) this.warnings.push(`An HTML tag is left out: ${tag}`)
    if (meaning === 'break') return [{ type: 'break' }]
    return meaning === 'line' ? [{ type: 'text', text: '\n', ...marks }] : []
  }
}

/** A link holds texts only: a link inside it (an address written out) gives its words. */
function textsOf(inline: Inline): Text[] {
  if (inline.type === 'text') return [inline]
  if (inline.type === 'break') return [{ type: 'text', text: ' ' }]
  return (inline satisfies Link).children
}

function definitionsIn(node: Nodes, found = new Map<string, Definition>()) {
  if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
  if ('children' in node) for (const child of node.children) definitionsIn(child, found)
  return found
}
