import { html } from '../permalinks/render/html.ts'
import { page } from '../permalinks/render/layout.ts'
import type { Words } from '../permalinks/words/words.ts'

/** A page that says why no draft is shown. */
export const noticePage = (
  words: Words,
  title: string,
  text: string,
  link?: { path: string; text: string },
): string =>
  page({
    words,
    title,
    head: html`<meta name="robots" content="noindex, nofollow">`,
    main: html`<h1>${title}</h1><p>${text}</p>${
      link && html`<p><a class="button" href="${link.path}" target="_top">${link.text}</a></p>`
    }`,
  })
