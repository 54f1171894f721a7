import type { Payload, PayloadRequest } from 'payload'
import { inTransaction } from '../cms/in-transaction.ts'
import { isoTime } from '../cms/iso-time.ts'
import type { Timings } from './parts.ts'
import {
  type Delivery,
  findDeliveries,
  findWebhook,
  timeOf,
  toBeSent,
  updateDelivery,
  type Webhook,
} from './stored.ts'

export type Claimed = { webhook: Webhook; deliveries: Delivery[] }

const looksAt = 25

/**
 * Takes up what a webhook is to be sent now, at most one delivery of each document and that its earliest.
 *
 * What is taken up is due again after a lease: should this server die, another one takes it up then.
 */
export function claim(
  payload: Payload,
  id: string,
  { atOnce, lease }: Pick<Timings, 'atOnce' | 'lease'>,
): Promise<Claimed | undefined> {
  return inTransaction(payload, async (req) => {
    const now = Date.now()
    const webhook = await findWebhook(payload, id, req)
    if (!webhook || timeOf(webhook.heldUntil) > now) return undefined
    const deliveries: Delivery[] = []
    for (const delivery of await dueDeliveries(payload, webhook, now, req)) {
      if (deliveries.length === atOnce) break
      const ahead = await findAhead(payload, delivery, req)
      if (!ahead) deliveries.push(delivery)
      // Behind an earlier one it is looked at again when that is tried again; its end comes sooner.
      const dueAt = ahead ? ahead.dueAt : isoTime(now + lease)
      await updateDelivery(payload, delivery.id, { dueAt }, req)
    }
    return { webhook, deliveries }
  })
}

function dueDeliveries(payload: Payload, webhook: Webhook, now: number, req: PayloadRequest) {
  const where = { ...toBeSent(webhook), dueAt: { less_than_equal: isoTime(now) } }
  return findDeliveries(payload, where, { limit: looksAt, req })
}

/** The first delivery of the same document that has to be ended before. */
async function findAhead(
  payload: Payload,
  { webhook, document, sequence }: Delivery,
  req: PayloadRequest,
): Promise<Delivery | undefined> {
  if (!document) return undefined
  const where = {
    webhook: { equals: webhook },
    document: { equals: document },
    state: { equals: 'waiting' },
    sequence: { less_than: sequence },
  }
  const [ahead] = await findDeliveries(payload, where, { limit: 1, req })
  return ahead
}
