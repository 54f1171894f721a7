import { wordsFor } from '../../../permalinks/words/words.ts'
import { type Child, make } from '../dom.ts'
import type { Document, Loaded, Place, Tombstone } from '../load.ts'
import { campaign } from './campaign.ts'
import { claim } from './claim.ts'
import { demand } from './demand.ts'
import { footer, link, type View, viewOf } from './view.ts'

/** Shows what is at a permalink. */
export function render(loaded: Loaded, place: Place, level: number): HTMLElement {
  if ('tombstone' in loaded) return withdrawn(loaded.tombstone, place)
  const { document } = loaded
  const view = viewOf(document, place.api, level, place.language !== '')
  const { locale } = document
  return make(
    'article.card',
    { part: 'card', lang: locale },
    contentOf(view, document),
    footer(view, document),
  )
}

function contentOf(view: View, document: Document): Child[] {
  switch (document.collection) {
    case 'claims':
      return claim(view, document)
    case 'demands':
      return demand(view, document)
    case 'campaigns':
      return campaign(view, document)
  }
}

/** What was withdrawn is not shown any more, also not as the page itself has it inside the element. */
function withdrawn({ at, kind }: Tombstone, { api, collection, language, slug }: Place) {
  const words = wordsFor(language || navigator.language)
  const { gone, goneKinds, goneText } = words.errors
  const { host, pathname, href } = new URL(`${api}/${collection}/${slug}`)
  return make(
    'div.card',
    { part: 'card', lang: words.locale },
    make(
      'div.notice',
      { part: 'notice withdrawn', role: 'note' },
      make('p', {}, make('strong', {}, gone)),
      make('p', {}, goneText(words.kinds[collection], at)),
      make('p', {}, kind === 'deleted' ? goneKinds.deleted : goneKinds.unpublished),
    ),
    make('p.small', {}, link(href, host + pathname, 'a', 'permalink')),
  )
}
