import {
  convertLexicalToHTML,
  defaultHTMLConverters,
  type HTMLConverters,
} from '@payloadcms/richtext-lexical/html'
import { cleanState, type List, type ListItem, type Text } from './clean.ts'
import type { Figures, ShownFigure } from './figure.ts'

/**
 * Rich text as HTML that can stand in any page: `p`, `h1` to `h6`, `blockquote`, `ul`, `ol`, `li`, `hr`,
 * `br`, `a`, formats, `data` for a figure with its day as `title`, and a checklist's boxes. No script, no
 * class, no id; alignment and indent as `style`.
 * The same text gives the same HTML.
 *
 * @param state of the Lexical editor, as Payload stores it; anything else is no text
 * @param figures that the text may show
 * @returns '' when there is no text
 */
export function toHtml(state: unknown, figures?: Figures): string {
  // Payload's types name every field of a stored node; its converters read those that are here.
  const data = { root: { children: cleanState(state, figures) } } as unknown as Data
  return convertLexicalToHTML({ converters, data, disableContainer: true })
}

type Data = Parameters<typeof convertLexicalToHTML>[0]['data']
type Args<N> = { node: N; nodesToHTML(args: { nodes: unknown[] }): string[]; parent: unknown }

const strike = 4
const underline = 8

const formatted = defaultHTMLConverters.text as (args: Args<Text>) => string

/** Payload's converter escapes the text, but has styles where HTML has elements. */
function ofText(args: Args<Text>): string {
  const { format } = args.node
  let html = formatted({ ...args, node: { ...args.node, format: format & ~(strike | underline) } })
  if (format & strike) html = `<s>${html}</s>`
  if (format & underline) html = `<u>${html}</u>`
  return html
}

/** Payload's converter does not say where a list starts. */
function ofList({ node: { children, start, tag }, nodesToHTML }: Args<List>): string {
  const from = tag === 'ol' && start !== 1 ? ` start="${start}"` : ''
  return `<${tag}${from}>${nodesToHTML({ nodes: children }).join('')}</${tag}>`
}

/** Payload's converter gives a checklist's boxes a random id each time. */
function ofListItem({ node: { checked, children }, nodesToHTML, parent }: Args<ListItem>): string {
  const isCheck = (parent as List).listType === 'check'
  const box = isCheck ? `<input type="checkbox"${checked ? ' checked' : ''} disabled> ` : ''
  return `<li>${box}${nodesToHTML({ nodes: children }).join('')}</li>`
}

const attribute = (name: string, value: string | number | undefined): string =>
  value === undefined ? '' : ` ${name}="${escaped(String(value))}"`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function ofFigure({ node: { day, text, value, withDate } }: Args<ShownFigure>): string {
  if (!text) return ''
  const title = attribute('title', withDate ? undefined : day)
  return `<data${attribute('value', value ?? '')}${title}>${escaped(text)}</data>`
}

const converters = {
  ...defaultHTMLConverters,
  text: ofText,
  list: ofList,
  listitem: ofListItem,
  figure: ofFigure,
} as unknown as HTMLConverters
