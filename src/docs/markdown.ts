import slugify from '@sindresorhus/slugify'
import markdownIt from 'markdown-it'

/** A block of code in a chapter: its language, and what else stands behind the fence. */
export type Block = { language: string; words: string[]; code: string }

const markdown = markdownIt({ html: false, linkify: false })

markdown.renderer.rules.fence = (tokens, index) => {
  const { language, words, code } = blockOf(tokens[index] as Fence)
  const kind = words.includes('output') ? ' class="output"' : ''
  const name = words.includes('output') ? 'What it prints' : `Example, ${language}`
  // A region that scrolls must be reached with the keyboard.
  return `<pre${kind} tabindex="0" role="region" aria-label="${name}"><code>${markdown.utils.escapeHtml(code)}</code></pre>\n`
}

markdown.renderer.rules.heading_open = (tokens, index) => {
  const tag = tokens[index]?.tag ?? 'h2'
  return `<${tag} id="${slugify(tokens[index + 1]?.content ?? '')}">`
}

type Fence = { info: string; content: string }

function blockOf({ info, content }: Fence): Block {
  const [language = '', ...words] = info.trim().split(/\s+/)
  return { language, words, code: content }
}

export const toHtml = (text: string): string => markdown.render(text)

/** The blocks of code in a text, in order: with `run` behind the fence the tests execute one. */
export const blocksIn = (text: string): Block[] =>
  markdown
    .parse(text, {})
    .filter(({ type }) => type === 'fence')
    .map((token) => blockOf(token))

/** The headings of the second level, for a list of what is on the page. */
export function headingsIn(text: string): { name: string; id: string }[] {
  const tokens = markdown.parse(text, {})
  return tokens.flatMap(({ tag, type }, index) => {
    const name = tokens[index + 1]?.content ?? ''
    return type === 'heading_open' && tag === 'h2' ? [{ name, id: slugify(name) }] : []
  })
}
