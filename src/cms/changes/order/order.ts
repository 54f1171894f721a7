import type { Change } from '../../../changes/change.ts'
import type { StoredEntry } from '../changes-collection.ts'
import type { InTransaction } from '../public-state.ts'

/** How entries get their places, which takes another way on each database. */
export type Order = {
  /** What a new entry is given in the transaction of its change. */
  place(req: InTransaction): Promise<Pick<StoredEntry, 'at' | 'sequence' | 'pending'>>
  /** Gives a place to every committed entry that has none. */
  settle(): Promise<void>
  /** Entries after the one with that sequence, in order; only what is committed for good. */
  readAfter(sequence: number, limit: number): Promise<Change[]>
  latest(): Promise<number>
  /** Entries of documents with these ids, after the one with that sequence; only what is committed for good. */
  ofDocuments(ids: readonly string[], after: number): Promise<Change[]>
  /** The ids of documents that have entries, in order, one for each entry. */
  idsAfter(id: string, limit: number): Promise<string[]>
  /** Calls `wake` soon after another process may have appended; returns a function that ends it. */
  watch(wake: () => void): () => Promise<void>
}

/** An entry that has its place, as followers get it. */
export const changeOf = (entry: StoredEntry): Change => ({
  sequence: entry.sequence ?? 0,
  collection: entry.of,
  id: entry.document,
  revision: entry.revision,
  slug: entry.slug ?? null,
  kind: entry.kind as Change['kind'],
  locales: entry.locales,
  at: new Date(entry.at).toISOString(),
  digest: entry.digest ?? null,
  ...(entry.state.corrects ? { isCorrection: true } : {}),
})

/**
 * The time that an entry takes its place at. Where the clock is behind the entry ahead of it, which
 * another server may have written, the log's time goes on by a second: times in HTTP have no finer
 * grain, and two states of a document must not share one.
 */
export function timeAfter(ahead: string | Date | undefined, now = Date.now()): string {
  const before = ahead ? new Date(ahead).getTime() : 0
  return new Date(now >= before ? now : before + 1000).toISOString()
}

type Timed = { document: string; at: Date }

/**
 * The times of entries that take their places one behind the other: that of the change, or of the entry
 * ahead where that is later; and a second after the document's entry before, where the clock was behind
 * that. Whoever computes it comes to the same.
 *
 * @param ahead the time of the entry ahead of the first
 * @param earlier entries of the same documents that have their places, in order
 */
export function timesInOrder(
  entries: readonly Timed[],
  ahead: Date | undefined,
  earlier: readonly Timed[],
): Date[] {
  const ofDocument = new Map(earlier.map(({ document, at }) => [document, at.getTime()]))
  let last = ahead?.getTime() ?? 0
  return entries.map(({ document, at }) => {
    const own = at.getTime()
    const before = ofDocument.get(document) ?? 0
    last = Math.max(own, last, own < before ? before + 1000 : 0)
    ofDocument.set(document, last)
    return new Date(last)
  })
}

/** Calls `wake` at an interval, in milliseconds. */
export function poll(interval: number, wake: () => void): () => Promise<void> {
  const timer = setInterval(wake, interval)
  timer.unref()
  return async () => clearInterval(timer)
}
