import { feedPathOf, hasFeed } from '../address.ts'
import type { Permalink } from '../schema.ts'
import { html, type Markup } from './html.ts'
import { jsonLd, jsonLdElement } from './json-ld.ts'
import type { View } from './view.ts'

/** What programs look for in the head of a page: where else the same is, and how to show a link to it. */
export function headOf(view: View, permalink: Permalink, title: string, summary: string): Markup {
  const { publicUrl, fallback: defaultLocale } = view
  const here = permalink.permalink
  const canonical = canonicalOf(view, permalink)
  const languages = [
    { locale: permalink.locale, url: `${here}?locale=${encodeURIComponent(permalink.locale)}` },
    ...permalink.alternates,
  ]
  const json = `${canonical}${canonical.includes('?') ? '&' : '?'}format=json`
  const oembed = `${publicUrl}/oembed?url=${encodeURIComponent(canonical)}&format=json`
  const image = permalink.collection === 'campaigns' ? permalink.image : null
  return html`<meta name="description" content="${summary}">
<link rel="canonical" href="${canonical}">
${languages.length > 1 && languages.map(({ locale, url }) => html`<link rel="alternate" hreflang="${locale}" href="${locale === defaultLocale ? here : url}">\n`)}${
  languages.length > 1 && html`<link rel="alternate" hreflang="x-default" href="${here}">\n`
}<link rel="alternate" type="application/json" href="${json}">
<link rel="alternate" type="application/json+oembed" href="${oembed}" title="${title}">
${feedsOf(view, permalink, view.locale === defaultLocale ? undefined : view.locale).map(
  ({ type, path, name }) =>
    html`<link rel="alternate" type="${type}" href="${publicUrl}${path}" title="${name}">\n`,
)}<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${summary}">
<meta property="og:url" content="${canonical}">
<meta property="og:site_name" content="${new URL(publicUrl).host}">
<meta property="og:locale" content="${permalink.locale.replace('-', '_')}">
${permalink.alternates.map(({ locale }) => html`<meta property="og:locale:alternate" content="${locale.replace('-', '_')}">\n`)}${
  image?.url &&
  html`<meta property="og:image" content="${new URL(image.url, publicUrl).href}">
<meta property="og:image:alt" content="${image.alt ?? ''}">\n`
}<meta property="article:modified_time" content="${permalink.updatedAt}">
<meta name="twitter:card" content="${image?.url ? 'summary_large_image' : 'summary'}">
${jsonLdElement(jsonLd(permalink, publicUrl))}`
}

/** The address that a search engine is to keep: that of the default language goes without a parameter. */
export const canonicalOf = ({ fallback }: View, { permalink, locale }: Permalink): string =>
  locale === fallback ? permalink : `${permalink}?locale=${encodeURIComponent(locale)}`

type FeedLink = { type: string; path: string; name: string }

/** The feeds of the campaign, and of all documents of the kind. */
export function feedsOf({ words }: View, permalink: Permalink, locale?: string): FeedLink[] {
  const { collection } = permalink
  const campaign = collection === 'campaigns' ? permalink : permalink.campaign
  const { slug, title } = campaign ?? {}
  const ofCampaign = slug && hasFeed(slug) ? [{ name: title ?? slug, of: slug }] : []
  return [...ofCampaign, { name: words.plurals[collection], of: collection }].flatMap(
    ({ name, of }) => [
      {
        type: 'application/atom+xml',
        path: feedPathOf(of, 'atom', locale),
        name: `${name} (Atom)`,
      },
      {
        type: 'application/feed+json',
        path: feedPathOf(of, 'json', locale),
        name: `${name} (JSON)`,
      },
    ],
  )
}
