import type { BaseDatabaseAdapter, CollectionSlug, PayloadRequest, Where } from 'payload'
import { forNobody } from '../dependencies/track.ts'
import type { Appearance } from './append.ts'
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
  /** Appends what has become of documents of a collection; returns those of which the public sees a difference, by id. */
  append(collection: string, ids: string[], req: InTransaction): Promise<Map<string, Appearance>>
  /** Documents that refer to a document. */
  referrers(reference: Reference, req: InTransaction): Promise<Reference[]>
  /** Is told, after each commit that has appended, of which documents and which of them came or went. */
  committed(appended: Appended): Promise<void>
}

export type Appended = { references: Reference[]; toggled: Reference[] }

/**
 * Has every write of a document recorded in the transaction that it is part of.
 *
 * It stands at the database adapter, where all ways of writing meet: REST, GraphQL, the Local API, bulk
 * edits, restored versions, jobs, and hooks that write to the database themselves. A transaction notes
 * which documents it writes; right before it commits, each gets at most one entry, in that transaction.
 */
export function recordWrites(db: BaseDatabaseAdapter, recorder: Recorder): void {
  const written = new Map<Transaction, Map<string, Reference>>()

  function note(transaction: Transaction, references: Reference[]): void {
    const documents = written.get(transaction) ?? new Map<string, Reference>()
    written.set(transaction, documents)
    for (const reference of references) documents.set(keyOf(reference), reference)
  }

  /** Writes within the transaction of the request, or one for this write alone. */
  async function write(args: WriteArgs, run: (args: WriteArgs) => Promise<Written>) {
    const given = await args.req?.transactionID
    if (given) {
      const { result, references } = await run(args)
      note(given, references)
      return result
    }
    const own = await db.beginTransaction()
    const req = own ? { ...args.req, transactionID: own } : args.req
    try {
      const { result, references } = await run({ ...args, ...(req ? { req } : {}) })
      if (own) {
        note(own, references)
        await db.commitTransaction(own)
      } else {
        await recordAtOnce(references)
      }
      return result
    } catch (error) {
      if (own) await db.rollbackTransaction(own)
      throw error
    }
  }

  /** A database without transactions has the write already. */
  async function recordAtOnce(references: Reference[]): Promise<void> {
    const appended = await appendAll(recorder, references, {})
    if (appended.references.length > 0) await recorder.committed(appended)
  }

  for (const name of ['create', 'updateOne', 'updateMany', 'upsert'] as const) {
    const original = db[name] as unknown as Write
    Object.assign(db, {
      [name](args: WriteArgs) {
        if (!recorder.covers(args.collection)) return original.call(db, args)
        return write(args, async (whole) => {
          // Which documents were written is told by the result.
          const result = await original.call(db, { ...whole, returning: true })
          return { result, references: referencesOf(result, args) }
        })
      },
    })
  }
  for (const name of ['deleteOne', 'deleteMany'] as const) {
    const original = db[name] as unknown as Write
    Object.assign(db, {
      [name](args: WriteArgs) {
        if (!recorder.covers(args.collection)) return original.call(db, args)
        return write(args, async (whole) => {
          // Once they are gone, a database may know nothing any more of who referred to them.
          const references = await withReferrers(await matching(whole), whole.req ?? {})
          return { result: await original.call(db, whole), references }
        })
      },
    })
  }

  async function matching({ collection, req, where }: WriteArgs): Promise<Reference[]> {
    const { docs } = await db.find<{ id: string | number }>({
      collection: collection as CollectionSlug,
      limit: 0,
      pagination: false,
      req,
      select: {},
      where: where as Where,
    })
    return docs.map(({ id }) => ({ collection, id: String(id) }))
  }

  async function withReferrers(references: Reference[], req: InTransaction): Promise<Reference[]> {
    const all = [...references]
    for (const reference of references) all.push(...(await recorder.referrers(reference, req)))
    return all
  }

  const { commitTransaction, rollbackTransaction } = db
  db.commitTransaction = async (given) => {
    const transaction = await given
    const documents = written.get(transaction)
    if (!documents) return commitTransaction.call(db, transaction)
    const appended = await appendAll(recorder, [...documents.values()], {
      transactionID: transaction,
    })
    written.delete(transaction)
    await commitTransaction.call(db, transaction)
    if (appended.references.length > 0) await recorder.committed(appended)
  }
  db.rollbackTransaction = async (given) => {
    written.delete(await given)
    await rollbackTransaction.call(db, given)
  }
}

/**
 * Appends what has become of the documents, and of those that refer to one that has come or gone.
 *
 * @returns the documents for which it has appended
 */
export async function appendAll(
  { append, referrers }: Pick<Recorder, 'append' | 'referrers'>,
  references: Reference[],
  transaction: InTransaction,
): Promise<Appended> {
  const req = forNobody(transaction)
  const looked = new Map(references.map((reference) => [keyOf(reference), reference]))
  const turns = [...looked.values()]
  const appended: Appended = { references: [], toggled: [] }
  // Those that are added on the way have their turn, too.
  for (let at = 0; at < turns.length; ) {
    const together = togetherFrom(turns, at)
    at += together.length
    for (const [reference, appearance] of await appendEach(append, together, req)) {
      appended.references.push(reference)
      if (appearance === 'stays') continue
      appended.toggled.push(reference)
      for (const one of await referrers(reference, req)) {
        if (looked.has(keyOf(one))) continue
        looked.set(keyOf(one), one)
        turns.push(one)
      }
    }
  }
  return appended
}

/** Documents that are read together, and in memory together. */
const atOnce = 50

/** Those of one collection that follow each other. */
function togetherFrom(references: Reference[], from: number): Reference[] {
  const some = references.slice(from, from + atOnce)
  const other = some.findIndex(({ collection }) => collection !== some[0]?.collection)
  return other < 0 ? some : some.slice(0, other)
}

/** @param references of one collection */
async function appendEach(
  append: Recorder['append'],
  references: Reference[],
  req: InTransaction,
): Promise<[Reference, Appearance][]> {
  const [first] = references
  if (!first) return []
  const ids = references.map(({ id }) => id)
  const appearances = await append(first.collection, ids, req)
  return references.flatMap((one): [Reference, Appearance][] => {
    const appearance = appearances.get(one.id)
    return appearance ? [[one, appearance]] : []
  })
}

type Written = { result: unknown; references: Reference[] }

const keyOf = ({ collection, id }: Reference): string => `${collection}/${id}`

/** What was written: the documents of the result, or the one that was named. */
function referencesOf(result: unknown, { collection, id }: WriteArgs): Reference[] {
  const documents = Array.isArray(result) ? result : [result]
  const ids = documents.flatMap((one: { id?: unknown } | null) => (one?.id ? [String(one.id)] : []))
  const all = ids.length === 0 && id ? [String(id)] : ids
  return all.map((one) => ({ collection, id: one }))
}
