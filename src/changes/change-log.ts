import type { Change } from './change.ts'

/**
 * What happened, in order. Followers read it; nothing else tells them of changes.
 *
 * Every committed change of what the public sees has one entry, and an aborted one has none. Whoever
 * has read up to an entry has read all before it: none comes in between later, in any process.
 */
export type ChangeLog = {
  /** @returns the entries after the one with that sequence, in order, at most `limit` */
  readAfter(sequence: number, limit: number): Promise<Change[]>
  /** @returns the sequence of the newest entry; 0 when there is none */
  latest(): Promise<number>
  /** @returns when each collection last changed, as an ISO date, for those that did */
  lastChanged(): Promise<Map<string, string>>
  /** @returns the newest entry of the document that readers knew, or know, by that name */
  latestNamed(collection: string, slug: string): Promise<Change | undefined>
  /** @returns the tombstones of documents that are still gone, the newest first, at most `limit` */
  latestGone(collection: string, limit: number): Promise<Change[]>
  /**
   * Folds entries that later ones have replaced, and drops old tombstones.
   *
   * @returns how many entries were removed
   */
  compact(): Promise<number>
  /** @returns up to which entry a follower must have read to have missed no dropped tombstone */
  horizon(): Promise<number>
  /**
   * Calls `wake` soon after another process may have appended. It may call too often.
   *
   * @returns a function that ends it
   */
  watch(wake: () => void): () => Promise<void>
  /**
   * Has `follow` called after each commit in this process that appended; the commit is not reported
   * to the writer before it has settled.
   *
   * @returns a function that ends it
   */
  afterCommit(follow: () => Promise<void>): () => void
}
