import type { CollectionSlug, Payload, Plugin } from 'payload'
import {
  type Change,
  type ChangeKind,
  documentKey,
  isTombstone,
  newestEach,
} from '../../changes/change.ts'
import type { ChangeLog } from '../../changes/change-log.ts'
import type { Publications } from '../../changes/publications.ts'
import { documentTag, type Tag } from '../../changes/tags.ts'
import { trackReads } from '../dependencies/track.ts'
import { publications } from '../publications/publications.ts'
import {
  publicationsCollection,
  publicationsSlug,
} from '../publications/publications-collection.ts'
import { appendChanges, completePublication } from './append.ts'
import { changesCollection, changesSlug, type StoredEntry } from './changes-collection.ts'
import { checkAgain, checkLatest, type Looking } from './check-again.ts'
import { compact, horizon, type Retention } from './compact.ts'
import { identity } from './identity.ts'
import { logExisting } from './log-existing.ts'
import { orderAfterCommit } from './order/after-commit.ts'
import { orderInTransaction } from './order/in-transaction.ts'
import { changeOf, type Order } from './order/order.ts'
import type { InTransaction, Reference, Viewing } from './public-state.ts'
import { recordWrites } from './record.ts'
import { findReferrers } from './referrers.ts'

export type ChangeLogOptions = {
  /** The collections whose public changes are logged, by slug. */
  collections: Record<string, Viewing>
  retention: Retention
}

export type Logged = {
  log: ChangeLog
  publications: Publications
  collections: ReadonlySet<string>
  /** Whether a document, as read with `locale=all`, is taken back though it can still be read. */
  isRetracted(collection: string, document: Record<string, unknown>): boolean
  /**
   * Appends what is missing: what was public before there was a log (log-existing.ts), and what a server
   * that died has left (check-again.ts).
   *
   * @param isEnded asked between the steps, so that a server can close meanwhile
   */
  catchUp(isEnded: () => boolean): Promise<void>
}

const tombstones: ChangeKind[] = ['unpublished', 'deleted']
const idOf = ({ id }: Change): string => id

/** By database adapter, of which every Payload instance has its own. */
const logs = new WeakMap<object, Logged>()

/**
 * Keeps a log of every change of what the public sees in the collections given: publishing, an edit of
 * something published, unpublishing, deleting, the trash and back, whichever way it was written. Drafts
 * are no change. The entry is written in the transaction of the change.
 */
export const changeLog =
  (options: ChangeLogOptions): Plugin =>
  (config) => {
    const { db } = config
    const init: typeof db.init = (args) => {
      const adapter = db.init(args)
      const order = orderOf(args.payload, adapter.name)
      const covers = (collection: string) => Object.hasOwn(options.collections, collection)
      const followers = new Set<() => Promise<void>>()
      const collections = new Set(Object.keys(options.collections))
      const viewingOf = (collection: string) => options.collections[collection] ?? {}
      const looking: Looking = {
        append: (collection, ids, req) =>
          appendChanges(args.payload, order(), collection, ids, viewingOf(collection), req),
        referrers: findReferrers(args.payload, collections),
      }
      // SQLite's transactions follow each other.
      const isConcurrent = adapter.name === 'mongoose'
      recordWrites(adapter, {
        ...looking,
        covers,
        async committed(appended) {
          if (isConcurrent) {
            await checkAgain(args.payload, looking, appended).catch((err: unknown) =>
              args.payload.logger.error({ err }, 'A change could not be looked at again.'),
            )
          }
          await Promise.all([...followers].map((follow) => follow()))
        },
      })
      trackReads(adapter, args.payload, covers, tagsOfLog)
      logs.set(adapter, {
        log: createLog(args.payload, order, followers, options.retention),
        publications: publications(args.payload),
        collections,
        isRetracted: (collection, document) =>
          options.collections[collection]?.isRetracted?.(document) ?? false,
        async catchUp(isEnded) {
          if (isConcurrent) await checkLatest(args.payload, looking)
          const complete = (reference: Reference, req: InTransaction) =>
            completePublication(args.payload, reference, viewingOf(reference.collection), req)
          await logExisting(args.payload, collections, { ...looking, complete }, isEnded)
        },
      })
      return adapter
    }
    return {
      ...config,
      db: { ...db, init },
      collections: [...(config.collections ?? []), changesCollection, publicationsCollection],
    }
  }

