import type { Payload, Where } from 'payload'
import { inTransaction } from '../cms/in-transaction.ts'
import { isoTime } from '../cms/iso-time.ts'
import { queueWebhook } from './queue.ts'
import { findDeliveries, updateDelivery, updateWebhook } from './stored.ts'

const atOnce = 50
/** Longer than any replay takes between two of its steps. */
const hold = 60_000

/**
 * Has deliveries of a webhook sent again, in the order of what happened, as if they had never been tried.
 *
 * @param where of the webhook's deliveries
 * @param before done before anything is sent
 * @returns how many
 */
export async function sendAgain(
  payload: Payload,
  webhook: string,
  where: Where,
  before: () => Promise<unknown> = async () => {},
): Promise<number> {
  const all: Where = { and: [{ webhook: { equals: webhook } }, where] }
  const heldUntil = () => isoTime(Date.now() + hold)
  let count = 0
  // Meanwhile nothing is sent: a later event of a document would otherwise overtake an earlier one.
  await inTransaction(payload, (req) =>
    updateWebhook(payload, webhook, { heldUntil: heldUntil() }, req),
  )
  await before()
  for (let after = ''; ; ) {
    const and = [all, ...(after ? [{ id: { greater_than: after } }] : [])]
    const found = await findDeliveries(payload, { and }, { limit: atOnce, sort: 'id' })
    await inTransaction(payload, async (req) => {
      const data = { state: 'waiting', attempts: 0, dueAt: isoTime(Date.now()) }
      for (const { id } of found) await updateDelivery(payload, id, data, req)
      const isLast = found.length < atOnce
      await updateWebhook(payload, webhook, { heldUntil: isLast ? null : heldUntil() }, req)
      if (isLast) await queueWebhook(payload, webhook, req)
    })
    count += found.length
    if (found.length < atOnce) return count
    after = found.at(-1)?.id ?? ''
  }
}
