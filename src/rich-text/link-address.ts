const schemes = ['http:', 'https:', 'mailto:', 'tel:']

/**
 * The address of a link, if it is safe to follow from any page.
 *
 * @param address as an editor put it in, of whatever type
 * @returns it without the spaces around it; undefined unless it is a whole address of the web, a mailbox
 * or a telephone number, without control characters. A relative one would lead somewhere else on each
 * site that shows the text.
 */
export function linkAddress(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined
  const trimmed = address.trim()
  // Parsers drop tabs and line breaks from an address, so that what is parsed is not what is written.
  if (/\p{Cc}|\p{Cs}/u.test(trimmed) || !URL.canParse(trimmed)) return undefined
  const { protocol } = new URL(trimmed)
  if (!schemes.includes(protocol)) return undefined
  return !protocol.startsWith('http') || /^https?:\/\//i.test(trimmed) ? trimmed : undefined
}
