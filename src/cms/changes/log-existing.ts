import type { CollectionSlug, Payload } from 'payload'
import { forNobody } from '../dependencies/track.ts'
import { keepValue, keptValue } from '../kept-values.ts'
import type { Looking } from './check-again.ts'
import { inOwnTransaction } from './own-transaction.ts'
import type { InTransaction, Reference } from './public-state.ts'

const loggedKey = 'handbill.publications.logged'
const atOnce = 25

/** Appends what has become of a document, and adds the publication that its entry is without. */
type Complete = { complete(reference: Reference, req: InTransaction): Promise<void> }

/**
 * Appends what was public before the log, or the publications, were kept of its collection: content of an
 * earlier version, or of another Payload project. It does so once for each collection, and goes on where it was ended.
 *
 * @param isEnded asked between the steps, so that a server can close meanwhile
 */
export async function logExisting(
  payload: Payload,
  collections: Iterable<string>,
  looking: Looking & Complete,
  isEnded: () => boolean,
): Promise<void> {
  const logged = (await keptValue<string[]>(payload, loggedKey)) ?? []
  for (const collection of collections) {
    if (logged.includes(collection)) continue
    if (!(await logCollection(payload, collection, looking, isEnded))) return
    logged.push(collection)
    await keepValue(payload, loggedKey, logged)
  }
}

/** @returns whether it came to the end */
async function logCollection(
  payload: Payload,
  collection: string,
  looking: Looking & Complete,
  isEnded: () => boolean,
): Promise<boolean> {
  for (let after: string | number | undefined; ; ) {
    if (isEnded()) return false
    const { docs } = await payload.db.find<{ id: string | number }>({
      collection: collection as CollectionSlug,
      limit: atOnce,
      pagination: false,
      req: forNobody({}),
      select: {},
      sort: 'id',
      ...(after === undefined ? {} : { where: { id: { greater_than: after } } }),
    })
    const ids = docs.map(({ id }) => id)
    if (ids.length > 0) await logDocuments(payload, collection, ids.map(String), looking)
    if (ids.length < atOnce) return true
    after = ids.at(-1)
  }
}

async function logDocuments(
  payload: Payload,
  collection: string,
  ids: string[],
  { append, complete }: Looking & Complete,
) {
  await inOwnTransaction(payload, async (transaction) => {
    const req = forNobody(transaction)
    const appended = await append(collection, ids, req)
    for (const id of ids.filter((one) => !appended.has(one)))
      await complete({ collection, id }, req)
  })
}
