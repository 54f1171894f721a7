import { type Child, make } from '../dom.ts'
import type { Document } from '../load.ts'
import { richText } from '../rich-text.ts'
import { claimItem } from './claim.ts'
import { demandItem } from './demand.ts'
import { sourceLine } from './source-line.ts'
import { facts, heading, link, own, type View } from './view.ts'

type Campaign = Document<'campaigns'>
type Section = Campaign['sections'][number]

/** A campaign: all of it, in the order in which it is told. */
export function campaign(view: View, document: Campaign): Child[] {
  const { callToAction, hashtag, id, image, permalink, slug, summary, target, title } = document
  const { labels } = view.words
  return [
    heading(
      view,
      0,
      'title',
      link(permalink + view.query, own(view, id, 'title', title) ?? slug ?? id),
    ),
    summary && make('p.lines', { part: 'summary' }, own(view, id, 'summary', summary)),
    image?.url && picture(view, image),
    facts([
      [labels.addressedTo, target.name],
      [labels.hashtag, hashtag],
    ]),
    richText(document.bodyHtml, view.level + 1, view.languageOf(id, 'body')),
    callToAction.url &&
      make(
        'p',
        {},
        link(
          callToAction.url,
          own(view, id, 'label', callToAction.label) ?? callToAction.url,
          'a.action',
          'action',
        ),
      ),
    document.sections.map((section) => sectionOf(view, section)),
  ]
}

function sectionOf(view: View, { bodyHtml, heading: name, id, items }: Section): HTMLElement {
  // Without a heading of its own a section's items stand one level higher.
  const below = name ? 2 : 1
  return make(
    'section',
    { part: 'section' },
    name && heading(view, 1, 'section', own(view, id, 'heading', name)),
    richText(bodyHtml, view.level + below, view.languageOf(id, 'body')),
    items.map((item) => itemOf(view, item, below)),
  )
}

function itemOf(view: View, item: Section['items'][number], below: number): HTMLElement {
  switch (item.relationTo) {
    case 'claims':
      return claimItem(view, item.value, below)
    case 'demands':
      return demandItem(view, item.value, below)
    case 'resources':
      return make('div.item', { part: 'item' }, sourceLine(view, item.value))
  }
}

function picture(view: View, image: NonNullable<Campaign['image']>): HTMLElement {
  const { alt, credit, height, license, url, width } = image
  const by = [credit, license].filter(Boolean).join(' · ')
  const src = new URL(url ?? '', `${view.api}/`).href
  return make(
    'figure',
    { part: 'image' },
    // A page that asks for proof that it may show it (COEP) gets that by CORS.
    make('img', { src, alt: alt ?? '', width, height, crossorigin: 'anonymous', loading: 'lazy' }),
    by && make('figcaption', {}, `${view.words.labels.credit}: ${by}`),
  )
}
