import type { Payload } from 'payload'
import type { Change } from '../changes/change.ts'
import { forNobody } from '../cms/dependencies/track.ts'
import { inTransaction } from '../cms/in-transaction.ts'
import { isoTime } from '../cms/iso-time.ts'
import { asksToBeAcknowledged, eventOf, wants } from './event.ts'
import type { Parts } from './parts.ts'
import { queueWebhook } from './queue.ts'
import {
  type Delivery,
  deliveriesSlug,
  findDeliveries,
  type Webhook,
  webhooksSlug,
} from './stored.ts'

/** Others wait for their turn to write while a transaction is open. */
const atOnce = 25

/** All webhooks that are not switched off; for a paused one, what happens is kept. */
export async function listeningWebhooks({ db }: Payload): Promise<Webhook[]> {
  const { docs } = await db.find<Webhook>({
    collection: webhooksSlug,
    limit: 0,
    pagination: false,
    req: forNobody({}),
    where: { active: { equals: true } },
  })
  return docs
}

/**
 * Stores what each webhook is to be told of the changes, and has it sent. What is stored already, by
 * another server or before a fall, is left as it is.
 */
export async function enqueue(
  payload: Payload,
  { publicUrl }: Pick<Parts, 'publicUrl'>,
  webhooks: readonly Webhook[],
  changes: readonly Change[],
): Promise<void> {
  const apiUrl = `${publicUrl}${payload.config.routes.api}`
  const wanted = changes.flatMap((change) =>
    webhooks
      .filter((webhook) => wants(webhook, change))
      .map((webhook) => deliveryOf(webhook, change, apiUrl)),
  )
  for (let i = 0; i < wanted.length; i += atOnce) await store(payload, wanted.slice(i, i + atOnce))
}

export type NewDelivery = Omit<Delivery, 'id'>

function deliveryOf({ id, partner }: Webhook, change: Change, apiUrl: string): NewDelivery {
  const event = eventOf(change, apiUrl)
  return {
    key: `${id}:${change.sequence}`,
    type: event.type,
    webhook: id,
    partner,
    state: 'waiting',
    acknowledgement: asksToBeAcknowledged(change) ? 'asked' : 'none',
    document: `${change.collection}/${change.id}`,
    sequence: change.sequence,
    at: change.at,
    event,
    attempts: 0,
    dueAt: isoTime(Date.now()),
  }
}

/** Stores deliveries that are not stored yet. */
export function store(payload: Payload, deliveries: readonly NewDelivery[]): Promise<void> {
  return inTransaction(payload, async (req) => {
    const keys = deliveries.map(({ key }) => key)
    const found = await findDeliveries(payload, { key: { in: keys } }, { limit: 0, req })
    const stored = new Set(found.map(({ key }) => key))
    const missing = deliveries.filter(({ key }) => !stored.has(key))
    for (const data of missing) {
      await payload.db.create({ collection: deliveriesSlug, data: { ...data }, req })
    }
    for (const webhook of new Set(missing.map((one) => one.webhook))) {
      await queueWebhook(payload, webhook, req)
    }
  })
}
