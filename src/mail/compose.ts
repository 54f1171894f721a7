/** A paragraph, or an address that stands by itself. */
export type Part = string | { link: string }

/** One message, as text and as plain HTML of the same words. */
export function compose(parts: readonly Part[]): { text: string; html: string } {
  const text = parts.map((part) => (typeof part === 'string' ? part : part.link))
  return { text: `${text.join('\n\n')}\n`, html: `${parts.map(paragraph).join('\n')}\n` }
}

function paragraph(part: Part): string {
  if (typeof part === 'string') return `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`
  const address = escaped(part.link)
  return `<p><a href="${address}">${address}</a></p>`
}

/** A name may be anything; in a subject it is one line. */
export const oneLine = (text: string): string => text.replaceAll(/\p{C}+|\s+/gu, ' ').trim()

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
