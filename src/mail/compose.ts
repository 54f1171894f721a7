/** One message, as text and as plain HTML of the same words. */
export function compose(
  before: readonly string[],
  link: string,
  after: readonly string[],
): { text: string; html: string } {
  const paragraphs = (lines: readonly string[]) =>
    lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')
  const address = escaped(link)
  return {
    text: `${[...before, link, ...after].join('\n\n')}\n`,
    html: `${paragraphs(before)}\n<p><a href="${address}">${address}</a></p>\n${paragraphs(after)}\n`,
  }
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
