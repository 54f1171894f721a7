import { setTimeout as sleep } from 'node:timers/promises'
import type { CollectionSlug, Payload } from 'payload'
import { forNobody } from '../dependencies/track.ts'
import { changesSlug, type StoredEntry } from './changes-collection.ts'
import { inOwnTransaction } from './own-transaction.ts'
import type { InTransaction, Reference } from './public-state.ts'
import { type Appended, appendAll, type Recorder } from './record.ts'

export type Looking = Pick<Recorder, 'append' | 'referrers'>

const attempts = 5
/** More than are ever committed while a server dies. */
const lately = 200

/** Documents that one transaction has time for: a campaign may be referred to by tens of thousands. */
const atOnce = 500

/**
 * Looks once more, after the commit, at what was appended, for a database whose transactions do not see
 * each other: one may publish a claim while another one withdraws its source. Whichever is committed
 * later then finds what the other one has done.
 */
export async function checkAgain(
  payload: Payload,
  looking: Looking,
  { references, toggled }: Appended,
): Promise<void> {
  const others = await again(payload, async (transaction) => {
    const req = forNobody(transaction)
    const referring: Reference[] = []
    for (const one of toggled) referring.push(...(await looking.referrers(one, req)))
    await appendAll(looking, references, transaction)
    return referring
  })
  for (let at = 0; at < others.length; at += atOnce) {
    const some = others.slice(at, at + atOnce)
    await again(payload, (transaction) => appendAll(looking, some, transaction))
  }
}

/**
 * Looks again at what was appended last, for a server that died between a commit and its second look. What refers to a
 * document is looked at when that came or went: an edited campaign may have more claims than one transaction has time for.
 */
export async function checkLatest(payload: Payload, looking: Looking): Promise<void> {
  const { docs } = await payload.db.find<StoredEntry>({
    collection: changesSlug as CollectionSlug,
    limit: lately,
    pagination: false,
    req: forNobody({}),
    sort: '-at',
  })
  for (const { of, document, kind } of docs) {
    const references = [{ collection: of, id: document }]
    const toggled = kind === 'updated' ? [] : references
    await checkAgain(payload, looking, { references, toggled })
  }
}

type Work<T> = (transaction: InTransaction) => Promise<T>

/** Does it in a transaction, several times if need be: somebody else may be looking at the same documents. */
async function again<T>(payload: Payload, work: Work<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inOwnTransaction(payload, work)
    } catch (error) {
      if (attempt === attempts) throw error
      await sleep(Math.random() * 50 * attempt)
    }
  }
}
