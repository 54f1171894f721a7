import type { PayloadHandler, PayloadRequest } from 'payload'
import { answeredBefore, type Given, keep, release, reserve, Taken } from './kept-answers.ts'
import { busy } from './refused-key.ts'

/** Writes the key before what is asked is done, in transactions of its own, and the answer after it. */
export async function reserved(req: PayloadRequest, given: Given, handler: PayloadHandler) {
  const answered = await answeredBefore(req, given)
  if (answered) return answered
  let id: string
  try {
    id = await reserve(req, given)
  } catch (error) {
    if (error instanceof Taken) return busy(req)
    throw error
  }
  try {
    const response = await handler(req)
    if (response.ok) return await keep(req, id, response)
    await release(req, given)
    return response
  } catch (error) {
    await release(req, given)
    throw error
  }
}
