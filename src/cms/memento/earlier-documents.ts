import type { CollectionSlug, Payload } from 'payload'
import { isTombstone } from '../../changes/change.ts'
import { changeLogOf, type Logged } from '../changes/change-log.ts'
import { documentInLanguage, type Language } from './in-language.ts'

type Row = Record<string, unknown> & { id: string }

/** A document that was public at a time and is not withdrawn now. */
export type Earlier = { content: Row; isRetractedNow: boolean }

type Known = { collection: string; id: string; content: string }

/**
 * Reads documents as the public saw them at one time. What is withdrawn now is in none of them.
 *
 * @param known a document whose content is given, whatever stood at the time
 */
export function earlierDocuments(payload: Payload, at: Date, known: Known) {
  const logged = changeLogOf(payload)
  const found = new Map<string, Promise<Earlier | undefined>>()

  /** Looks a document up once, however often it is asked for. */
  function find(collection: string, id: string): Promise<Earlier | undefined> {
    const key = `${collection}/${id}`
    const isKnown = collection === known.collection && id === known.id
    const looked =
      found.get(key) ??
      (logged
        ? lookUp(logged, collection, id, at, isKnown ? known.content : undefined)
        : Promise.resolve(undefined))
    found.set(key, looked)
    return looked
  }

  return {
    find,
    /** @returns those of the documents that were public, in a language */
    async inLanguage(collection: string, ids: Iterable<string>, language: Language) {
      const { flattenedFields } = payload.collections[collection as CollectionSlug].config
      const all = await Promise.all([...new Set(ids)].map((id) => find(collection, id)))
      return all.flatMap((one) =>
        one ? [documentInLanguage(flattenedFields, one.content, language) as Row] : [],
      )
    },
    /** The documents of a collection so far that have been retracted since. */
    async retractedSince(collection: string): Promise<Row[]> {
      const all = await Promise.all(
        [...found].filter(([key]) => key.startsWith(`${collection}/`)).map(([, one]) => one),
      )
      return all.flatMap((one) =>
        one?.isRetractedNow && !logged?.isRetracted(collection, one.content) ? [one.content] : [],
      )
    },
  }
}

async function lookUp(
  { publications, isRetracted }: Logged,
  collection: string,
  id: string,
  at: Date,
  known: string | undefined,
): Promise<Earlier | undefined> {
  const now = await publications.asOf(collection, id, farFuture)
  if (!now?.content || isTombstone(now)) return undefined
  const content = known ?? (await publications.asOf(collection, id, at))?.content
  return content
    ? {
        content: JSON.parse(content),
        isRetractedNow: isRetracted(collection, JSON.parse(now.content)),
      }
    : undefined
}

/** After everything that can have been published. */
export const farFuture = new Date('9999-12-31T23:59:59.999Z')
