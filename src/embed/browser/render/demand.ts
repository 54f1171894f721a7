import { type Child, make } from '../dom.ts'
import type { Document } from '../load.ts'
import { richText } from '../rich-text.ts'
import { badge, claimItem } from './claim.ts'
import { sourceLine } from './source-line.ts'
import { facts, folded, heading, link, own, pageOf, time, type View } from './view.ts'

type Item = Document<'campaigns'>['sections'][number]['items'][number]
type Demand = Extract<Item, { relationTo: 'demands' }>['value']

/** A demand: what is asked, of whom, what can be done for it, and why. */
export function demand(view: View, document: Document<'demands'>): Child[] {
  const { addressedTo, campaign, history, supportedBy } = document
  const { labels } = view.words
  return [
    heading(view, 0, 'title', link(document.permalink + view.query, titleOf(view, document))),
    facts([
      ['', demandBadge(view, document.status)],
      [labels.addressedTo, addressedTo],
      [
        labels.campaign,
        campaign?.slug &&
          link(pageOf(view, 'campaigns', campaign.slug), campaign.title ?? campaign.slug),
      ],
    ]),
    richText(document.bodyHtml, view.level + 1, view.languageOf(document.id, 'body')),
    actions(view, document.actions),
    supportedBy.length > 0 &&
      folded(
        'reasons',
        labels.reasons,
        supportedBy.map((claim) => claimItem(view, claim, 1)),
      ),
    history.length > 0 &&
      folded(
        'history',
        labels.history,
        make(
          'ol',
          {},
          history.map((row) => step(view, row)),
        ),
      ),
  ]
}

/** A demand on a campaign. */
export function demandItem(view: View, document: Demand, below: number): HTMLElement {
  const { addressedTo, bodyHtml, id, slug, status } = document
  return make(
    'article.item',
    { part: 'item' },
    heading(
      view,
      below,
      'name',
      link(slug && pageOf(view, 'demands', slug), titleOf(view, document)),
    ),
    richText(bodyHtml, view.level + below + 1, view.languageOf(id, 'body')),
    facts([
      ['', demandBadge(view, status)],
      [view.words.labels.addressedTo, addressedTo],
    ]),
    actions(view, document.actions),
  )
}

const titleOf = (view: View, { id, slug, title }: Demand): Child =>
  own(view, id, 'title', title) ?? slug ?? id

const demandBadge = ({ words }: View, status: Demand['status']): HTMLElement =>
  badge(status ?? 'open', words.demandStatuses[status ?? 'open'])

const actions = (view: View, rows: Demand['actions']): Child =>
  rows.length > 0 &&
  make(
    'ul.actions',
    { part: 'actions' },
    rows.map(({ id, label, url }) =>
      make('li', {}, link(url, own(view, id, 'label', label) ?? url, 'a.action', 'action')),
    ),
  )

function step(
  view: View,
  { id, note, on, source, status }: Demand['history'][number],
): HTMLElement {
  return make(
    'li',
    {},
    make('p', {}, on && [time(view, on), ': '], demandBadge(view, status)),
    note && make('p.lines', {}, own(view, id, 'note', note)),
    source && sourceLine(view, source),
  )
}
