import type { Payload } from 'payload'
import { inTransaction } from '../cms/in-transaction.ts'
import { isoTime } from '../cms/iso-time.ts'
import { OutboundError } from '../outbound/errors.ts'
import { claim } from './claim.ts'
import { compose } from './message.ts'
import type { Parts } from './parts.ts'
import { askedPause } from './pauses.ts'
import { nextDue, queueWebhook } from './queue.ts'
import { type Outcome, settle } from './settle.ts'
import { type Delivery, updateDelivery, type Webhook } from './stored.ts'

const maxBody = 4096

/** Sends a webhook what is due, for as long as its turn lasts, and has it woken for what is due later. */
export async function deliver(payload: Payload, parts: Parts, webhook: string): Promise<void> {
  const { timings, closing } = parts
  const end = performance.now() + timings.turn
  do {
    const claimed = await claim(payload, webhook, timings)
    if (!claimed || claimed.deliveries.length === 0) break
    await sendAll(payload, parts, claimed.webhook, claimed.deliveries)
  } while (performance.now() < end && !closing.signal.aborted)

  await inTransaction(payload, async (req) => {
    const next = await nextDue(payload, webhook, req)
    if (next !== undefined) await queueWebhook(payload, webhook, req, next)
  })
}

async function sendAll(payload: Payload, parts: Parts, webhook: Webhook, deliveries: Delivery[]) {
  // All of them write to the webhook: one after the other, they are not in each other's way.
  let settled: Promise<void> = Promise.resolve()
  await Promise.all(
    deliveries.map(async (delivery) => {
      const outcome = await attempt(payload, parts, webhook, delivery)
      const mine = settled.then(() => note(payload, parts, delivery, outcome))
      settled = mine.catch(() => {})
      await mine
    }),
  )
}

/** An attempt that was broken off by the server's closing counts for nothing. */
async function note(payload: Payload, parts: Parts, delivery: Delivery, outcome?: Outcome) {
  if (outcome) return settle(payload, parts.timings, delivery, outcome)
  await updateDelivery(payload, delivery.id, { dueAt: isoTime(Date.now()) })
}

/** @returns undefined when the server's closing has broken it off */
async function attempt(
  payload: Payload,
  { outbound, timings, closing, publicUrl }: Parts,
  webhook: Webhook,
  delivery: Delivery,
): Promise<Outcome | undefined> {
  const now = Date.now()
  try {
    const { status, headers, body } = await outbound.send({
      url: webhook.url,
      method: 'POST',
      ...compose(payload, { publicUrl }, webhook, delivery, now),
      deadline: timings.deadline,
      maxBody,
      signal: closing.signal,
    })
    if (status >= 200 && status < 300) return { status }
    const asked = askedPause(status, headers, now)
    const error = `The receiver answered ${status}. ${excerpt(body)}`.trim()
    return { status, error, ...(asked === undefined ? {} : { asked }) }
  } catch (error) {
    if (closing.signal.aborted) return undefined
    if (error instanceof OutboundError) return { error: error.message }
    throw error
  }
}

/** What a receiver says of its mistake, as one line of text without control characters. */
const excerpt = (body: Buffer): string =>
  body
    .toString('utf8')
    .replaceAll(/\p{C}+|\s+/gu, ' ')
    .slice(0, 200)
