import { html } from '../permalinks/render/html.ts'
import type { Entry, Feed } from './feed.ts'

/** The feed as Atom (RFC 4287), with what has left it as deleted entries (RFC 6721). */
export function toAtom(feed: Feed): string {
  const { text } = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="${feed.locale}">
<id>${feed.id}</id>
<title>${feed.title}</title>
<updated>${feed.updated}</updated>
<link rel="self" type="application/atom+xml" href="${feed.self}"/>
<link rel="alternate" type="text/html" href="${feed.home}"/>
<author><name>${feed.author}</name></author>
<generator>Handbill</generator>
${feed.entries.map((one) => entry(one, feed.locale))}${feed.deleted.map(
  ({ id, at }) => html`<at:deleted-entry ref="${id}" when="${at}"/>\n`,
)}</feed>
`
  return text
}

const entry = (one: Entry, locale: string) => html`<entry${
  one.locale !== locale && html` xml:lang="${one.locale}"`
}>
<id>${one.id}</id>
<title>${one.title}</title>
<link rel="alternate" type="text/html" href="${one.url}"/>
<published>${one.created}</published>
<updated>${one.updated}</updated>
${one.categories.map((term) => html`<category term="${term}"/>\n`)}<content type="html">${one.contentHtml}</content>
</entry>
`
