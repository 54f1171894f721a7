import { type Place, pathOf } from '../address.ts'
import type { Untranslated } from '../untranslated.ts'
import type { Words } from '../words/words.ts'
import type { Earlier } from './earlier.ts'
import { html, type Markup, markup } from './html.ts'
import type { Preview } from './preview.ts'

/** What a page is made with, beside what it shows. */
export type View = {
  /** What the page says of its own, in the language of the page. */
  words: Words
  publicUrl: string
  /** The language that the content is in. */
  locale: string
  /** The language of what is not in it. */
  fallback: string
  untranslated: Untranslated
  /** The campaign that the document belongs to. */
  campaignId: string | undefined
  /** The language that the address names. */
  chosen: string | undefined
  /** The language asked for, when the document is not in it. */
  missing: string | undefined
  /** Of a page that shows an earlier version. */
  earlier?: Earlier
  /** Of a page that shows a draft. */
  preview?: Preview
}

/** The language that a text is in. */
export const languageOf = (view: View, id: string | null | undefined, field: string): string =>
  view.untranslated.has(`${id}.${field}`) ? view.fallback : view.locale

/** A `lang` attribute for a text in another language than the page's own words. */
export const langOf = (view: View, id: string | null | undefined, field: string) =>
  langAttribute(view, languageOf(view, id, field))

/** A `lang` attribute for what says its language itself. */
export const langAttribute = (
  view: Pick<View, 'words'>,
  language: string | null | undefined,
): Markup | false =>
  Boolean(language) && language !== view.words.locale && html` lang="${language}"`

/**
 * An editor's text inside a page.
 *
 * @param level that its highest heading has here
 */
export const richText = (
  view: View,
  { id, bodyHtml }: { id?: string | null; bodyHtml: string },
  level: number,
): Markup | false =>
  bodyHtml !== '' &&
  html`<div class="text"${langOf(view, id, 'body')}>${markup(withHeadingsFrom(bodyHtml, level))}</div>`

/** Headings in steps of one from the level on, so that the outline of the page has no gaps. */
export function withHeadingsFrom(safe: string, level: number): string {
  // In rich text nothing else than a tag can look like one.
  const used = [...new Set(Array.from(safe.matchAll(/<h([1-6])\b/g), ([, n]) => n))].sort()
  return safe.replace(
    /<(\/?)h([1-6])\b/g,
    (_, slash, n) => `<${slash}h${Math.min(6, level + used.indexOf(n))}`,
  )
}

/** The path of a document's page; who has chosen a language keeps it. */
export const linkTo = (view: View, collection: Place['collection'], slug: string): string =>
  pathOf({ collection, slug }, view.chosen)

/** A web address that a browser may follow; what was written past the checks is shown, and is no link. */
export const isWebAddress = (url: string | null | undefined): url is string =>
  Boolean(url) && /^https?:\/\//i.test(url ?? '') && URL.canParse(url ?? '')

/** An address as people read it. */
export function external(
  url: string,
  text: string | Markup = shortened(url),
  look?: string,
): Markup {
  if (!isWebAddress(url)) return html`${text}`
  return html`<a href="${url}" rel="external"${look && html` class="${look}"`}>${text}</a>`
}

function shortened(url: string): string {
  const bare = url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
  return bare.length > 60 ? `${bare.slice(0, 59)}…` : bare
}

export const time = (view: View, iso: string): Markup =>
  html`<time datetime="${iso.slice(0, 10)}">${view.words.day(iso)}</time>`

/** Rows of a description list; those without a value are left out. */
export function details(
  rows: [label: string | Markup, value: Markup | string | false | null | undefined][],
) {
  const said = rows.filter(([, value]) => Boolean(value))
  return (
    said.length > 0 &&
    html`<dl>${said.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`
  )
}

/** The campaign that a document belongs to, as a row of its details. */
export function campaignRow(
  view: View,
  campaign: { slug: string | null; title: string | null } | null,
): [label: string, value: Markup | false] {
  const lang = langOf(view, view.campaignId, 'title')
  return [
    view.words.labels.campaign,
    Boolean(campaign?.slug) &&
      html`<a href="${linkTo(view, 'campaigns', campaign?.slug ?? '')}"${lang}>${campaign?.title ?? campaign?.slug}</a>`,
  ]
}
