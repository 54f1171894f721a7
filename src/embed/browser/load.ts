import type { Permalink } from '../../permalinks/schema.ts'

export type Collection = 'campaigns' | 'claims' | 'demands'
export type Document<C extends Collection = Collection> = Extract<Permalink, { collection: C }>

/** Why a document is not public any more, and since when. */
export type Tombstone = { kind: string; at: string }

/** What is at a permalink, and the text it came as. */
export type Loaded = { text: string } & ({ document: Document } | { tombstone: Tombstone })

export type Place = {
  api: string
  collection: Collection
  slug: string
  /** The language to have it in, if that is not the reader's own. */
  language: string
}

/** Requests under way: elements that show the same ask once. */
const flights = new Map<string, Promise<Loaded | undefined>>()

/**
 * Asks for what is at a permalink now. The browser sends along what it has, so that it comes again only
 * when it has changed.
 *
 * @returns undefined when nothing is there to be shown, or the server cannot be reached
 */
export function load(place: Place): Promise<Loaded | undefined> {
  const key = Object.values(place).join(' ')
  const flight = flights.get(key) ?? ask(place).catch(() => undefined)
  flights.set(key, flight)
  void flight.then(() => flights.delete(key))
  return flight
}

async function ask({ api, collection, slug, language }: Place): Promise<Loaded | undefined> {
  const response = await fetch(`${api}/${collection}/${encodeURIComponent(slug)}?format=json`, {
    cache: 'no-cache',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    ...(language ? { headers: { 'Accept-Language': language } } : {}),
  })
  // Also of what is not shown, for an answer that is left unread holds its connection.
  const text = await response.text()
  if (!response.ok && response.status !== 410) return undefined
  const body = JSON.parse(text)
  if (response.status === 410) return body.tombstone && { text, tombstone: body.tombstone }
  return body.collection === collection ? { text, document: body } : undefined
}
