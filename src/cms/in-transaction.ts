import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import { forRequest } from './dependencies/track.ts'

const attempts = 20

/**
 * Does the work in a transaction of its own, and again when another one was in its way.
 *
 * @param as who does it; nobody unless said
 */
export async function inTransaction<T>(
  payload: Payload,
  work: (req: PayloadRequest) => Promise<T>,
  as: Pick<Parameters<typeof createLocalReq>[0], 'user'> = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    // SQLite answers within the turn of the event loop: a row of transactions would let nobody else in.
    await setImmediate()
    const req = forRequest(await createLocalReq(as, payload), {})
    try {
      await initTransaction(req)
      const result = await work(req)
      await commitTransaction(req)
      return result
    } catch (error) {
      await killTransaction(req)
      if (attempt === attempts || !isConflict(error)) throw error
      await sleep(Math.random() * 20 * attempt)
    }
  }
}

/** MongoDB's WriteConflict, or a unique value that somebody else has written meanwhile. */
export function isConflict(error: unknown): boolean {
  const isTaken = causesOf(error).some(
    (one) => one instanceof ValidationError || [112, 11000].includes((one as MongoError).code ?? 0),
  )
  return isTaken || isTransient(error)
}

/** Whether MongoDB has broken a transaction off that can be done again. */
export const isTransient = (error: unknown): boolean =>
  causesOf(error).some((one) => (one as MongoError).errorLabelSet?.has('TransientTransactionError'))

type MongoError = Error & { code?: number; errorLabelSet?: Set<string> }

/** Errors come wrapped, in others that tell what was being done. */
function causesOf(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : []
}
