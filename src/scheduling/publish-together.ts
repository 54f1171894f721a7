import type { PayloadRequest } from 'payload'
import type { NamedCollection } from '../bundle/documents.ts'
import { setStatus } from './set-status.ts'
import { isDue, newestOf, type Standing, standingOf } from './standing.ts'
import type { Item, What } from './what.ts'

/** What is referred to goes first, so that nothing ever rests on what is not there. */
const inOrder: readonly NamedCollection[] = ['resources', 'claims', 'demands', 'campaigns']

/**
 * Publishes or unpublishes documents in the transaction of the request, as its user. What has been
 * published, withdrawn or thrown away meanwhile is passed over.
 *
 * @returns those for which something was done
 * @throws Refused for the first one that may not be; the transaction is at its end then
 */
export async function publishTogether(
  req: PayloadRequest,
  what: What,
  documents: readonly Item[],
): Promise<Standing[]> {
  const done: Standing[] = []
  for (const kind of what === 'publish' ? inOrder : inOrder.toReversed()) {
    const ids = documents.filter(({ relationTo }) => relationTo === kind).map(({ value }) => value)
    if (ids.length === 0) continue
    const newest = await newestOf(req, kind, { id: { in: ids } })
    const due = (await standingOf(req, kind, newest)).filter((one) => isDue(one, what))
    for (const one of due) await setStatus(req, what, one)
    done.push(...due)
  }
  return done
}
