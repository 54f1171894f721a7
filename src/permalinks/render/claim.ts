import { figureText } from '../../rich-text/figure.ts'
import { citationPathOf } from '../address.ts'
import type { ClaimPermalink } from '../schema.ts'
import { statusBadge } from './claim-status.ts'
import { html, type Markup } from './html.ts'
import { sourceLine } from './source-line.ts'
import {
  campaignRow,
  details,
  external,
  isWebAddress,
  langAttribute,
  langOf,
  richText,
  time,
  type View,
} from './view.ts'

type Evidence = ClaimPermalink['evidence'][number]
type Figure = ClaimPermalink['figures'][number]

/** What a page says of a claim, below its heading. */
export function claimBody(view: View, claim: ClaimPermalink): Markup {
  const { words } = view
  const { labels } = words
  const { verifiedOn, reviewBy, note } = claim.verification
  const isExplained =
    claim.verification.status === 'retracted' || claim.verification.status === 'disputed'
  return html`
${richText(view, claim, 2)}
${details([
  [labels.status, statusBadge(words, claim.verification.status)],
  [labels.lastChecked, verifiedOn && time(view, verifiedOn)],
  [labels.nextReview, reviewBy && time(view, reviewBy)],
  [labels.note, !isExplained && note && html`<span class="note">${note}</span>`],
  campaignRow(view, claim.campaign),
  [labels.updated, time(view, claim.updatedAt)],
])}
${
  claim.evidence.length > 0 &&
  html`<section aria-labelledby="evidence"><h2 id="evidence">${labels.evidence}</h2>
<ol class="list">${claim.evidence.map((row) => evidence(view, row))}</ol></section>`
}
${claim.figures.length > 0 && figures(view, claim.figures)}
${citation(view, claim)}`
}

function evidence(
  view: View,
  { source, locator, quote, archivedUrl, accessedOn }: Evidence,
): Markup {
  const { labels } = view.words
  const copy = archivedUrl ?? source?.archivedUrl
  return html`<li>
${source ? sourceLine(view, source) : html`<p class="small">${labels.notPublic}</p>`}
${quote && html`<blockquote${langAttribute(view, source?.language)}>${quote}</blockquote>`}
${details([
  [labels.place, locator],
  [labels.address, source?.url ? external(source.url) : false],
  [labels.archived, copy && isWebAddress(copy) ? external(copy) : copy],
  [labels.accessed, accessedOn && time(view, accessedOn)],
])}</li>`
}

/** A list, and no table: it is read on any width, and in any size of letters. */
function figures(view: View, rows: Figure[]): Markup {
  const { labels } = view.words
  const row = (figure: Figure): [label: Markup, value: Markup] => [
    html`<span${langOf(view, figure.id, 'label')}>${figure.label ?? labels.figure}</span>`,
    html`<strong>${figureText(view.words.locale, figure)}</strong>${
      figure.asOf && html` <span class="small">(${labels.asOf} ${time(view, figure.asOf)})</span>`
    }`,
  ]
  return html`<section aria-labelledby="figures"><h2 id="figures">${labels.figures}</h2>
${details(rows.map(row))}</section>`
}

const formats = [
  ['bibtex', 'BibTeX'],
  ['ris', 'RIS'],
  ['csl', 'CSL-JSON'],
] as const

function citation(view: View, claim: ClaimPermalink): Markup {
  const { labels } = view.words
  const place = { collection: claim.collection, slug: claim.slug ?? '' }
  return html`<section aria-labelledby="cite"><h2 id="cite">${labels.cite}</h2>
<p class="quoted"${langAttribute(view, claim.locale)}>${claim.cite.text}</p>
${
  // They are of the present version; those of an earlier one are in its JSON.
  !view.earlier &&
  html`<ul class="inline small downloads"><li>${labels.download}</li>${formats.map(
    ([format, name]) =>
      html`<li><a href="${citationPathOf(place, format, claim.locale)}">${name}</a></li>`,
  )}<li><a href="${citationPathOf(place, 'text', claim.locale)}">${labels.text}</a></li></ul>`
}</section>`
}
