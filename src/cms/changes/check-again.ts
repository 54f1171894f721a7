import { setTimeout as sleep } from 'node:timers/promises'
import type { CollectionSlug, Payload } from 'payload'
import { forNobody } from '../dependencies/track.ts'
import { changesSlug, type StoredEntry } from './changes-collection.ts'
import type { Reference } from './public-state.ts'
import { type Appended, appendAll, type Recorder } from './record.ts'

export type Looking = Pick<Recorder, 'append' | 'referrers'>

const attempts = 5
/** More than are ever committed while a server dies. */
const lately = 200

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
  for (let attempt = 1; ; attempt++) {
    try {
      await inTransaction(payload, async (transactionID) => {
        const req = forNobody({ transactionID })
        const others: Reference[] = []
        for (const one of toggled) others.push(...(await looking.referrers(one, req)))
        await appendAll(looking, [...references, ...others], { transactionID })
      })
      return
    } catch (error) {
      // Somebody else may be looking at the same documents.
      if (attempt === attempts) throw error
      await sleep(Math.random() * 50 * attempt)
    }
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

async function inTransaction(
  { db }: Payload,
  run: (transactionID: string | number) => Promise<void>,
): Promise<void> {
  const transactionID = await db.beginTransaction()
  if (!transactionID) return
  try {
    await run(transactionID)
    await db.commitTransaction(transactionID)
  } catch (error) {
    await db.rollbackTransaction(transactionID)
    throw error
  }
}
