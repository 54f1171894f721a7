import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { html, markup } from '../../permalinks/render/html.ts'
import { page } from '../../permalinks/render/layout.ts'
import { style } from '../../permalinks/render/style.ts'
import { wordsFor } from '../../permalinks/words/words.ts'
import { verifyWordsFor } from './words.ts'

export type VerifyPage = { html: string; type: string; policy: string }

/** Every program starts in the checkout; the compiled one lies elsewhere than its sources. */
const script = join(process.cwd(), 'src/mirror/page/verify.js')

/**
 * The page that verifies a copy in a browser; all that it loads is what it verifies.
 *
 * @param place where it stands: in a copy, which it verifies, or on the origin, where one names a copy
 */
export async function verifyPage(locale: string, place: 'copy' | 'origin'): Promise<VerifyPage> {
  const code = await readFile(script, 'utf8')
  const policy = policyFor(code, place)
  const words = verifyWordsFor(locale)
  const text = page({
    words: wordsFor(locale),
    title: words.title,
    head: html`<meta name="robots" content="noindex">${
      place === 'copy' && html`<meta http-equiv="Content-Security-Policy" content="${policy}">`
    }`,
    ...(place === 'origin' ? { trail: [{ path: '/', title: wordsFor(locale).labels.home }] } : {}),
    main: html`<h1>${words.title}</h1>
<p class="lead">${place === 'copy' ? words.copyLead : words.originLead}</p>
<noscript><p>${words.needsScript}</p></noscript>
<form id="ask">${
      place === 'origin' &&
      html`<p><label for="address">${words.address}</label><br><input id="address" type="url" required size="40"></p>`
    }<p><button>${words.check}</button></p></form>
<p id="status" role="status"></p>
<ul id="problems"></ul>
<dl id="facts"></dl>
<p class="small">${words.extra}</p>
<script type="application/json" id="setup">${setup({ place, words })}</script>
<script>${markup(code)}</script>`,
  })
  return { html: text, type: 'text/html; charset=utf-8', policy }
}

/** As data in an element, which no text in it can end. */
const setup = (value: unknown) => markup(JSON.stringify(value).replaceAll('<', '\\u003c'))

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** A browser ignores in an element what only a header can say. */
const policyFor = (code: string, place: 'copy' | 'origin'): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(code)}`,
    `style-src ${hashOf(style)}`,
    // A copy may be anywhere.
    `connect-src 'self'${place === 'origin' ? ' https: http:' : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    ...(place === 'origin' ? ["frame-ancestors 'none'"] : []),
  ].join('; ')
