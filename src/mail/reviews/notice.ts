import type { CollectionAfterChangeHook } from 'payload'
import type { Outbox } from './outbox.ts'

type Reviewed = { id: string; review?: { state?: string; writtenBy?: unknown } | null }

/** Notes that a document has gone on in its review; what there is to say of that is found out later. */
export const noticing =
  (outbox: Outbox): CollectionAfterChangeHook =>
  async ({ collection, doc, operation, previousDoc, req }) => {
    const [now, before] = [doc as Reviewed, previousDoc as Reviewed | undefined]
    const isMoved = operation === 'update' && now.review?.state !== before?.review?.state
    if (!isMoved || req.context.isRehearsal) return doc
    outbox.add(req.payload, {
      of: collection.slug,
      document: String(now.id),
      author: idOf(now.review?.writtenBy),
      wasInReview: before?.review?.state === 'in-review',
      since: Date.now(),
      transaction: await req.transactionID,
    })
    return doc
  }

function idOf(account: unknown): string | undefined {
  const id = account && typeof account === 'object' ? (account as { id?: unknown }).id : account
  return id ? String(id) : undefined
}
