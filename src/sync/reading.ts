import { type Change, documentKey, isTombstone, newestEach } from '../changes/change.ts'
import type { ChangeLog } from '../changes/change-log.ts'
import type { Publications } from '../changes/publications.ts'
import type { Entry } from './entry.ts'
import { after, markOf, type Place } from './place.ts'
import { StartOver } from './refusals.ts'

type Page = {
  entries: Entry[]
  /** The place behind the page. */
  place: Place
  /** Whether there was more when it was read. */
  hasMore: boolean
}

export type Reading = {
  /** The place of an empty copy. */
  begin(collections: Place['collections']): Promise<Place>
  /** The place of a copy that is current. */
  now(collections: Place['collections']): Promise<Place>
  /**
   * What a copy needs next.
   *
   * @throws StartOver when the log does not lead on from that place
   */
  read(place: Place, limit: number): Promise<Page>
  /** These changes with their documents, without those that newer ones have replaced. */
  describe(changes: readonly Change[]): Promise<Entry[]>
}

/** Entries looked through for a page of some collections alone. */
const scanned = 2000
/** Documents read at once. */
const slice = 50
/** Characters of documents after which a page ends. */
const pageSize = 4_000_000

/**
 * Reads the change log for those who keep a copy.
 *
 * Of each document the log always holds the newest entry, so a whole copy is the log from its beginning,
 * without tombstones. An entry that a newer one has replaced is passed over: the newer one is still ahead. So
 * nothing that was withdrawn before the copy was begun is ever given out, and a tombstone is needed only when it is
 * newer than the beginning.
 */
export function createReading(log: ChangeLog, publications: Publications): Reading {
  const begin = async (collections: Place['collections']): Promise<Place> => ({
    log: await log.identity(),
    sequence: 0,
    mark: '',
    from: await log.latest(),
    collections,
  })

  async function now(collections: Place['collections']): Promise<Place> {
    const place = await begin(collections)
    const [newest] = await log.readAfter(Math.max(0, place.from - 1), 1)
    return newest ? after(place, newest) : place
  }

  async function read(place: Place, limit: number): Promise<Page> {
    const most = place.collections ? Math.max(limit, scanned) : limit
    // From the entry of the place on, and one more than the page may have.
    const found = await log.readAfter(Math.max(0, place.sequence - 1), most + 2)
    await checkPlace(place, found)
    const ahead = found.filter(({ sequence }) => sequence > place.sequence)
    const { wanted, last } = take(ahead.slice(0, most), place, limit)
    if (!last) return { entries: [], place, hasMore: false }

    // A tombstone that the copy needs not replaces what is before it all the same.
    const current = (await withoutReplaced(wanted)).filter((change) => isWanted(change, place))
    const entries = await withDocuments(current, pageSize)
    const isCut = entries.length < current.length
    const end = isCut ? (entries.at(-1)?.change ?? last) : last
    return { entries, place: after(place, end), hasMore: end !== ahead.at(-1) }
  }

  /** The horizon is asked after the entries: what was dropped before they were read is known by then. */
  async function checkPlace(place: Place, found: Change[]): Promise<void> {
    const [identity, horizon] = await Promise.all([log.identity(), log.horizon()])
    if (place.log !== identity) throw new StartOver('The token is of another database.')
    if (Math.max(place.sequence, place.from) < horizon) {
      throw new StartOver('The token is too old: tombstones after it have been dropped.')
    }
    if (place.sequence === 0) return
    const [first] = found
    // The newest entry is never dropped, so there is one at the place or behind it, unless time went back.
    const isOther = first?.sequence === place.sequence && markOf(first) !== place.mark
    if (!first || isOther)
      throw new StartOver('The database has been put back to an earlier state.')
  }

  async function withoutReplaced(changes: Change[]): Promise<Change[]> {
    const newest = newestEach(changes)
    const later = await log.newestOf(newest, changes.at(-1)?.sequence ?? 0)
    const replaced = new Set(later.map(documentKey))
    return newest.filter((change) => !replaced.has(documentKey(change)))
  }

  async function withDocuments(changes: Change[], maxSize: number): Promise<Entry[]> {
    const entries: Entry[] = []
    let size = 0
    for (let i = 0; i < changes.length; i += slice) {
      for (const entry of await contentsOf(changes.slice(i, i + slice))) {
        if (size > maxSize) return entries
        size += entry.content?.length ?? 0
        entries.push(entry)
      }
    }
    return entries
  }

  async function contentsOf(changes: Change[]): Promise<Entry[]> {
    const found = await publications.ofChanges(changes.filter((change) => !isTombstone(change)))
    const contents = new Map(found.map((one) => [one && documentKey(one), one?.content]))
    return changes.map((change) => {
      const content = contents.get(documentKey(change)) ?? null
      if (content === null && !isTombstone(change)) {
        throw new Error(`${documentKey(change)} has no publication ${change.revision}.`)
      }
      return { change, content }
    })
  }

  return {
    begin,
    now,
    read,
    async describe(changes) {
      return withDocuments(await withoutReplaced([...changes]), Number.POSITIVE_INFINITY)
    },
  }
}

/** The changes of a page, and the last one that was looked at for it. */
function take(changes: Change[], place: Place, limit: number) {
  const wanted: Change[] = []
  let last: Change | undefined
  for (const change of changes) {
    last = change
    if (isOf(change, place)) wanted.push(change)
    if (wanted.length === limit) break
  }
  return { wanted, last }
}

/** Whether a change concerns the copy that has come to that place. */
export const isWanted = (change: Change, place: Place): boolean =>
  isOf(change, place) && !(isTombstone(change) && change.sequence <= place.from)

const isOf = ({ collection }: Change, { collections }: Place): boolean =>
  collections === null || collections.includes(collection)
