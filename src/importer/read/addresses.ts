import { LinkifyIt } from 'linkify-it'
import type { Inline, Text } from '../rich-text.ts'

const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: false })

// Only with a capital: "contracts.In 2020" is a missing space, README.md a file's name.
const isMistaken = (address: string): boolean =>
  /^[^/]*\p{Lu}/u.test(address) || isFileName(address)

const isFileName = (address: string): boolean => /^[\w-]+\.(md|py|rs|sh|pl|ps)$/.test(address)

/** The full URL of an address as people write it, or undefined where it leads nowhere by itself. */
export function urlOf(address: string): string | undefined {
  const written = address.trim()
  if (/^(https?:\/\/|mailto:|tel:)./i.test(written)) return parsed(written)
  const [match] = linkify.match(written) ?? []
  const whole = match?.schema === '' && match.index === 0 && match.lastIndex === written.length
  return whole && !isMistaken(written) ? parsed(`https://${written}`) : undefined
}

/** Whether a link's text is an address and not a name for what is behind it. */
export const isAddress = (text: string): boolean => urlOf(text) !== undefined

/** Makes links of the addresses in a text that are written out without a scheme. */
export function linkAddresses(piece: Text): Inline[] {
  const { text } = piece
  const found: Inline[] = []
  let end = 0
  for (const match of piece.code ? [] : (linkify.match(text) ?? [])) {
    const url = urlOf(match.raw)
    if (!url) continue
    if (match.index > end) found.push({ ...piece, text: text.slice(end, match.index) })
    found.push({ type: 'link', url, children: [{ ...piece, text: match.raw }] })
    end = match.lastIndex
  }
  if (end < text.length) found.push({ ...piece, text: text.slice(end) })
  return found
}

function parsed(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { href, pathname, search, hash } = new URL(url)
  // `https://example.org` stays as its author wrote it.
  return pathname === '/' && !search && !hash && !url.endsWith('/') ? href.slice(0, -1) : href
}
