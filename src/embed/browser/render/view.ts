import { type Words, wordsFor } from '../../../permalinks/words/words.ts'
import { add, type Child, make } from '../dom.ts'
import type { Document } from '../load.ts'

/** What a document is shown with. */
export type View = {
  words: Words
  /** The level of the highest heading. */
  level: number
  /** Where the API is that pictures come from. */
  api: string
  /** Where the documents' pages are. */
  pages: string
  /** The language of a text, where it is another than the document's. */
  languageOf(id: string | null, field: string): string | undefined
  /** What the address of a page ends in, where a language was asked for. */
  query: string
}

export function viewOf(document: Document, api: string, level: number, isChosen: boolean): View {
  const { collection, locale, permalink, slug, untranslated = [] } = document
  const others = new Map(untranslated.map((text) => [`${text.id}.${text.field}`, text.locale]))
  return {
    words: wordsFor(locale),
    level,
    languageOf: (id, field) => others.get(`${id}.${field}`),
    api,
    pages: permalink.slice(0, -`/${collection}/${slug}`.length),
    query: isChosen ? `?locale=${encodeURIComponent(locale)}` : '',
  }
}

/** An editor's text, which says its language where that is another than the document's. */
export function own(
  view: View,
  id: string | null,
  field: string,
  text: string | null | undefined,
): Child {
  const lang = text ? view.languageOf(id, field) : undefined
  return lang ? make('span', { lang }, text) : text
}

/** The address of a document's page. */
export const pageOf = (view: View, collection: string, slug: string): string =>
  `${view.pages}/${collection}/${slug}${view.query}`

/** A link where the address is one that a browser may follow, or else the text alone. */
export function link(
  href: string | null | undefined,
  text: Child,
  name = 'a',
  part?: string,
): Child {
  return href && /^https?:\/\//i.test(href) ? make(name, { href, part }, text) : text
}

export const heading = (view: View, below: number, look: string, ...text: Child[]): HTMLElement =>
  make(`h${Math.min(6, view.level + below)}.${look}`, { part: 'heading' }, text)

export const time = ({ words }: View, iso: string): HTMLElement =>
  make('time', { datetime: iso.slice(0, 10) }, words.day(iso))

/** Facts in a row; those without a value are left out. */
export function facts(rows: [label: string, value: Child][]): HTMLElement | false {
  const said = rows.filter(([, value]) => value)
  return (
    said.length > 0 &&
    make(
      'ul.facts',
      { part: 'facts' },
      said.map(([label, value]) => make('li', {}, label && `${label}: `, value)),
    )
  )
}

/** What is opened on demand; the key keeps it open when the document changes. */
export function folded(key: string, label: string, content: Child): HTMLElement {
  return make('details', { part: 'details', 'data-key': key }, make('summary', {}, label), content)
}

/** What every document ends in: where it is from. */
export function footer(view: View, document: Document): HTMLElement {
  const { permalink, updatedAt } = document
  const { host, pathname } = new URL(permalink)
  const foot = make('footer', { part: 'footer' })
  add(foot, [
    link(permalink + view.query, host + pathname, 'a', 'permalink'),
    ` · ${view.words.updatedOn(updatedAt)}`,
  ])
  return foot
}
