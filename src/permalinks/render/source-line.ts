import type { ResourcePermalink } from '../schema.ts'
import { html, type Markup } from './html.ts'
import { external, langOf, linkTo, time, type View } from './view.ts'

type Source = Pick<
  ResourcePermalink,
  'id' | 'slug' | 'title' | 'kind' | 'publisher' | 'authors' | 'publishedOn' | 'url'
>

/** A resource in a line: what it is called, by whom, of what kind, of when. */
export function sourceLine(view: View, source: Source): Markup {
  const { id, slug, title, url, publisher, authors, publishedOn, kind } = source
  const name = html`<cite${langOf(view, id, 'title')}>${title ?? url ?? slug}</cite>`
  const linked = slug
    ? html`<a href="${linkTo(view, 'resources', slug)}">${name}</a>`
    : url
      ? external(url, name)
      : name
  const by = [authors.join(', '), publisher].filter(Boolean).join(' · ')
  return html`<p>${linked}${by && html`. ${by}`}${
    publishedOn && html`, ${time(view, publishedOn)}`
  }${kind && kind !== 'other' && html` <span class="small">(${view.words.resourceKinds[kind]})</span>`}</p>`
}
