import type { BaseDatabaseAdapter, CollectionSlug, PayloadRequest } from 'payload'
import { forNobody } from '../dependencies/track.ts'
import type { InTransaction, Reference } from './public-state.ts'

type Transaction = string | number
type Write = (args: WriteArgs) => Promise<unknown>
type WriteArgs = {
  collection: string
  id?: unknown
  req?: Partial<PayloadRequest>
  returning?: boolean
  where?: unknown
}

export type Recorder = {
  /** Whether the log is kept of that collection. */
  covers(collection: string): boolean
  /** Appends what has become of the document; returns whether the public sees a difference. */
  append(reference: Reference, req: InTransaction): Promise<boolean>
  /** Is called after each commit that has appended, before the writer is told of it. */
  committed(): Promise<void>
}

/**
 * Has every write of a document recorded in the transaction that it is part of.
 *
 * It stands at the database adapter, where all ways of writing meet: REST, GraphQL, the Local API, bulk
 * edits, restored versions, jobs, and hooks that write to the database themselves. A transaction notes
 * which documents it writes; right before it commits, each gets at most one entry, in that transaction.
 */
export function recordWrites(db: BaseDatabaseAdapter, recorder: Recorder): void {
  const written = new Map<Transaction, Map<string, Reference>>()

  function note(transaction: Transaction, reference: Reference): void {
    const documents = written.get(transaction) ?? new Map<string, Reference>()
    written.set(transaction, documents)
    documents.set(`${reference.collection}/${reference.id}`, reference)
  }

  /** Writes within the transaction of the request, or one for this write alone. */
  async function write(args: WriteArgs, run: (args: WriteArgs) => Promise<unknown>) {
    const given = await args.req?.transactionID
    if (given) {
      const result = await run(args)
      for (const id of idsOf(result, args)) note(given, { collection: args.collection, id })
      return result
    }
    const own = await db.beginTransaction()
    const req = own ? { ...args.req, transactionID: own } : args.req
    try {
      const result = await run({ ...args, ...(req ? { req } : {}) })
      const ids = idsOf(result, args)
      if (own) {
        for (const id of ids) note(own, { collection: args.collection, id })
        await db.commitTransaction(own)
      } else {
        await recordAtOnce(ids.map((id) => ({ collection: args.collection, id })))
      }
      return result
    } catch (error) {
      if (own) await db.rollbackTransaction(own)
      throw error
    }
  }

  /** A database without transactions has the write already. */
  async function recordAtOnce(references: Reference[]): Promise<void> {
    if (await appendAll(references, {})) await recorder.committed()
  }

  async function appendAll(references: Iterable<Reference>, req: InTransaction): Promise<boolean> {
    let hasAppended = false
    for (const reference of references) {
      hasAppended = (await recorder.append(reference, forNobody(req))) || hasAppended
    }
    return hasAppended
  }

  for (const name of ['create', 'updateOne', 'updateMany', 'upsert', 'deleteOne'] as const) {
    const original = db[name] as unknown as Write
    Object.assign(db, {
      [name](args: WriteArgs) {
        if (!recorder.covers(args.collection)) return original.call(db, args)
        // Which documents were written is told by the result.
        return write({ ...args, returning: true }, (whole) => original.call(db, whole))
      },
    })
  }

  const { deleteMany, commitTransaction, rollbackTransaction } = db
  db.deleteMany = async (args) => {
    if (!recorder.covers(args.collection)) return deleteMany.call(db, args)
    const run = async (whole: WriteArgs) => {
      const { docs } = await db.find<{ id: string }>({
        collection: args.collection as CollectionSlug,
        limit: 0,
        pagination: false,
        req: whole.req,
        select: {},
        where: args.where,
      })
      await deleteMany.call(db, { ...args, req: whole.req })
      return docs
    }
    await write(args as WriteArgs, run)
  }
  db.commitTransaction = async (given) => {
    const transaction = await given
    const documents = written.get(transaction)
    if (!documents) return commitTransaction.call(db, transaction)
    const hasAppended = await appendAll(documents.values(), { transactionID: transaction })
    written.delete(transaction)
    await commitTransaction.call(db, transaction)
    if (hasAppended) await recorder.committed()
  }
  db.rollbackTransaction = async (given) => {
    written.delete(await given)
    await rollbackTransaction.call(db, given)
  }
}

/** What was written: the documents of the result, or the one that was named. */
function idsOf(result: unknown, { id }: WriteArgs): string[] {
  const documents = Array.isArray(result) ? result : [result]
  const ids = documents.flatMap((one: { id?: unknown } | null) => (one?.id ? [String(one.id)] : []))
  return ids.length === 0 && id ? [String(id)] : ids
}
