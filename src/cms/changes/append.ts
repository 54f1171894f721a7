import type { CollectionSlug, Payload } from 'payload'
import { type ChangeKind, isTombstone } from '../../changes/change.ts'
import { changesSlug, type EntryState, type StoredEntry } from './changes-collection.ts'
import { changedLocales } from './digest.ts'
import type { Order } from './order/order.ts'
import {
  type InTransaction,
  type PublicState,
  publicState,
  type Reference,
  type Viewing,
} from './public-state.ts'

/**
 * Appends what has become of a document in this transaction, if the public sees a difference.
 *
 * The log itself knows what the public saw before: what its newest entry of the document says. So it
 * does not matter which way the document was changed, or how often within the transaction.
 *
 * @returns whether it has appended
 */
export async function appendChange(
  payload: Payload,
  order: Order,
  reference: Reference,
  viewing: Viewing,
  req: InTransaction,
): Promise<boolean> {
  const last = await lastEntry(payload, reference, req)
  const before = last && !isTombstone(last as { kind: ChangeKind }) ? last : undefined
  const after = await publicState(payload, reference, viewing, req)
  if (before?.digest === after?.digest) return false

  const kind = after ? kindOf(before, after) : await kindOfAbsence(payload, reference, req)
  const entry = {
    of: reference.collection,
    document: reference.id,
    revision: (last?.revision ?? 0) + 1,
    slug: after ? after.slug : (before?.slug ?? null),
    kind,
    locales: changedLocales(before?.state.locales ?? {}, after?.locales ?? {}),
    digest: after?.digest ?? null,
    state: stateOf(before, after),
    ...(await order.place(req)),
  }
  await payload.db.create({ collection: changesSlug as CollectionSlug, data: entry, req })
  return true
}

function kindOf(before: StoredEntry | undefined, after: PublicState): ChangeKind {
  if (after.retracted && !before?.state.retracted) return 'retracted'
  return before ? 'updated' : 'published'
}

function stateOf(before: StoredEntry | undefined, after: PublicState | undefined): EntryState {
  if (!after) return { locales: {}, retracted: false }
  const { locales, retracted, substance } = after
  // An entry from before the substance was looked at says nothing about it.
  const known = before?.state.substance
  const corrects = known !== undefined && known !== substance
  return {
    locales,
    retracted,
    ...(substance ? { substance } : {}),
    ...(corrects ? { corrects } : {}),
  }
}

/** Unpublished is what editors still have and could publish again as it is; the trash counts as deleted. */
async function kindOfAbsence(
  { db }: Payload,
  { collection, id }: Reference,
  req: InTransaction,
): Promise<ChangeKind> {
  const found = await db.findOne<{ id: string; deletedAt?: unknown }>({
    collection: collection as CollectionSlug,
    req,
    where: { id: { equals: id } },
  })
  return found && !found.deletedAt ? 'unpublished' : 'deleted'
}

async function lastEntry(
  { db }: Payload,
  { collection, id }: Reference,
  req: InTransaction,
): Promise<StoredEntry | undefined> {
  const { docs } = await db.find<StoredEntry>({
    collection: changesSlug as CollectionSlug,
    limit: 1,
    pagination: false,
    req,
    sort: '-revision',
    where: { and: [{ document: { equals: id } }, { of: { equals: collection } }] },
  })
  return docs[0]
}
