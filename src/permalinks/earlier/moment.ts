import type { Publication, PublicationHead } from '../../changes/publications.ts'
import { endOfSecond } from '../../cms/memento/moment.ts'
import { accepts, type Mistake, mistake } from '../../cms/readers/mistake.ts'

/** A moment as addresses of pages say it. */
export const inAddress = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`

/** When the documents of a page are looked at, and how its address says so. */
export type Moment = { at: Date; said: string | undefined }

/**
 * Reads `at`, the moment at which a revision is shown. While it stood, what it refers to may have changed.
 * Without one it is shown as it was published.
 *
 * @param next the revision that replaced it
 * @returns a mistake where the revision did not stand at that moment
 */
export function readAt(
  said: string | null,
  revision: Publication,
  next: PublicationHead | undefined,
): Moment | Mistake {
  const from = new Date(revision.at)
  if (said === null) return { at: from, said: undefined }
  const at = new Date(said)
  const isMoment = !Number.isNaN(at.getTime()) && inAddress(at) === said
  const end = endOfSecond(at)
  const stood = isMoment && end >= from && (!next || end < new Date(next.at))
  if (stood && at.getTime() <= Date.now()) return { at: end, said }
  const until = next ? new Date(Date.parse(next.at) - 1000) : new Date()
  // Of several revisions within a second only the last one stood at the end of it.
  const moments = until < from ? ['none'] : [inAddress(from), `… ${inAddress(until)}`]
  return mistake('at', accepts(moments))
}
