import type { Words } from '../words/words.ts'
import { html, type Markup, markup } from './html.ts'
import { style } from './style.ts'
import { langAttribute } from './view.ts'

export type Layout = {
  words: Words
  title: string
  /** Elements for the head. */
  head?: Markup
  /** What leads up to this page, the overview first. */
  trail?: { path: string; title: string; language?: string | undefined }[]
  languages?: { path: string; code: string }[]
  main: Markup
  footer?: Markup
}

/** A whole page. */
export function page({ words, title, head, trail = [], languages = [], main, footer }: Layout) {
  const { labels } = words
  const whole = html`<!doctype html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${head}
<style>${markup(style)}</style>
</head>
<body>
<a class="skip" href="#content">${labels.skip}</a>
<header>
${
  trail.length > 0 &&
  html`<nav aria-label="${labels.trail}"><ol>${trail.map(
    ({ path, title: name, language }) =>
      html`<li><a href="${path}"${langAttribute({ words }, language)}>${name}</a></li>`,
  )}</ol></nav>`
}
${
  languages.length > 0 &&
  html`<nav aria-label="${labels.otherLanguages}"><ul class="inline">${languages.map(
    ({ path, code }) =>
      html`<li><a href="${path}" hreflang="${code}" lang="${code}">${nameOf(code)}</a></li>`,
  )}</ul></nav>`
}
</header>
<main id="content">
${main}
</main>
${
  footer &&
  html`<footer>
${footer}
</footer>
`
}</body>
</html>
`
  return whole.text
}

/** A language's own name. */
function nameOf(code: string): string {
  try {
    return new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
