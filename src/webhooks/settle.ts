import type { Payload, PayloadRequest } from 'payload'
import { inTransaction } from '../cms/in-transaction.ts'
import { isoTime } from '../cms/iso-time.ts'
import type { Timings } from './parts.ts'
import { pauseAfter } from './pauses.ts'
import { noticeSlug, queue } from './queue.ts'
import {
  type Delivery,
  findDeliveries,
  findWebhook,
  timeOf,
  updateDelivery,
  updateWebhook,
  type Webhook,
} from './stored.ts'

/** What came of an attempt. */
export type Outcome = {
  /** None when nobody answered. */
  status?: number
  /** What is wrong; absent when the receiver has taken it. */
  error?: string
  /** How long the receiver asks to be left alone, in milliseconds. */
  asked?: number
}

/** A receiver that does not answer holds a slot until the deadline, so it gets fewer of them. */
const longestHold = 60_000

/** Notes what came of an attempt, in one transaction with all that follows from it. */
export function settle(
  payload: Payload,
  timings: Timings,
  { id }: Delivery,
  outcome: Outcome,
): Promise<void> {
  return inTransaction(payload, async (req) => {
    const [delivery] = await findDeliveries(payload, { id: { equals: id } }, { limit: 1, req })
    // Where a lease ran out another server has tried too, and may have ended it.
    if (delivery?.state !== 'waiting') return
    const webhook = await findWebhook(payload, delivery.webhook, req)
    if (!webhook) return
    const now = Date.now()
    const after = afterAttempt(delivery, outcome, timings, now)
    await updateDelivery(payload, id, { ...after, ...noted(outcome, now) }, req)
    if (after.state !== 'waiting') await releaseNext(payload, delivery, now, req)
    await noteAtWebhook(payload, webhook, outcome, timings, now, req)
  })
}

function afterAttempt(delivery: Delivery, outcome: Outcome, timings: Timings, now: number) {
  const attempts = delivery.attempts + 1
  if (!outcome.error) return { attempts, state: 'delivered', deliveredAt: isoTime(now) }
  // A ping answers a question of now, and a receiver that is gone is told nothing more.
  const isLast = delivery.type === 'ping' || outcome.status === 410
  const pause = isLast ? undefined : pauseAfter(attempts, timings)
  if (pause === undefined) return { attempts, state: 'failed' }
  return { attempts, state: 'waiting', dueAt: isoTime(now + Math.max(pause, outcome.asked ?? 0)) }
}

const noted = ({ status, error }: Outcome, now: number) => ({
  lastAttemptAt: isoTime(now),
  lastStatus: status ?? null,
  lastError: error ?? null,
})

/** What waited behind this one, of the same document, is due now. */
async function releaseNext(
  payload: Payload,
  { webhook, document, sequence }: Delivery,
  now: number,
  req: PayloadRequest,
): Promise<void> {
  if (!document) return
  const where = {
    webhook: { equals: webhook },
    document: { equals: document },
    state: { equals: 'waiting' },
    sequence: { greater_than: sequence },
  }
  const [next] = await findDeliveries(payload, where, { limit: 1, req })
  if (next && timeOf(next.dueAt) > now) {
    await updateDelivery(payload, next.id, { dueAt: isoTime(now) }, req)
  }
}

async function noteAtWebhook(
  payload: Payload,
  webhook: Webhook,
  outcome: Outcome,
  timings: Timings,
  now: number,
  req: PayloadRequest,
): Promise<void> {
  const { error } = outcome
  const news = error ? failed(webhook, outcome, timings, now) : succeeded(now)
  await updateWebhook(payload, webhook.id, { ...noted(outcome, now), ...news }, req)
  if (!('stoppedBecause' in news)) return
  await payload.jobs.queue({ task: noticeSlug, input: { webhook: webhook.id }, queue, req })
}

const succeeded = (now: number) => ({
  lastSuccessAt: isoTime(now),
  failures: 0,
  failingSince: null,
})

function failed(webhook: Webhook, { status, asked }: Outcome, timings: Timings, now: number) {
  const failures = (webhook.failures ?? 0) + 1
  const since = webhook.failingSince ? timeOf(webhook.failingSince) : now
  const hold = asked ?? (status === undefined ? holdAfter(failures, timings) : 0)
  return {
    failures,
    failingSince: isoTime(since),
    ...(hold > 0 ? { heldUntil: isoTime(now + hold) } : {}),
    ...stopping(webhook, status, now - since >= timings.patience, since, now),
  }
}

const holdAfter = (failures: number, timings: Timings): number =>
  Math.min(pauseAfter(failures, timings) ?? longestHold, longestHold)

function stopping(
  { active, pausedAt }: Webhook,
  status: number | undefined,
  isLasting: boolean,
  since: number,
  now: number,
) {
  if (status === 410 && active) {
    return { active: false, stoppedBecause: 'The receiver answered 410 Gone.' }
  }
  if (!isLasting || pausedAt || !active) return {}
  const stoppedBecause = `The receiver has taken nothing since ${isoTime(since)}.`
  return { pausedAt: isoTime(now), stoppedBecause }
}
