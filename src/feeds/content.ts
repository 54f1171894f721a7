import type { Campaign } from '../../collections/payload-types.ts'
import { composer } from '../bundle/compose.ts'
import type { Documents } from '../bundle/documents.ts'
import { pathOf } from '../permalinks/address.ts'
import { html, type Markup, markup } from '../permalinks/render/html.ts'
import { isWebAddress } from '../permalinks/render/view.ts'
import type { Words } from '../permalinks/words/words.ts'
import { toHtml } from '../rich-text/html.ts'
import type { Listed } from './list.ts'

/** What an entry says: its title, its categories and its content as HTML. */
export type Content = { prefix: string | undefined; categories: string[]; contentHtml: string }

export type Material = {
  documents: Documents
  campaigns: Map<string, Campaign>
  words: Words
  publicUrl: string
}

/** The content of the entry for a document; undefined when it is not public any more. */
export function contentOf({ collection, id }: Listed, material: Material): Content | undefined {
  switch (collection) {
    case 'claims':
      return ofClaim(id, material)
    case 'demands':
      return ofDemand(id, material)
    case 'resources':
      return ofResource(id, material)
    case 'campaigns':
      return ofCampaign(id, material)
  }
}

function ofClaim(id: string, { documents, words, publicUrl }: Material): Content | undefined {
  const stored = documents.claims.get(id)
  if (!stored) return undefined
  const claim = composer(documents).claim(stored)
  const { note, verifiedOn } = claim.verification ?? {}
  const status = claim.verification?.status ?? 'unverified'
  const isFlagged = status === 'retracted' || status === 'disputed'
  const content = html`${
    isFlagged &&
    html`<p><strong>${words.statuses[status]}.</strong> ${words[status]}</p>${note && html`<p>${note}</p>`}`
  }${markup(claim.bodyHtml)}<p>${words.labels.status}: ${words.statuses[status]}${
    verifiedOn && `, ${words.checkedOn(verifiedOn)}`
  }.</p>${
    claim.evidence.length > 0 &&
    html`<p>${words.labels.evidence}:</p><ul>${claim.evidence.map(({ source, locator, quote }) =>
      source
        ? html`<li>${sourceLink(source, publicUrl)}${locator && `, ${locator}`}${
            quote && html`<blockquote>${quote}</blockquote>`
          }</li>`
        : html`<li>${words.labels.notPublic}</li>`,
    )}</ul>`
  }`
  return {
    prefix: isFlagged ? words.statuses[status] : undefined,
    categories: ['claims', status],
    contentHtml: content.text,
  }
}

function ofDemand(id: string, { documents, words }: Material): Content | undefined {
  const stored = documents.demands.get(id)
  if (!stored) return undefined
  const demand = composer(documents).demand(stored)
  const status = demand.status ?? 'open'
  const content = html`${markup(demand.bodyHtml)}<p>${words.labels.status}: ${words.demandStatuses[status]}.${
    demand.addressedTo && ` ${words.labels.addressedTo}: ${demand.addressedTo}.`
  }</p>`
  return { prefix: undefined, categories: ['demands', status], contentHtml: content.text }
}

function ofResource(id: string, { documents, words, publicUrl }: Material): Content | undefined {
  const stored = documents.resources.get(id)
  if (!stored) return undefined
  const { url, publisher, authors, kind } = composer(documents).resource(stored)
  const by = [authors.join(', '), publisher].filter(Boolean).join(' · ')
  const content = html`<p>${sourceLink(stored, publicUrl)}${by && `. ${by}`}</p>${
    isWebAddress(url) && html`<p><a href="${url}">${url}</a></p>`
  }<p>${words.resourceKinds[kind ?? 'other']}</p>`
  return {
    prefix: undefined,
    categories: ['resources', kind ?? 'other'],
    contentHtml: content.text,
  }
}

function ofCampaign(id: string, { campaigns }: Material): Content | undefined {
  const campaign = campaigns.get(id)
  if (!campaign) return undefined
  const content = html`${campaign.summary && html`<p>${campaign.summary}</p>`}${markup(toHtml(campaign.body))}`
  return { prefix: undefined, categories: ['campaigns'], contentHtml: content.text }
}

type Source = { slug?: string | null; title?: string | null; url?: string | null }

function sourceLink({ slug, title, url }: Source, publicUrl: string): Markup {
  const address = slug ? publicUrl + pathOf({ collection: 'resources', slug }) : url
  const name = title ?? slug ?? url
  return isWebAddress(address) ? html`<a href="${address}">${name}</a>` : html`${name}`
}
