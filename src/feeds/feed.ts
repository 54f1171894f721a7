/** A feed, whichever format it is written in. */
export type Feed = {
  id: string
  title: string
  locale: string
  updated: string
  /** Absolute addresses: of the feed, and of the page that it goes with. */
  self: string
  home: string
  /** Who stands for it. */
  author: string
  entries: Entry[]
  deleted: { id: string; at: string }[]
}

export type Entry = {
  id: string
  url: string
  title: string
  /** The language that it is in, where that is not the feed's. */
  locale: string
  updated: string
  created: string
  /** Kind of document, and status where it has one. */
  categories: string[]
  contentHtml: string
}
