import type { CollectionSlug, Payload, PayloadRequest, TypedLocale } from 'payload'
import type { ReviewState } from '../../collections/fields/review.ts'
import { forNobody } from '../cms/dependencies/track.ts'
import { whereOf } from './where.ts'

export type Hit = {
  id: string
  title: string
  /** The language that the words were found in, and that the title is in. */
  locale: string
  /** What stands of the newest version; media have no drafts. */
  status?: 'draft' | 'published'
  review?: ReviewState
}

export type Group = {
  collection: CollectionSlug
  hits: Hit[]
  /** Whether there are more than are given. */
  hasMore: boolean
}

type Searched = {
  collection: CollectionSlug
  /** What the words may stand in beside the heading: texts in every language, and what has none. */
  texts: readonly string[]
  facts: readonly string[]
}

/** What is searched, in the order in which it is shown. */
const searched: readonly Searched[] = [
  { collection: 'campaigns', texts: ['summary'], facts: ['slug', 'hashtag'] },
  { collection: 'claims', texts: [], facts: ['slug'] },
  { collection: 'demands', texts: [], facts: ['slug', 'addressedTo'] },
  { collection: 'resources', texts: [], facts: ['slug', 'publisher', 'url'] },
  { collection: 'media', texts: [], facts: ['alt', 'credit'] },
]

/** How many documents of each kind are given. */
const most = 5

/**
 * Documents of every kind that have all the words, in any language, in their newest version and outside
 * the trash: what the user may read of them.
 *
 * @returns the kinds in which something was found
 */
export async function searchContent(
  payload: Payload,
  user: PayloadRequest['user'],
  words: readonly string[],
): Promise<Group[]> {
  const { localization } = payload.config
  const locales = localization ? localization.localeCodes : ['en']
  const groups = await Promise.all(
    searched.map(async (one) => {
      const found = await Promise.all(
        locales
          .filter((_, at) => at === 0 || one.collection !== 'media')
          .map((locale, at) =>
            searchIn(payload, user, words, { ...one, locale, isFirst: at === 0 }),
          ),
      )
      const all = new Map(
        found
          .flat()
          .toReversed()
          .map((hit) => [hit.id, hit]),
      )
      const hits = [...all.values()].toReversed()
      const { collection } = one
      return { collection, hits: hits.slice(0, most), hasMore: hits.length > most }
    }),
  )
  return groups.filter(({ hits }) => hits.length > 0)
}

type Place = Searched & { locale: string; isFirst: boolean }

async function searchIn(
  payload: Payload,
  user: PayloadRequest['user'],
  words: readonly string[],
  { collection, facts, isFirst, locale, texts }: Place,
): Promise<Hit[]> {
  const heading = payload.collections[collection].config.admin.useAsTitle ?? 'id'
  const { docs } = await payload.find({
    collection,
    depth: 0,
    draft: true,
    limit: most + 1,
    locale: locale as TypedLocale,
    overrideAccess: false,
    pagination: false,
    req: forNobody({}),
    select: { [heading]: true, _status: true, review: { state: true } } as never,
    sort: '-updatedAt',
    user,
    // What is the same in every language is looked at once.
    where: whereOf(words, { spelled: [heading, ...texts], plain: isFirst ? facts : [] }),
  })
  return (docs as Found[]).map((doc) => ({
    id: String(doc.id),
    title: String(doc[heading] ?? ''),
    locale,
    ...(doc._status ? { status: doc._status } : {}),
    ...(doc.review?.state ? { review: doc.review.state } : {}),
  }))
}

type Found = {
  id: unknown
  _status?: 'draft' | 'published'
  review?: { state?: ReviewState }
  [field: string]: unknown
}
