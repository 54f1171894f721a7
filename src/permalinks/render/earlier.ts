import { pathOf } from '../address.ts'
import { type RevisionPlace, revisionPathOf } from '../earlier/address.ts'
import type { Retracted } from '../earlier/read-earlier.ts'
import type { Permalink } from '../schema.ts'
import { canonicalOf } from './head.ts'
import { html, type Markup } from './html.ts'
import { langAttribute, linkTo, type View } from './view.ts'

/** What a page of an earlier version says of itself. */
export type Earlier = {
  place: RevisionPlace
  /** The moment that the address names. */
  said: string | undefined
  /** The moment at which what it refers to is shown. */
  shownAt: string
  from: string
  /** When the next revision replaced it. */
  until: string | undefined
  /** The numbers of the versions before and after it. */
  previous: number | undefined
  next: number | undefined
  isRetractedNow: boolean
  retractedSince: Retracted[]
}

/** Nobody is to find an earlier version in place of the present one. */
export const earlierHead = (view: View, permalink: Permalink, summary: string): Markup =>
  html`<meta name="robots" content="noindex">
<meta name="description" content="${summary}">
<link rel="canonical" href="${canonicalOf(view, permalink)}">`

/** Says first that this is how it was, and what has become of it. */
export function earlierNotice(view: View, earlier: Earlier): Markup {
  const { words, chosen } = view
  const { from, until, shownAt, place, isRetractedNow, retractedSince } = earlier
  const texts = words.earlier
  const to = (number: number, text: string) =>
    html`<li><a href="${revisionPathOf({ ...place, number }, { locale: chosen })}">${text}</a></li>`
  return html`${
    isRetractedNow &&
    html`<div class="notice retracted" role="note"><p><strong>${words.statuses.retracted}.</strong> ${texts.retracted}</p></div>`
  }<div class="notice" role="note"><p><strong>${(until ? texts.text : texts.newest)(place.number)}</strong></p>
<p>${texts.from} ${moment(view, from)} ${until ? html`${texts.until} ${moment(view, until)}` : texts.untilNow}.${
    shownAt.slice(0, 19) !== from.slice(0, 19) && html` ${texts.shown} ${moment(view, shownAt)}.`
  }</p>
${
  retractedSince.length > 0 &&
  html`<p>${texts.othersRetracted}</p><ul>${retractedSince.map(
    ({ slug, statement, locale }) =>
      html`<li><a href="${linkTo(view, 'claims', slug)}"${langAttribute(view, locale)}>${statement}</a></li>`,
  )}</ul>`
}<ul class="inline"><li><a href="${pathOf(place, chosen)}">${texts.present}</a></li>${
    earlier.previous !== undefined && to(earlier.previous, texts.previous)
  }${earlier.next !== undefined && to(earlier.next, texts.next)}</ul></div>
`
}

const moment = ({ words }: View, iso: string): Markup =>
  html`<time datetime="${iso}">${words.moment(iso)}</time>`
