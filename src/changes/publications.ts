import type { Change, ChangeKind } from './change.ts'

/** What the public saw of a document from one change of it on. */
export type Publication = {
  collection: string
  /** The document's id. */
  id: string
  /** The document's own count of what the public has seen of it, from 1. */
  revision: number
  /** The name in addresses; of a document that is gone, its last one. */
  slug: string | null
  kind: ChangeKind
  locales: string[]
  /** From when on, as an ISO date; never before that of the revision before. */
  at: string
  /** As in the change log. */
  digest: string | null
  /**
   * The document as a reader gets it with `depth=0&locale=all`, in the canonical JSON of RFC 8785, whose
   * SHA-256 the digest is; null of a document that is gone.
   */
  content: string | null
}

/** A publication without what was published. */
export type PublicationHead = Omit<Publication, 'content'>

/**
 * Every state in which the public has ever seen a document. It is added to with each change, in the same
 * transaction, and never taken from: the change log is folded, this is not.
 */
export type Publications = {
  /** @returns what stood at that time; undefined when nothing had been public by then */
  asOf(collection: string, id: string, at: Date): Promise<Publication | undefined>
  /** @returns what the document that had the name at that time was then */
  namedAsOf(collection: string, slug: string, at: Date): Promise<Publication | undefined>
  /** @returns one revision of a document */
  revision(collection: string, id: string, revision: number): Promise<Publication | undefined>
  /** @returns a document's revisions from the first on, at most `limit` after the one given */
  revisions(
    collection: string,
    id: string,
    after: number,
    limit: number,
  ): Promise<PublicationHead[]>
  /** @returns the newest revision of each of these documents that has ever been public */
  newestOf(documents: readonly Pick<Change, 'collection' | 'id'>[]): Promise<PublicationHead[]>
  /** @returns what the document is now, or how it came to be withdrawn */
  latest(collection: string, id: string): Promise<PublicationHead | undefined>
  /** @returns the nearest revision before or after the one given that there was something to read of */
  nearest(
    collection: string,
    id: string,
    side: 'before' | 'after',
    revision: number,
  ): Promise<PublicationHead | undefined>
  /** @returns what the first document that had the name was then */
  firstNamed(collection: string, slug: string): Promise<PublicationHead | undefined>
  /** @returns what the last document that had the name was then */
  lastNamed(collection: string, slug: string): Promise<PublicationHead | undefined>
  /** @returns what the last upload was whose file had the name */
  lastFiled(collection: string, filename: string): Promise<Publication | undefined>
  /** @returns what the public saw from each of these changes on, in their order */
  ofChanges(changes: readonly Change[]): Promise<(Publication | undefined)[]>
}
