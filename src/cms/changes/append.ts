import type { CollectionSlug, Payload } from 'payload'
import { type ChangeKind, isTombstone } from '../../changes/change.ts'
import {
  publicationsSlug,
  type StoredPublication,
} from '../publications/publications-collection.ts'
import { changesSlug, type EntryState, type StoredEntry } from './changes-collection.ts'
import { changedLocales } from './digest.ts'
import type { Order } from './order/order.ts'
import {
  type InTransaction,
  type PublicState,
  publicStates,
  type Reference,
  type Viewing,
} from './public-state.ts'

/** Whether a document becomes public by a change, or ceases to be. */
export type Appearance = 'comes' | 'goes' | 'stays'

/**
 * Appends what has become of documents of one collection in this transaction, if the public sees a difference.
 *
 * The log itself knows what the public saw before: what its newest entry of the document says. So it
 * does not matter which way the document was changed, or how often within the transaction.
 *
 * What the public sees from now on is added to the publications, too.
 *
 * They are read together: a campaign that comes or goes changes all its claims, in a transaction that has a minute.
 *
 * @returns by id; without those of which the public sees no difference
 */
export async function appendChanges(
  payload: Payload,
  order: Order,
  collection: string,
  ids: string[],
  viewing: Viewing,
  req: InTransaction,
): Promise<Map<string, Appearance>> {
  const entries = await newestEntries(payload, collection, ids, req)
  const states = await publicStates(payload, collection, ids, viewing, req)
  const appeared = new Map<string, Appearance>()
  for (const id of ids) {
    const last = entries.get(id)
    const appearance = await appendChange(payload, order, { collection, id }, req, {
      last,
      after: states.get(id),
    })
    if (appearance) appeared.set(id, appearance)
  }
  return appeared
}

type Read = { last: StoredEntry | undefined; after: PublicState | undefined }

async function appendChange(
  payload: Payload,
  order: Order,
  reference: Reference,
  req: InTransaction,
  { last, after }: Read,
): Promise<Appearance | undefined> {
  const before = last && !isTombstone(last as { kind: ChangeKind }) ? last : undefined
  if (before?.digest === after?.digest) return undefined

  const { collection: of, id: document } = reference
  const shared = {
    of,
    document,
    revision: ((last ?? (await lastPublication(payload, reference, req)))?.revision ?? 0) + 1,
    slug: after ? after.slug : (before?.slug ?? null),
    kind: after ? kindOf(before, after) : await kindOfAbsence(payload, reference, req),
    locales: changedLocales(before?.state.locales ?? {}, after?.locales ?? {}),
    digest: after?.digest ?? null,
  }
  const place = await order.place(req)
  const entry = { ...shared, state: stateOf(before, after), ...place }
  await append(payload, changesSlug, entry, req)
  const publication = {
    ...shared,
    at: timeOf(place.at, last),
    filename: after?.filename ?? null,
    content: after?.content ?? null,
  }
  await append(payload, publicationsSlug, publication, req)
  if (Boolean(before) === Boolean(after)) return 'stays'
  return after ? 'comes' : 'goes'
}

/** Adds a row, which nobody needs to have read back. */
async function append({ db }: Payload, slug: string, data: object, req: InTransaction) {
  const collection = slug as CollectionSlug
  await db.create({ collection, data: data as Record<string, unknown>, req, returning: false })
}

/** Adds the publication that an entry from before there were any is without. */
export async function completePublication(
  payload: Payload,
  reference: Reference,
  viewing: Viewing,
  req: InTransaction,
): Promise<void> {
  const { collection, id } = reference
  const last = (await newestEntries(payload, collection, [id], req)).get(id)
  const known = await lastPublication(payload, reference, req)
  if (!last || (known?.revision ?? 0) >= last.revision) return
  const { of, document, revision, slug, kind, locales, at, digest } = last
  const now = (await publicStates(payload, collection, [id], viewing, req)).get(id)
  if (now?.digest !== digest) return
  const { content = null, filename = null } = now ?? {}
  const publication = { of, document, revision, slug, kind, locales, at, digest, filename, content }
  await append(payload, publicationsSlug, publication, req)
}

/** Servers' clocks differ; a document's revisions do not go back in time. */
const timeOf = (at: string, last: StoredEntry | undefined): string =>
  new Date(Math.max(Date.parse(at), last ? new Date(last.at).getTime() : 0)).toISOString()

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

/** @returns by document */
async function newestEntries(
  { db }: Payload,
  collection: string,
  ids: string[],
  req: InTransaction,
): Promise<Map<string, StoredEntry>> {
  const { docs } = await db.find<StoredEntry>({
    collection: changesSlug as CollectionSlug,
    // Of one document all but the newest can be left out.
    limit: ids.length === 1 ? 1 : 0,
    pagination: false,
    req,
    sort: '-revision',
    where: { and: [{ document: { in: ids } }, { of: { equals: collection } }] },
  })
  return new Map(docs.toReversed().map((entry) => [entry.document, entry]))
}

/** A document whose tombstone has been dropped from the log goes on counting. */
async function lastPublication(
  { db }: Payload,
  { collection, id }: Reference,
  req: InTransaction,
): Promise<StoredPublication | undefined> {
  const { docs } = await db.find<StoredPublication>({
    collection: publicationsSlug as CollectionSlug,
    limit: 1,
    pagination: false,
    req,
    sort: '-revision',
    where: { and: [{ document: { equals: id } }, { of: { equals: collection } }] },
  })
  return docs[0]
}
