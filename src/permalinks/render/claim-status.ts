import type { ClaimPermalink } from '../schema.ts'
import type { Words } from '../words/words.ts'
import { html, type Markup } from './html.ts'
import type { View } from './view.ts'

type Verification = ClaimPermalink['verification']

/** The status of a claim in words. What nobody has set is not verified. */
const statusOf = (status: Verification['status']) => status ?? 'unverified'

export const statusBadge = (words: Words, status: Verification['status']): Markup =>
  html`<span class="badge ${statusOf(status)}">${words.statuses[statusOf(status)]}</span>`

/** Says first what a reader must know before the rest. */
export function claimNotice({ words }: View, { status, note }: Verification): Markup | false {
  if (status !== 'retracted' && status !== 'disputed') return false
  return html`<div class="notice ${status}" role="note"><p><strong>${words.statuses[status]}.</strong> ${words[status]}</p>
${note && html`<p class="note">${note}</p>`}</div>`
}

type Flag = 'retracted' | 'disputed'

const flagOf = (status: Verification['status']): Flag | undefined =>
  status === 'retracted' || status === 'disputed' ? status : undefined

/** A statement as it may stand in a title: one that is retracted or disputed never without saying so. */
export function titleOf(words: Words, statement: string, status: Verification['status']): string {
  const flag = flagOf(status)
  return flag ? `${words.statuses[flag]}: ${statement}` : statement
}

/** The same in a heading, each part in its own language. */
export function headingWith(
  words: Words,
  statement: Markup,
  status: Verification['status'],
): Markup {
  const flag = flagOf(status)
  return flag ? html`<span class="${flag}">${words.statuses[flag]}:</span> ${statement}` : statement
}
