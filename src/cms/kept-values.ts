import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { forNobody } from './dependencies/track.ts'

const collection = 'payload-kv' as CollectionSlug

type InTransaction = Pick<PayloadRequest, 'transactionID'>

/**
 * Reads what one of the server's own tasks has kept in Payload's key-value store. Through `payload.kv` it
 * would count as read for everybody who is being answered.
 */
export async function keptValue<T>(
  { db }: Payload,
  key: string,
  { transactionID }: InTransaction = {},
): Promise<T | undefined> {
  const found = await db.findOne<{ id: string; data: T }>({
    collection,
    req: forNobody({ transactionID }),
    where: { key: { equals: key } },
  })
  return found?.data
}

/** Keeps a value for a task of the server's own, in place of the one before. */
export async function keepValue(
  { db }: Payload,
  key: string,
  data: unknown,
  { transactionID }: InTransaction = {},
): Promise<void> {
  await db.upsert({
    collection,
    data: { data, key },
    req: forNobody({ transactionID }),
    where: { key: { equals: key } },
  })
}
