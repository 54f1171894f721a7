import type { CampaignPermalink } from '../schema.ts'
import { claimItem, demandBadge } from './demand.ts'
import { html, type Markup } from './html.ts'
import { picture } from './picture.ts'
import { sourceLine } from './source-line.ts'
import { details, external, langOf, linkTo, richText, time, type View } from './view.ts'

type Section = CampaignPermalink['sections'][number]

/** What a page says of a campaign, below its heading: all of it, in the order in which it is told. */
export function campaignBody(view: View, campaign: CampaignPermalink): Markup {
  const { labels } = view.words
  const { label, url } = campaign.callToAction
  return html`
${campaign.summary && html`<p class="lead note"${langOf(view, campaign.id, 'summary')}>${campaign.summary}</p>`}
${details([
  [labels.addressedTo, campaign.target.name],
  [labels.hashtag, campaign.hashtag],
  [labels.updated, time(view, campaign.updatedAt)],
])}
${picture(view, campaign.image)}
${richText(view, campaign, 2)}
${url && html`<p${langOf(view, campaign.id, 'label')}>${callToAction(url, label)}</p>`}
${campaign.sections.map((section) => sectionOf(view, section))}`
}

const callToAction = (url: string, label: string | null): Markup =>
  external(url, label ?? url, 'button')

const sectionOf = (view: View, section: Section): Markup => html`<section>
${section.heading && html`<h2${langOf(view, section.id, 'heading')}>${section.heading}</h2>`}
${richText(view, section, 3)}
${section.items.map((item) => itemOf(view, item))}</section>`

function itemOf(view: View, item: Section['items'][number]): Markup {
  if (item.relationTo === 'claims') return claimItem(view, item.value)
  if (item.relationTo === 'resources') {
    return html`<div class="item">${sourceLine(view, item.value)}</div>`
  }
  const { id, slug, title, addressedTo, status } = item.value
  const heading = slug
    ? html`<a href="${linkTo(view, 'demands', slug)}">${title ?? slug}</a>`
    : html`${title}`
  return html`<article class="item"><h3${langOf(view, id, 'title')}>${heading}</h3>
${richText(view, item.value, 4)}
<p class="small">${demandBadge(view, status)} ${
    addressedTo && html`${view.words.labels.addressedTo}: ${addressedTo}`
  }</p></article>`
}
