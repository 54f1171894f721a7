/** What became of a document, as the public sees it. */
export type ChangeKind = 'published' | 'updated' | 'unpublished' | 'deleted' | 'retracted'

/** One entry of the change log: one change of what the public can see. */
export type Change = {
  /** Its place in the log, from 1. */
  sequence: number
  collection: string
  /** The document's id. */
  id: string
  /** The document's own count of its changes, from 1. */
  revision: number
  /** The name in addresses after the change; of a document that is gone, its last one. */
  slug: string | null
  kind: ChangeKind
  /** The languages whose readers see something else than before. */
  locales: string[]
  /** When it took its place, as an ISO date; never before the entry ahead of it. */
  at: string
  /**
   * SHA-256, in hexadecimal, of the document as a reader gets it with `depth=0&locale=all`, in the
   * canonical form of RFC 8785; null of a document that is gone.
   */
  digest: string | null
  /** Whether an edit changed what was claimed, as the config of its collection sees it. */
  isCorrection?: true
}

/** Whether the public cannot see the document any more: the entry is its tombstone. */
export const isTombstone = ({ kind }: Pick<Change, 'kind'>): boolean =>
  kind === 'unpublished' || kind === 'deleted'

/** One document, whatever its collection, as a key of maps and sets. */
export const documentKey = ({ collection, id }: Pick<Change, 'collection' | 'id'>): string =>
  `${collection}/${id}`

/** The newest change of each document, in the order in which these came. */
export function newestEach<C extends Pick<Change, 'collection' | 'id' | 'revision'>>(
  changes: readonly C[],
): C[] {
  const newest = new Map<string, C>()
  for (const change of changes) {
    const key = documentKey(change)
    if ((newest.get(key)?.revision ?? 0) < change.revision) newest.set(key, change)
  }
  return changes.filter((change) => newest.get(documentKey(change)) === change)
}
