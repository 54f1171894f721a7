import type { ClaimPermalink } from '../schema.ts'
import type { Words } from '../words/words.ts'
import { html, type Markup } from './html.ts'
import type { View } from './view.ts'

type Verification = ClaimPermalink['verification']

/** The status of a claim in words. What nobody has set is not verified. */
export const statusOf = (status: Verification['status']) => status ?? 'unverified'

export const statusBadge = (words: Words, status: Verification['status']): Markup =>
  html`<span class="badge ${statusOf(status)}">${words.statuses[statusOf(status)]}</span>`

/** Says first what a reader must know before the rest. */
export function claimNotice({ words }: View, { status, note }: Verification): Markup | false {
  if (status !== 'retracted' && status !== 'disputed') return false
  return html`<div class="notice ${status}" role="note"><p><strong>${words.statuses[status]}.</strong> ${words[status]}</p>
${note && html`<p class="note">${note}</p>`}</div>`
}

/** A statement as it may stand in a title: one that is retracted or disputed never without saying so. */
export function titleOf(words: Words, statement: string, status: Verification['status']): string {
  const isFlagged = status === 'retracted' || status === 'disputed'
  return isFlagged ? `${words.statuses[status]}: ${statement}` : statement
}
