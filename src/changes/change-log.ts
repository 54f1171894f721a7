import type { Change } from './change.ts'

type DocumentReference = Pick<Change, 'collection' | 'id'>

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
  /** @returns when something last changed, as an ISO date; undefined when nothing ever did */
  lastChanged(): Promise<string | undefined>
  /** @returns the newest entry of the document that readers knew, or know, by that name */
  latestNamed(collection: string, slug: string): Promise<Change | undefined>
  /** @returns the tombstones of documents that are still gone, the newest first, at most `limit` */
  latestGone(collection: string, limit: number): Promise<Change[]>
  /** @returns the newest entry of each of these documents that has one after that sequence */
  newestOf(documents: readonly DocumentReference[], after: number): Promise<Change[]>
  /**
   * Goes through the documents that have entries by their ids, in order of the ids' characters.
   *
   * @returns the next ids, and whether none come after them
   */
  idsAfter(id: string, limit: number): Promise<{ ids: string[]; isEnd: boolean }>
  /** @returns a name that no other database's log has, the same on every server and after a restart */
  identity(): Promise<string>
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
