import { type Change, isTombstone } from '../changes/change.ts'

/** A change with what the public sees of its document from then on. */
export type Entry = {
  change: Change
  /** The document in canonical JSON; null of one that is gone. */
  content: string | null
}

/**
 * An entry as JSON. The document stands in it as it is kept, byte for byte, so that its digest can be
 * computed from the answer's own text.
 */
export function entryJson({ change, content }: Entry, withDocument = true): string {
  const head = JSON.stringify(headOf(change))
  return withDocument ? `${head.slice(0, -1)},"document":${content ?? 'null'}}` : head
}

/** What is said of a change beside the document. */
export function headOf(change: Omit<Change, 'sequence' | 'isCorrection'>) {
  const { collection, id, slug, kind, locales, at, revision, digest } = change
  const head = { collection, id, slug, kind, locales, at, revision, digest }
  return isTombstone(change) ? { ...head, tombstone: true } : head
}
