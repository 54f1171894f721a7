import type { Payload } from 'payload'
import { forNobody } from '../cms/dependencies/track.ts'
import { findWebhook } from './stored.ts'

/** Tells a partner's contact that nothing is sent to one of their addresses any more. */
export async function tellPartner(payload: Payload, id: string): Promise<void> {
  const webhook = await findWebhook(payload, id)
  // Somebody has seen to it already.
  if (!webhook?.stoppedBecause) return
  const { docs } = await payload.db.find<{ contact: string; name: string }>({
    collection: 'partners',
    limit: 1,
    pagination: false,
    req: forNobody({}),
    where: { id: { equals: webhook.partner } },
  })
  const [partner] = docs
  if (!partner) return
  const whatNow = webhook.active
    ? 'What changes is kept, and will be sent when an administrator resumes the webhook.'
    : 'The webhook is switched off, and what changes is no longer kept for it.'
  await payload.sendEmail({
    to: partner.contact,
    subject: `Changes are no longer sent to ${new URL(webhook.url).host}`,
    text: `${partner.name},\n\nnothing is sent to ${webhook.url} any more. ${webhook.stoppedBecause}\n\n${whatNow}\n`,
  })
}
