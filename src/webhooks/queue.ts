import type { Payload, PayloadRequest } from 'payload'
import { findDeliveries, findWebhook, timeOf, toBeSent } from './stored.ts'

export const queue = 'webhooks'
export const deliverSlug = 'deliver-webhooks'
export const noticeSlug = 'tell-of-stopped-webhook'

/**
 * Has a webhook served, at once or at a time. A job is a wake-up for one webhook: what is to be sent is
 * said by its deliveries alone, so a job more or less loses nothing and sends nothing twice.
 */
export const queueWebhook = (
  payload: Payload,
  webhook: string,
  req: PayloadRequest,
  at = Date.now(),
): Promise<unknown> =>
  payload.jobs.queue({
    task: deliverSlug,
    input: { webhook },
    queue,
    req,
    // Never without a time, so that the queue is in the order in which they are due.
    waitUntil: new Date(at),
  })

/** When a webhook has something to be sent next; undefined when nothing waits. */
export async function nextDue(
  payload: Payload,
  id: string,
  req?: PayloadRequest,
): Promise<number | undefined> {
  const webhook = await findWebhook(payload, id, req)
  if (!webhook) return undefined
  const [first] = await findDeliveries(payload, toBeSent(webhook), { limit: 1, sort: 'dueAt', req })
  return first && Math.max(timeOf(first.dueAt), timeOf(webhook.heldUntil))
}
