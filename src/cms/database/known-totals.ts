import type { BaseDatabaseAdapter, PaginatedDocs } from 'payload'
import { type FindArgs as PageArgs, pageOf } from './pages.ts'
import { readKey } from './read-key.ts'

/** As many as a site's lists ask for; what readers make up beyond that pushes the oldest out. */
const maxKept = 500

type FindArgs = PageArgs & {
  collection: string
  locale?: unknown
  req?: { transactionID?: unknown }
  where?: unknown
}
type Find = (this: unknown, args: FindArgs) => Promise<PaginatedDocs>

/**
 * Remembers how many documents a list has, as long as nothing is written: to count them is what takes
 * longer the more there are.
 *
 * @param version differs after any write that could change the list's total; a write that has been
 *   acknowledged must show in it. Undefined where nothing tells of such writes.
 */
export function withKnownTotals(
  adapter: Pick<BaseDatabaseAdapter, 'find'>,
  version: (args: FindArgs) => unknown,
): void {
  const totals = new Totals()
  const find = adapter.find as unknown as Find
  const knowing: Find = async function (args) {
    const { limit, page = 1, pagination = true, req } = args
    if (!pagination || !limit || req?.transactionID) return find.call(this, args)
    const asked = await version(args)
    if (asked === undefined) return find.call(this, args)
    const key = keyOf(args)
    const known = totals.get(asked, key)
    // MongoDB's adapter leaves nothing out before a page that is not counted.
    if (known === undefined || page > 1) {
      const found = await find.call(this, args)
      totals.set(asked, key, found.totalDocs)
      return found
    }
    const { docs } = await find.call(this, { ...args, pagination: false })
    return pageOf(docs, known, args)
  }
  Object.assign(adapter, { find: knowing })
}

function keyOf({ collection, locale, where }: FindArgs): string {
  const { key, ids } = readKey({ collection, locale, where })
  return [key, ...ids].join(' ')
}

/** Totals of one version of the content. */
class Totals {
  private version: unknown
  private readonly kept = new Map<string, number>()

  get(version: unknown, key: string): number | undefined {
    return version === this.version ? this.kept.get(key) : undefined
  }

  set(version: unknown, key: string, total: number): void {
    if (version !== this.version) this.kept.clear()
    this.version = version
    this.kept.delete(key)
    this.kept.set(key, total)
    const [oldest] = this.kept.keys()
    if (this.kept.size > maxKept && oldest !== undefined) this.kept.delete(oldest)
  }
}
