import { readText } from './files.ts'
import { headingsIn, toHtml } from './markdown.ts'
import { escapeHtml } from './page.ts'

/**
 * The chapters of the partner's guide, in the order in which they are read: files in docs/guide. A block of code
 * with `run` behind its fence is executed by the tests (test/api/guide.test.ts says how).
 */
export const chapters = [
  'start',
  'reading',
  'current',
  'clients',
  'keys',
  'sync',
  'webhooks',
  'pages',
  'as-it-was',
  'embed',
  'mirrors',
]

/** The address that examples are written with; readers see that of the server they read on. */
export const exampleOrigin = 'http://localhost:3000'

export const readChapter = (name: string): Promise<string> => readText(`docs/guide/${name}.md`)

/** The guide as HTML: all chapters on one page. */
export async function guideHtml(origin: string): Promise<string> {
  const texts = await Promise.all(chapters.map(readChapter))
  const text = texts.join('\n\n').replaceAll(exampleOrigin, origin)
  const contents = headingsIn(text).map(
    ({ id, name }) => `<li><a href="#${id}">${escapeHtml(name)}</a></li>`,
  )
  return `<h1>The partner’s guide</h1>
<nav aria-label="Chapters"><ol>${contents.join('')}</ol></nav>
${toHtml(text)}`
}
