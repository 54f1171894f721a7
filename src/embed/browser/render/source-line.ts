import { make } from '../dom.ts'
import type { Document } from '../load.ts'
import { link, own, pageOf, time, type View } from './view.ts'

type Source = NonNullable<Document<'claims'>['evidence'][number]['source']>

/** A resource in a line: what it is called, by whom, of when. */
export function sourceLine(view: View, source: Source): HTMLElement {
  const { authors, id, publishedOn, publisher, slug, title, url } = source
  const by = [authors.join(', '), publisher].filter(Boolean).join(' · ')
  const address = slug ? pageOf(view, 'resources', slug) : url
  return make(
    'p',
    {},
    link(address, make('cite', {}, own(view, id, 'title', title) ?? url ?? slug)),
    by && `. ${by}`,
    publishedOn && [', ', time(view, publishedOn)],
  )
}
