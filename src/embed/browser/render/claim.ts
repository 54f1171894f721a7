import { figureText } from '../../../rich-text/figure.ts'
import { type Child, make } from '../dom.ts'
import type { Document } from '../load.ts'
import { richText } from '../rich-text.ts'
import { sourceLine } from './source-line.ts'
import { facts, folded, heading, link, own, pageOf, time, type View } from './view.ts'

type Claim = Pick<
  Document<'claims'>,
  'bodyHtml' | 'evidence' | 'figures' | 'id' | 'slug' | 'statement' | 'verification'
>

/**
 * A claim. Of one that is retracted only the statement is shown, and that it is retracted: nobody is to
 * read the rest as a fact.
 */
export function claim(view: View, document: Document<'claims'>): Child[] {
  const { campaign, evidence, figures, verification } = document
  const isRetracted = verification.status === 'retracted'
  return [
    notice(view, document),
    heading(view, 0, 'title', link(document.permalink + view.query, flagged(view, document))),
    !isRetracted &&
      richText(document.bodyHtml, view.level + 1, view.languageOf(document.id, 'body')),
    !isRetracted && figures.length > 0 && figureList(view, figures),
    facts([
      ['', statusBadge(view, verification.status)],
      [
        view.words.labels.lastChecked,
        verification.verifiedOn && time(view, verification.verifiedOn),
      ],
      [
        view.words.labels.campaign,
        campaign?.slug &&
          link(pageOf(view, 'campaigns', campaign.slug), campaign.title ?? campaign.slug),
      ],
    ]),
    !isRetracted &&
      evidence.length > 0 &&
      folded(
        'evidence',
        view.words.labels.evidence,
        make(
          'ol',
          { part: 'evidence' },
          evidence.map((row) => evidenceRow(view, row)),
        ),
      ),
  ]
}

/** A claim on something else. */
export function claimItem(view: View, document: Claim, below: number): HTMLElement {
  const { bodyHtml, id, slug, verification } = document
  const isRetracted = verification.status === 'retracted'
  return make(
    'article.item',
    { part: 'item' },
    heading(
      view,
      below,
      'name',
      link(slug && pageOf(view, 'claims', slug), flagged(view, document)),
    ),
    !isRetracted && richText(bodyHtml, view.level + below + 1, view.languageOf(id, 'body')),
    facts([
      ['', statusBadge(view, verification.status)],
      [
        view.words.labels.lastChecked,
        verification.verifiedOn && time(view, verification.verifiedOn),
      ],
    ]),
    isFlagged(verification) && verification.note && make('p.lines', {}, verification.note),
  )
}

const isFlagged = ({ status }: Claim['verification']): boolean =>
  status === 'retracted' || status === 'disputed'

/** A statement that is retracted or disputed never stands without saying so. */
function flagged(view: View, { id, slug, statement, verification }: Claim): Child {
  const text = own(view, id, 'statement', statement) ?? slug ?? id
  const { status } = verification
  return status && isFlagged(verification) ? [`${view.words.statuses[status]}: `, text] : text
}

const statusBadge = ({ words }: View, status: Claim['verification']['status']): HTMLElement =>
  badge(status ?? 'unverified', words.statuses[status ?? 'unverified'])

export const badge = (look: string, text: string): HTMLElement =>
  make(`span.badge ${look}`, { part: `badge ${look}` }, text)

/** Says first what a reader must know before the rest. */
function notice({ words }: View, { verification }: Claim): Child {
  const { note, status } = verification
  if (status !== 'retracted' && status !== 'disputed') return false
  return make(
    `div.notice ${status}`,
    { part: `notice ${status}`, role: 'note' },
    make('p', {}, make('strong', {}, `${words.statuses[status]}. `), words[status]),
    note && make('p.lines', {}, note),
  )
}

function figureList(view: View, rows: Claim['figures']): HTMLElement {
  const { labels, locale } = view.words
  const row = ({ asOf, id, label, unit, value }: Claim['figures'][number]) =>
    make(
      'div',
      {},
      make(
        'dt',
        {},
        own(view, id, 'label', label) ?? labels.figure,
        asOf && [` (${labels.asOf} `, time(view, asOf), ')'],
      ),
      make('dd', {}, figureText(locale, { value, unit })),
    )
  return make('dl.figures', { part: 'figures' }, rows.map(row))
}

function evidenceRow(view: View, row: Claim['evidence'][number]): HTMLElement {
  const { archivedUrl, locator, quote, source } = row
  const { labels } = view.words
  const copy = archivedUrl ?? source?.archivedUrl
  return make(
    'li',
    {},
    source ? sourceLine(view, source) : make('p.small', {}, labels.notPublic),
    quote && make('blockquote.lines', { lang: source?.language }, quote),
    (locator || copy) &&
      make('p.small', {}, locator, locator && copy && ' · ', copy && link(copy, labels.archived)),
  )
}
