import type { Payload } from 'payload'
import type { Change } from '../../changes/change.ts'
import type { ChangeLog } from '../../changes/change-log.ts'
import { changeLogOf } from '../../cms/changes/change-log.ts'
import { isoTime } from '../../cms/iso-time.ts'
import { BadQuery, mistake } from '../../cms/readers/mistake.ts'
import { sendAgain } from '../again.ts'
import { enqueue } from '../enqueue.ts'
import type { Parts } from '../parts.ts'
import { findDeliveries, findWebhook, type Webhook } from '../stored.ts'
import { bodyOf, needed, postForAdmins } from './admins-only.ts'

/** `POST /api/webhook-deliveries/{id}/replay`: sends one delivery again. */
export const replayDelivery = postForAdmins('/:id/replay', async (req) => {
  const { payload } = req
  const { id, webhook } = await needed(
    req,
    async (id) => (await findDeliveries(payload, { id: { equals: id } }, { limit: 1 }))[0],
  )
  return { replayed: await sendAgain(payload, webhook, { id: { equals: id } }) }
})

/**
 * `POST /api/webhooks/{id}/replay` with `since`: sends everything again that happened from then on, also
 * what was never kept for the webhook, as far as the change log still has it.
 */
export const replaySince = postForAdmins('/:id/replay', async (req, parts) => {
  const { payload } = req
  const webhook = await needed(req, (id) => findWebhook(payload, id))
  const since = sinceOf(await bodyOf(req))
  const where = { at: { greater_than_equal: isoTime(since) }, type: { not_equals: 'ping' } }
  const replayed = await sendAgain(payload, webhook.id, where, () =>
    enqueueMissing(payload, parts, webhook, since),
  )
  return { replayed, since: isoTime(since) }
})

function sinceOf({ since }: Record<string, unknown>): number {
  const time = typeof since === 'string' ? Date.parse(since) : Number.NaN
  if (Number.isFinite(time)) return time
  const message =
    'accepted: a time such as 2026-11-24T00:00:00Z, from which on everything is sent again'
  throw new BadQuery([mistake('since', message)])
}

async function enqueueMissing(payload: Payload, parts: Parts, webhook: Webhook, since: number) {
  const log = changeLogOf(payload)?.log
  if (!log) return
  for await (const changes of changesSince(log, since)) {
    await enqueue(payload, parts, [webhook], changes)
  }
}

const page = 500

async function* changesSince(log: ChangeLog, since: number): AsyncGenerator<Change[]> {
  for (let after = await lastBefore(log, since); ; ) {
    const changes = await log.readAfter(after, page)
    yield changes
    if (changes.length < page) return
    after = changes.at(-1)?.sequence ?? after
  }
}

/** The times in the log never go back, so it need not be read from its beginning. */
async function lastBefore(log: ChangeLog, since: number): Promise<number> {
  let before = 0
  let end = await log.latest()
  while (before < end) {
    const middle = Math.floor((before + end) / 2)
    const [change] = await log.readAfter(middle, 1)
    if (change && Date.parse(change.at) < since) before = change.sequence
    else end = middle
  }
  return before
}
