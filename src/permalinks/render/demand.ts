import type { DemandPermalink } from '../schema.ts'
import { headingWith, statusBadge } from './claim-status.ts'
import { html, type Markup } from './html.ts'
import { sourceLine } from './source-line.ts'
import {
  campaignRow,
  details,
  external,
  langOf,
  linkTo,
  richText,
  time,
  type View,
} from './view.ts'

type Status = DemandPermalink['status']

export const demandBadge = ({ words }: View, status: Status): Markup =>
  html`<span class="badge ${status ?? 'open'}">${words.demandStatuses[status ?? 'open']}</span>`

/** What a page says of a demand, below its heading. */
export function demandBody(view: View, demand: DemandPermalink): Markup {
  const { labels } = view.words
  return html`
${details([
  [labels.addressedTo, demand.addressedTo],
  [labels.status, demandBadge(view, demand.status)],
  campaignRow(view, demand.campaign),
  [labels.updated, time(view, demand.updatedAt)],
])}
${richText(view, demand, 2)}
${actions(view, demand.actions)}
${reasons(view, demand.supportedBy)}
${history(view, demand.history)}`
}

function actions(view: View, rows: DemandPermalink['actions']): Markup | false {
  const { labels, actionKinds } = view.words
  return (
    rows.length > 0 &&
    html`<section aria-labelledby="actions"><h2 id="actions">${labels.actions}</h2><ul class="list">${rows.map(
      ({ id, label, url, kind }) =>
        html`<li><span${langOf(view, id, 'label')}>${url ? external(url, label ?? url) : label}</span>${
          kind && html` <span class="small">(${actionKinds[kind]})</span>`
        }</li>`,
    )}</ul></section>`
  )
}

function reasons(view: View, claims: DemandPermalink['supportedBy']): Markup | false {
  const { labels } = view.words
  return (
    claims.length > 0 &&
    html`<section aria-labelledby="reasons"><h2 id="reasons">${labels.reasons}</h2>${claims.map(
      (claim) => claimItem(view, claim),
    )}</section>`
  )
}

/** A claim on the page of something else. */
export function claimItem(view: View, claim: DemandPermalink['supportedBy'][number]): Markup {
  const { status, note } = claim.verification
  const statement = claim.statement ?? claim.slug ?? claim.id
  const text = html`<span${langOf(view, claim.id, 'statement')}>${statement}</span>`
  const heading = headingWith(view.words, text, status)
  const linked = claim.slug
    ? html`<a href="${linkTo(view, 'claims', claim.slug)}">${heading}</a>`
    : heading
  return html`<article class="item"><h3>${linked}</h3>
${richText(view, claim, 4)}
<p class="small">${statusBadge(view.words, status)} ${
    claim.verification.verifiedOn &&
    html`${view.words.labels.lastChecked}: ${time(view, claim.verification.verifiedOn)}`
  }</p>${status === 'retracted' && note && html`<p class="small note">${note}</p>`}</article>`
}

function history(view: View, rows: DemandPermalink['history']): Markup | false {
  const { labels } = view.words
  return (
    rows.length > 0 &&
    html`<section aria-labelledby="history"><h2 id="history">${labels.history}</h2><ol class="list">${rows.map(
      (row) =>
        html`<li><p>${row.on && html`${time(view, row.on)}: `}${demandBadge(view, row.status)}</p>
${row.note && html`<p class="note"${langOf(view, row.id, 'note')}>${row.note}</p>`}
${row.source && sourceLine(view, row.source)}</li>`,
    )}</ol></section>`
  )
}
