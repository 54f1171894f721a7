import { hasWords, links, plainText } from '../inline.ts'
import { headlined, inlinesOf } from '../read/drafts.ts'
import type { Block, Inline } from '../rich-text.ts'
import { type Part, type PartKind, part } from './sheet.ts'

/**
 * Makes something else of a part, with all its words.
 *
 * @returns what of its words has no place in it any more, as a text beside it
 */
export function convert(one: Part, kind: PartKind): Part | undefined {
  one.kind = kind
  switch (kind) {
    case 'nothing':
      return undefined
    case 'text':
      one.body = asText(one)
      one.form = 'text'
      return undefined
    case 'resource':
      return toResource(one)
    default:
      toHeaded(one)
      return undefined
  }
}

/** A part's words as running text. */
export function asText(one: Part): Block[] {
  if (one.form === 'text') return one.body
  if (one.form === 'resource') {
    const title: Inline = { type: 'text', text: one.title }
    const { publisher, url } = one.about
    const linked: Inline = url ? { type: 'link', url, children: [title] } : title
    const said: Inline[] = publisher ? [{ type: 'text', text: `, ${publisher}` }] : []
    return [{ type: 'paragraph', children: [linked, ...said] }]
  }
  const [first] = one.body
  // A headline with a link stands in the text already.
  const isSaid = first?.type === 'paragraph' && plainText(first.children).startsWith(one.title)
  const headline: Inline = { type: 'text', text: one.title, bold: true }
  return isSaid ? one.body : [{ type: 'paragraph', children: [headline] }, ...one.body]
}

function toHeaded(one: Part): void {
  if (one.form === 'headed') return
  if (one.form === 'resource') {
    one.body = one.about.url ? asText(one) : []
  } else {
    const blocks = opened(one.body)
    const found = headlined(blocks) ?? { headline: wordsOf(blocks), body: [] }
    one.title = found.headline
    one.body = found.body
  }
  one.form = 'headed'
}

/** A list or a quote gives its first line to the headline. */
function opened([first, ...others]: readonly Block[]): Block[] {
  if (first?.type === 'quote') return [...first.children, ...others]
  if (first?.type !== 'list') return first ? [first, ...others] : []
  const [item = [], ...items] = first.items
  return [...item, ...(items.length > 0 ? [{ ...first, items }] : []), ...others]
}

function toResource(one: Part): Part | undefined {
  if (one.form === 'resource') return undefined
  const url = one.body
    .flatMap(inlinesOf)
    .flatMap(links)
    .find((link) => link.url && /^https?:/.test(link.url))?.url
  const about = url ? { url } : {}
  if (one.form === 'text') {
    Object.assign(one, { title: wordsOf(one.body), body: [], about, form: 'resource' })
    return undefined
  }
  const rest = one.body.filter((block) => hasWords(wordsOf([block]).replace(one.title, '')))
  Object.assign(one, { body: [], about, form: 'resource', sources: [] })
  return rest.length > 0 ? part(`${one.id}-text`, 'text', { form: 'text', body: rest }) : undefined
}

const wordsOf = (blocks: readonly Block[]): string =>
  blocks.flatMap(inlinesOf).map(plainText).join(' ').trim()