/** A later entry about the same document would be found instead; one about the same name has its tag. */
const tagsOfLog = (collection: string, entries: readonly object[]): Tag[] | undefined =>
  collection === changesSlug || collection === publicationsSlug
    ? (entries as StoredEntry[]).map((entry) => documentTag(entry.of, entry.document))
    : undefined

/** The log that the config keeps, and of which collections; undefined when it keeps none. */
export const changeLogOf = (payload: Payload): Logged | undefined => logs.get(payload.db)

/** Made when it is first needed: the adapter is part of Payload only after its init. */
function orderOf(payload: Payload, name: string): () => Order {
  let order: Order | undefined
  return () => {
    order ??= name === 'mongoose' ? orderAfterCommit(payload) : orderInTransaction(payload)
    return order
  }
}

function createLog(
  payload: Payload,
  order: () => Order,
  followers: Set<() => Promise<void>>,
  retention: Retention,
): ChangeLog {
  const collection = changesSlug as CollectionSlug
  return {
    readAfter: (sequence, limit) => order().readAfter(sequence, limit),
    latest: () => order().latest(),
    watch: (wake) => order().watch(wake),
    compact: () => compact(payload, retention),
    horizon: () => horizon(payload),
    identity: () => identity(payload),
    async newestOf(documents, after) {
      if (documents.length === 0) return []
      const asked = new Set(documents.map(documentKey))
      const ids = documents.map(({ id }) => id)
      const found = await order().ofDocuments([...new Set(ids)], after)
      return newestEach(found.filter((change) => asked.has(documentKey(change))))
    },
    async idsAfter(id, limit) {
      const ids = await order().idsAfter(id, limit)
      return { ids: [...new Set(ids)], isEnd: ids.length < limit }
    },
    afterCommit(follow) {
      followers.add(follow)
      return () => followers.delete(follow)
    },
    async lastChanged() {
      const [last] = await order().readAfter((await order().latest()) - 1, 1)
      return last?.at
    },
    async latestNamed(of, slug) {
      const named = await newest({ and: [{ of: { equals: of } }, { slug: { equals: slug } }] })
      if (!named) return undefined
      return newest({ and: [{ of: { equals: of } }, { document: { equals: named.id } }] })
    },
    async latestGone(of, limit) {
      const named = new Set((await entriesOf(of, { kind: { in: tombstones } }, limit)).map(idOf))
      if (named.size === 0) return []
      const gone = new Map<string, Change>()
      for (const change of await entriesOf(of, { document: { in: [...named] } })) {
        if (!gone.has(change.id)) gone.set(change.id, change)
      }
      return [...gone.values()].filter(isTombstone)
    },
  }

  /** The newest first; all of them unless there is a limit. */
  async function entriesOf(of: string, where: object, limit = 0): Promise<Change[]> {
    const { docs } = await payload.db.find<StoredEntry>({
      collection,
      limit,
      pagination: false,
      sort: '-sequence',
      where: { and: [{ of: { equals: of } }, where] } as never,
    })
    return docs.map(changeOf)
  }

  async function newest(where: Parameters<Payload['db']['find']>[0]['where']) {
    const { docs } = await payload.db.find<StoredEntry>({
      collection,
      limit: 1,
      pagination: false,
      sort: '-sequence',
      where: where as never,
    })
    return docs[0] ? changeOf(docs[0]) : undefined
  }
}
