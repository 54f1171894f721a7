import type { CollectionSlug, Payload } from 'payload'
import { isTombstone } from '../../changes/change.ts'
import { keepValue, keptValue } from '../kept-values.ts'
import { changesSlug, type StoredEntry } from './changes-collection.ts'
import { changeOf } from './order/order.ts'

export type Retention = {
  /** Entries that a later one of the same document replaces are kept that long, in days. */
  history: number
  /** Tombstones are kept that long, in days: whoever follows more slowly must start over. */
  tombstones: number
}

const collection = changesSlug as CollectionSlug
const horizonKey = 'handbill.changes.horizon'
const page = 500
const day = 24 * 60 * 60 * 1000

/**
 * Folds old entries, so that the log grows with the number of documents and not with that of edits: of a
 * document its newest entry stays, and the newest under each name that readers knew it by. Tombstones go
 * after their time. The entry with the highest number stays in any case, for the next one counts on from it.
 *
 * Any number of servers may do so at once. A follower that is behind gets fewer steps and the same end.
 *
 * @returns how many entries were removed
 */
export async function compact(
  payload: Payload,
  retention: Retention,
  now = Date.now(),
): Promise<number> {
  const foldable = await foldableEntries(payload, {
    history: now - retention.history * day,
    tombstones: now - retention.tombstones * day,
  })
  if (foldable.horizon > (await horizon(payload))) {
    await keepValue(payload, horizonKey, foldable.horizon)
  }
  for (let i = 0; i < foldable.ids.length; i += page) {
    const where = { id: { in: foldable.ids.slice(i, i + page) } }
    await payload.db.deleteMany({ collection, where })
  }
  return foldable.ids.length
}

/** @returns the number of the newest tombstone that was dropped; 0 when none was */
export const horizon = async (payload: Payload): Promise<number> =>
  (await keptValue<number>(payload, horizonKey)) ?? 0

type Before = { history: number; tombstones: number }

async function foldableEntries(payload: Payload, before: Before) {
  const ids: string[] = []
  const named = new Set<string>()
  /** By document, whether nothing is to be left of it. */
  const isGone = new Map<string, boolean>()
  let droppedUpTo = 0
  let isHighest = true

  for await (const entry of newestFirst(payload)) {
    const change = changeOf(entry)
    const document = `${change.collection}/${change.id}`
    const name = `${document}/${change.slug}`
    const at = Date.parse(change.at)
    if (!isGone.has(document)) {
      const gone = isTombstone(change) && at < before.tombstones && !isHighest
      isGone.set(document, gone)
      if (gone) droppedUpTo = Math.max(droppedUpTo, change.sequence)
    }
    if (isGone.get(document) || (named.has(name) && at < before.history)) ids.push(entry.id)
    named.add(name)
    isHighest = false
  }
  return { ids, horizon: droppedUpTo }
}

async function* newestFirst({ db }: Payload): AsyncGenerator<StoredEntry> {
  let below = Number.MAX_SAFE_INTEGER
  for (;;) {
    const { docs } = await db.find<StoredEntry>({
      collection,
      limit: page,
      pagination: false,
      sort: '-sequence',
      // An entry that has no place yet replaces nothing: its time is to come.
      where: { sequence: { less_than: below } },
    })
    yield* docs
    if (docs.length < page) return
    below = docs.at(-1)?.sequence ?? 0
  }
}
