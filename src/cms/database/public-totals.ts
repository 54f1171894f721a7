import type { BaseDatabaseAdapter, Where } from 'payload'
import { withKnownTotals } from './known-totals.ts'

type FindArgs = { collection: string; req?: { user?: unknown }; where?: unknown }

/**
 * Remembers how many documents readers' lists have, for a database that does not tell of writes by itself,
 * as MongoDB: what is published changes only when the change log says so. Editors' lists hold drafts, of
 * which no log tells, and are counted each time.
 *
 * @param covers whether changes of that collection are in the change log
 * @param version of what is public, as this process knows it; an acknowledged write is in it
 */
export function withPublicTotals(
  db: Pick<BaseDatabaseAdapter, 'find'>,
  covers: (collection: string) => boolean,
  version: () => unknown,
): void {
  withKnownTotals(db, (args) => {
    const { collection, req, where } = args as FindArgs
    const isPublic = !req?.user && covers(collection) && asksForPublished(where as Where)
    return isPublic ? version() : undefined
  })
}

const asksForPublished = (where: Where | undefined): boolean =>
  Object.entries(where ?? {}).some(([name, value]) =>
    name.toLowerCase() === 'and' && Array.isArray(value)
      ? value.some((inner) => asksForPublished(inner as Where))
      : name === '_status' && Object(value).equals === 'published',
  )
