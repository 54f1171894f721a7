import type { Payload } from 'payload'
import type { InTransaction } from './public-state.ts'

/** Does what belongs together in a transaction, or as it is on a database that has none. */
export async function inOwnTransaction<T>(
  { db }: Payload,
  work: (transaction: InTransaction) => Promise<T>,
): Promise<T> {
  const transactionID = (await db.beginTransaction()) ?? undefined
  if (!transactionID) return work({})
  try {
    const result = await work({ transactionID })
    await db.commitTransaction(transactionID)
    return result
  } catch (error) {
    await db.rollbackTransaction(transactionID)
    throw error
  }
}
