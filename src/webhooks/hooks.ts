import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  Payload,
  PayloadRequest,
} from 'payload'
import { neededParts } from './endpoints/admins-only.ts'
import { inOrder } from './endpoints/resume.ts'
import { wrongAddress } from './endpoints/save.ts'
import { queueWebhook } from './queue.ts'
import { deliveriesSlug, type Webhook, webhooksSlug } from './stored.ts'

/** Refuses an address whose text says that it is not public, whichever way the webhook is saved. */
export const guardAddress: CollectionBeforeChangeHook = ({ data, req }) => {
  const { url } = data as Partial<Webhook>
  const message = url && neededParts(req).outbound.mistakeIn(url)
  if (message) throw wrongAddress(message, req)
  return data
}

/** Another address, or being switched on, is a new beginning. */
export const beginAnew: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) => {
  const before = originalDoc as Partial<Webhook> | undefined
  if (operation === 'create' || !before) return data
  const isSwitchedOn = data.active && !before.active
  return isSwitchedOn || data.url !== before.url ? { ...data, ...inOrder, heldUntil: null } : data
}

/** What has been kept for it is sent. */
export const wakeWhenSaved: CollectionAfterChangeHook = async ({ doc, req }) => {
  if (doc.active) await queueWebhook(req.payload, String(doc.id), req)
  return doc
}

export const dropDeliveries: CollectionBeforeDeleteHook = ({ id, req }) =>
  dropDeliveriesOf(req.payload, [String(id)], req)

/** A partner's webhooks go with the partner. */
export const dropWebhooks: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const where = { partner: { equals: id } }
  const { docs } = await req.payload.db.find<Webhook>({
    collection: webhooksSlug,
    limit: 0,
    pagination: false,
    req,
    where,
  })
  await dropDeliveriesOf(
    req.payload,
    docs.map((one) => one.id),
    req,
  )
  await req.payload.db.deleteMany({ collection: webhooksSlug, req, where })
}

async function dropDeliveriesOf({ db }: Payload, webhooks: string[], req: PayloadRequest) {
  if (webhooks.length === 0) return
  await db.deleteMany({ collection: deliveriesSlug, req, where: { webhook: { in: webhooks } } })
}
