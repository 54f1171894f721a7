import { setTimeout as sleep } from 'node:timers/promises'
import { APIError, type CollectionSlug, type PayloadRequest } from 'payload'
import { inRequestTransaction } from './request-transaction.ts'

/** There is an account already, so nobody makes the first one any more. */
export class FirstAccountExistsError extends APIError {
  // By its name Payload finds the level to log it at.
  override name = 'Forbidden'
  constructor() {
    super('The first account has been made already: sign in with it.', 403, null, true)
  }
}

const marker = 'first-account'
const attempts = 20

/**
 * Makes the first account, in a transaction that only one of several callers gets to the end of.
 *
 * SQLite lets one transaction write at a time. On MongoDB two of them would each see no account, and
 * both commit; so each writes one and the same document first, which makes all but one fail.
 *
 * @throws FirstAccountExistsError when there is an account, or somebody else's came first
 */
export async function makeFirstAccount<T>(
  req: PayloadRequest,
  make: (req: PayloadRequest) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inRequestTransaction(req, async () => {
        const where = { key: { equals: marker } }
        const data = { key: marker, data: { at: new Date().toISOString() } }
        await req.payload.db.upsert({ collection: 'payload-kv', data, req, where })
        if (await hasAccount(req)) throw new FirstAccountExistsError()
        return await make(req)
      })
    } catch (error) {
      if (!isConflict(error) || attempt === attempts) throw error
      // The other one is not yet committed, and may still fail.
      await sleep(50)
    }
  }
}

/** Whether anybody has an account of the admin UI. */
export async function hasAccount(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
): Promise<boolean> {
  const collection = req.payload.config.admin.user as CollectionSlug
  // Payload's count cannot be asked inside a transaction of MongoDB.
  return Boolean(await req.payload.db.findOne({ collection, req, where: {} }))
}

/** MongoDB's WriteConflict, and what Payload makes of a key that came twice. */
function isConflict(error: unknown): boolean {
  const { code, data } = error as { code?: number; data?: { collection?: string } }
  return code === 112 || data?.collection === 'payload-kv'
}
