import type { Words } from '../words/words.ts'
import { html } from './html.ts'
import { page } from './layout.ts'

/** A page that says why there is no other. */
export const errorPage = (words: Words, title: string, texts: string[]): string =>
  page({
    words,
    title,
    head: html`<meta name="robots" content="noindex">`,
    trail: [{ path: '/', title: words.labels.home }],
    main: html`<h1>${title}</h1>${texts.map((text) => html`<p>${text}</p>`)}`,
  })
