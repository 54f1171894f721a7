import { html, type Markup, markup } from './html.ts'
import type { View } from './view.ts'

/** What a page of a draft says of itself. */
export type Preview = {
  /** Where it is, without a language. */
  path: string
  /** Whether nothing has changed since it was published. */
  isPublished: boolean
  /** Until when whoever has the link can open it; undefined beside an editor's form. */
  until: string | undefined
  /** A script that has the page follow what is typed; its policy has to allow it. */
  script: string | undefined
}

/** Nobody is to find a draft, and nothing is to be said of it to programs. */
export const previewHead = ({ script }: Preview): Markup =>
  html`<meta name="robots" content="noindex, nofollow">${
    script && html`\n<script>${markup(script)}</script>`
  }`

/** Says first that this is a draft. */
export function previewNotice({ words }: View, { isPublished, until }: Preview): Markup {
  const texts = words.preview
  return html`<div class="notice" role="note"><p><strong>${isPublished ? texts.published : texts.draft}</strong> ${
    isPublished ? '' : texts.draftText
  }</p>
${until && html`<p>${texts.until(until)}</p>`}</div>
`
}
