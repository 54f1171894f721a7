import type { Resource } from '../flyer.ts'
import { hasWords, links, plainText } from '../inline.ts'
import type { Inline, Link } from '../rich-text.ts'
import { isAddress } from './addresses.ts'
import { labelsSource } from './phrases.ts'
import { kindIn, publisherIn, withoutKind } from './resource-kinds.ts'

const mostDocument = /\.(pdf|docx?|odt|xlsx?|ods|csv|epub)$/i
const pointer = /^(click |this |haz clic )?(here|link|aquí|aqui|enlace|este enlace)$/i

/**
 * The resources a line names, each by its link's text or, where that is only an address, by the words
 * before it. `isWhole` tells that they hold every word of the line.
 */
export function resourcesOn(line: readonly Inline[]): { resources: Resource[]; isWhole: boolean } {
  const resources: Resource[] = []
  let isWhole = true
  let rest = [...line]
  for (let at = linkIndex(rest); at >= 0; at = linkIndex(rest)) {
    const link = rest[at] as Link
    const before = rest.slice(0, at)
    rest = rest.slice(at + 1)
    const next = linkIndex(rest)
    const after = plainText(next < 0 ? rest : rest.slice(0, next))
    const own = ownTitle(link)
    const last = resources.at(-1)
    if (last && !last.url && !own && link.url && connects(plainText(before))) last.url = link.url
    else {
      const title = own ?? titleBefore(before) ?? plainText([link])
      const said = plainText(before)
      resources.push(resource(link, title, said, after))
      isWhole &&= !hasWords(own ? withoutKind(said) : said.replace(title, ''))
    }
  }
  return { resources, isWhole: isWhole && !hasWords(withoutKind(plainText(rest))) }
}

/** The resources that a claim's text links to, whatever stands behind its links, and the places in them. */
export function sourcesIn(text: readonly Inline[]): { resource: Resource; place?: string }[] {
  return links(text)
    .filter((link) => !isMail(link))
    .map((link) => ({
      resource: resource(link, plainText([link])),
      ...(link.place ? { place: link.place } : {}),
    }))
}

/** Whether a resource was named by its address only, or by a word that any of them could have. */
export const saysNothing = (title: string): boolean =>
  isAddress(title) || pointer.test(title) || labelsSource(title)

/** The resources in running text: links to documents, and links that still lack their address. */
export function documentsIn(text: readonly Inline[]): Resource[] {
  return sourcesIn(text)
    .map(({ resource }) => resource)
    .filter(({ url, kind }) => !url || kind || mostDocument.test(new URL(url).pathname))
}

function resource(link: Link, title: string, before = '', after = ''): Resource {
  // The address is no word of the flyer: `/report` says nothing about the kind.
  const kind = kindIn(`${before} ${isAddress(title) ? '' : title} ${after}`)
  const publisher = publisherIn(after)
  return {
    title,
    ...(link.url ? { url: link.url } : {}),
    ...(kind ? { kind } : {}),
    ...(publisher ? { publisher } : {}),
  }
}

/** A link's text, unless it is the address over again or only points ("here"). */
function ownTitle(link: Link): string | undefined {
  const text = plainText([link])
  return isAddress(text) || pointer.test(text) ? undefined : text
}

/** The name in quotation marks or in italics, else the words without what leads up to them. */
function titleBefore(before: readonly Inline[]): string | undefined {
  const text = plainText(before)
  const quoted = /["“«]([^"”»]{3,})["”»]/.exec(text)?.[1]
  const set = before.find((inline) => inline.type === 'text' && (inline.italic || inline.bold))
  const words = quoted ?? (set ? plainText([set]) : bareTitle(text))
  const title = words.replace(/^[\s.,;:)]+|[\s:,(–—-]+$/g, '')
  return hasWords(title) ? title : undefined
}

function bareTitle(text: string): string {
  const [opening = '', rest] = splitOpening(text)
  return (labelsSource(opening) ? rest : text)
    .replace(
      /^(see|read|visit|download|check out|go to|lee|lea|ver|visita|consulta|descarga)\b:?/i,
      '',
    )
    .replace(/^\s*(the|our|their|el|la|nuestro|su)\s+(report|informe|article|artículo)\b[:,]?/i, '')
    .replace(/(^|\s)(at|on|in|en|from|de)[\s:]*$/i, '')
}

/** "For more info, see …" at its first comma or colon. */
function splitOpening(text: string): [string, string] {
  const at = /[,:]\s/.exec(`${text} `)?.index ?? text.length
  return [text.slice(0, at), text.slice(at + 1).trim()]
}

const linkIndex = (line: readonly Inline[]): number =>
  line.findIndex((inline) => inline.type === 'link' && !isMail(inline))

/** Between a placeholder and the address it lacks: "[Report](#): example.org/report". */
const connects = (text: string): boolean => /^\W*(at|on|in|en)?\W*$/i.test(text)

const isMail = (inline: Inline): boolean =>
  inline.type === 'link' && /^(mailto|tel):/.test(inline.url ?? '')
