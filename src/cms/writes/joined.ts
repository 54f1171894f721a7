import type { PayloadHandler, PayloadRequest } from 'payload'
import { inRequestTransaction } from '../request-transaction.ts'
import { answeredBefore, type Given, keep, release, reserve, Taken } from './kept-answers.ts'
import { busy } from './refused-key.ts'

/** Does what is asked and writes the key in one transaction: both are there, or neither. */
export async function joined(req: PayloadRequest, given: Given, handler: PayloadHandler) {
  let isTakenBack = false
  try {
    return await inRequestTransaction(req, async () => {
      isTakenBack = Boolean(await req.transactionID)
      const answered = await answeredBefore(req, given)
      if (answered) return answered
      const id = await reserve(req, given)
      const response = await handler(req)
      if (!response.ok) throw new NotDone(response)
      return await keep(req, id, response)
    })
  } catch (error) {
    if (!isTakenBack) await release(req, given)
    if (error instanceof NotDone) return error.response
    if (error instanceof Taken) return busy(req)
    throw error
  }
}

/** Takes the transaction back, with an answer that is one all the same. */
class NotDone extends Error {
  constructor(readonly response: Response) {
    super('not done')
  }
}
