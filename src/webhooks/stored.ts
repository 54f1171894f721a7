import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import type { ChangeKind } from '../changes/change.ts'
import { forNobody } from '../cms/dependencies/track.ts'
import type { WebhookEvent } from './event.ts'

export const webhooksSlug = 'webhooks' as CollectionSlug
export const deliveriesSlug = 'webhook-deliveries' as CollectionSlug

/** A webhook as the database has it, its secrets encrypted. */
export type Webhook = {
  id: string
  partner: string
  url: string
  collections?: string[] | null
  kinds?: ChangeKind[] | null
  active?: boolean | null
  secret: string
  formerSecret?: string | null
  formerSecretUntil?: string | null
  pausedAt?: string | null
  stoppedBecause?: string | null
  failures?: number | null
  failingSince?: string | null
  heldUntil?: string | null
}

export type Delivery = {
  id: string
  key: string
  type: string
  webhook: string
  partner: string
  state: 'waiting' | 'delivered' | 'failed'
  acknowledgement: 'none' | 'asked' | 'given'
  acknowledgedAt?: string | null
  acknowledgedBy?: string | null
  /** Collection and id of the document, which its deliveries have in common; null of a ping. */
  document?: string | null
  sequence?: number | null
  at: string
  event: WebhookEvent
  attempts: number
  dueAt: string
}

/** The part of a request that joins its transaction. */
export type InTransaction = Pick<PayloadRequest, 'transactionID'>

/** Whether it is sent what happens; a ping it is sent in any case. */
const isOpen = ({ active, pausedAt }: Webhook): boolean => Boolean(active) && !pausedAt

/** The deliveries of a webhook that wait and may be sent. */
export function toBeSent(webhook: Webhook): Where {
  const where: Where = { webhook: { equals: webhook.id }, state: { equals: 'waiting' } }
  return isOpen(webhook) ? where : { ...where, type: { equals: 'ping' } }
}

export const timeOf = (date: string | null | undefined): number =>
  date ? new Date(date).getTime() : 0

export async function findWebhook(
  { db }: Payload,
  id: string,
  req: InTransaction = forNobody({}),
): Promise<Webhook | undefined> {
  const where = { id: { equals: id } }
  return (await db.findOne<Webhook>({ collection: webhooksSlug, req, where })) ?? undefined
}

export async function findDeliveries(
  { db }: Payload,
  where: Where,
  {
    limit,
    sort = 'sequence',
    req = forNobody({}),
  }: { limit: number; sort?: string; req?: InTransaction },
): Promise<Delivery[]> {
  const collection = deliveriesSlug
  const { docs } = await db.find<Delivery>({
    collection,
    limit,
    pagination: false,
    req,
    sort,
    where,
  })
  return docs
}

export const updateWebhook = (
  { db }: Payload,
  id: string,
  data: object,
  req: InTransaction = forNobody({}),
) => db.updateOne({ collection: webhooksSlug, id, data: { ...data }, req, returning: false })

export const updateDelivery = (
  { db }: Payload,
  id: string,
  data: object,
  req: InTransaction = forNobody({}),
) => db.updateOne({ collection: deliveriesSlug, id, data: { ...data }, req, returning: false })
