import { pathOf } from '../address.ts'
import { revisionPathOf } from '../earlier/address.ts'
import type { Permalink } from '../schema.ts'
import { campaignBody } from './campaign.ts'
import { claimBody } from './claim.ts'
import { claimNotice, headingWith, titleOf } from './claim-status.ts'
import { demandBody } from './demand.ts'
import { earlierHead, earlierNotice } from './earlier.ts'
import { feedsOf, headOf } from './head.ts'
import { html, type Markup } from './html.ts'
import { page } from './layout.ts'
import { previewHead, previewNotice } from './preview.ts'
import { resourceBody } from './resource.ts'
import { langOf, languageOf, linkTo, type View } from './view.ts'

/** The page of a document. */
export function documentPage(view: View, permalink: Permalink): string {
  const { words, missing, chosen, earlier, preview } = view
  const campaign = permalink.collection === 'campaigns' ? null : permalink.campaign
  const heading = headingOf(permalink)
  const title = flagged(view, permalink, heading)
  const summary = summaryOf(permalink, title)
  const parts = [
    title,
    ...(campaign?.title ? [campaign.title] : []),
    ...(earlier ? [words.earlier.name(earlier.place.number)] : []),
  ]
  return page({
    words,
    title: parts.join(' · '),
    head: headIn(view, permalink, title, summary),
    trail: [
      {
        path: `/${chosen ? `?locale=${encodeURIComponent(chosen)}` : ''}`,
        title: words.labels.home,
      },
      ...(campaign?.slug
        ? [
            {
              path: linkTo(view, 'campaigns', campaign.slug),
              title: campaign.title ?? campaign.slug,
              language: languageOf(view, view.campaignId, 'title'),
            },
          ]
        : []),
    ],
    languages: permalink.alternates.map(({ locale }) => ({
      code: locale,
      path: addressIn(view, permalink, locale),
    })),
    main: html`<article>
${earlier && earlierNotice(view, earlier)}${preview && previewNotice(view, preview)}${
  missing &&
  html`<div class="notice" role="note"><p>${words.fallback(words.language(missing), words.language(permalink.locale))}</p></div>`
}${permalink.collection === 'claims' && claimNotice(view, permalink.verification)}
<p class="kind">${kindOf(view, permalink)}</p>
<h1>${headingMarkup(view, permalink, heading)}</h1>
${bodyOf(view, permalink)}
</article>`,
    footer: footerOf(view, permalink),
  })
}

function headIn(view: View, permalink: Permalink, title: string, summary: string): Markup {
  if (view.preview) return previewHead(view.preview)
  return view.earlier
    ? earlierHead(view, permalink, summary)
    : headOf(view, permalink, title, summary)
}

function bodyOf(view: View, permalink: Permalink): Markup {
  switch (permalink.collection) {
    case 'campaigns':
      return campaignBody(view, permalink)
    case 'claims':
      return claimBody(view, permalink)
    case 'demands':
      return demandBody(view, permalink)
    case 'resources':
      return resourceBody(view, permalink)
  }
}

const kindOf = ({ words }: View, permalink: Permalink): string =>
  permalink.collection === 'resources' && permalink.kind
    ? words.resourceKinds[permalink.kind]
    : words.kinds[permalink.collection]

function headingMarkup(view: View, permalink: Permalink, heading: string): Markup {
  const field = permalink.collection === 'claims' ? 'statement' : 'title'
  const text = html`<span${langOf(view, permalink.id, field)}>${heading}</span>`
  return permalink.collection === 'claims'
    ? headingWith(view.words, text, permalink.verification.status)
    : text
}

/** What a document is called. */
export const headingOf = (permalink: Permalink): string =>
  (permalink.collection === 'claims' ? permalink.statement : permalink.title) ??
  permalink.slug ??
  permalink.id

const flagged = ({ words, earlier }: View, permalink: Permalink, heading: string): string =>
  permalink.collection === 'claims'
    ? titleOf(words, heading, earlier?.isRetractedNow ? 'retracted' : permalink.verification.status)
    : heading

/** The path of this page in a language. */
function addressIn({ earlier, preview }: View, permalink: Permalink, locale: string): string {
  if (preview) return `${preview.path}?locale=${encodeURIComponent(locale)}`
  return earlier
    ? revisionPathOf(earlier.place, { at: earlier.said, locale })
    : pathOf({ collection: permalink.collection, slug: permalink.slug ?? '' }, locale)
}

/** A sentence or two for those who show a link to the page. */
function summaryOf(permalink: Permalink, fallback: string): string {
  const text =
    permalink.collection === 'campaigns'
      ? permalink.summary || permalink.bodyText
      : permalink.collection === 'resources'
        ? [permalink.authors.join(', '), permalink.publisher].filter(Boolean).join(' · ')
        : permalink.bodyText
  const flat = (text || fallback).replace(/\s+/g, ' ').trim()
  return flat.length > 200 ? `${flat.slice(0, 199).replace(/\s\S*$/, '')}…` : flat
}

function footerOf(view: View, permalink: Permalink): Markup {
  const { labels } = view.words
  // The address that it will have; nothing else is there yet.
  if (view.preview) return html`<p>${permalink.permalink}</p>`
  const json = `${addressIn(view, permalink, permalink.locale)}&format=json`
  const feeds = view.earlier ? [] : feedsOf(view, permalink, view.chosen)
  return html`<p>${permalink.permalink}</p>
<ul>${feeds.map(({ path, name }) => html`<li><a href="${path}">${name}</a></li>`)}<li><a href="${json}">${labels.asJson}</a></li></ul>`
}
