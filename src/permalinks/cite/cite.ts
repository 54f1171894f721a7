import type { Words } from '../words/words.ts'
import { toBibtex } from './bibtex.ts'
import { type Citation, oneLine } from './citation.ts'
import { toCsl } from './csl.ts'
import { toRis } from './ris.ts'

export type CitedClaim = {
  slug: string
  statement?: string | null | undefined
  updatedAt: string
  verification?:
    | { status?: string | null; verifiedOn?: string | null; note?: string | null }
    | undefined
  permalink: string
  locale: string
  campaign: { title: string | null } | null
}

/**
 * What there is to say when a claim is cited. Nobody's name: a claim is its campaign's.
 *
 * @param publisher whose server it is
 */
export function citationOf(claim: CitedClaim, publisher: string, words: Words): Citation {
  const { status: given, verifiedOn, note } = claim.verification ?? {}
  const status = given === 'retracted' || given === 'disputed' ? given : undefined
  const statement = oneLine(claim.statement ?? claim.slug)
  const title = status ? `${words.statuses[status]}: ${statement}` : statement
  const container = claim.campaign?.title ? oneLine(claim.campaign.title) : undefined
  const [open, close] = words.quotes
  const details = [
    publisher,
    words.updatedOn(claim.updatedAt),
    ...(verifiedOn ? [words.checkedOn(verifiedOn)] : []),
  ]
  const sentences = [
    `${open}${ended(title)}${close}`,
    ...(container ? [ended(container)] : []),
    ended(details.join(', ')),
    claim.permalink,
  ]
  return {
    key: claim.slug,
    title,
    container,
    publisher,
    updated: claim.updatedAt,
    checked: verifiedOn ?? undefined,
    status,
    note: note ? oneLine(note) : undefined,
    url: claim.permalink,
    locale: claim.locale,
    text: sentences.join(' '),
  }
}

/** The reference in every form. */
export const cite = (citation: Citation) => ({
  text: citation.text,
  csl: toCsl(citation),
  bibtex: toBibtex(citation),
  ris: toRis(citation),
})

const ended = (text: string): string => (/[.!?…]["'”’»)\]]*$/.test(text) ? text : `${text}.`)
