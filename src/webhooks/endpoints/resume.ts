import { sendAgain } from '../again.ts'
import { findWebhook, updateWebhook } from '../stored.ts'
import { needed, postForAdmins } from './admins-only.ts'

/** What a webhook is when nothing is wrong with it. */
export const inOrder = {
  pausedAt: null,
  stoppedBecause: null,
  failures: 0,
  failingSince: null,
}

/**
 * `POST /api/webhooks/{id}/resume`: goes on with a webhook that was paused or switched off, with what has
 * been kept for it and what it was given up on since the receiver stopped taking anything.
 */
export const resume = postForAdmins('/:id/resume', async (req) => {
  const { payload } = req
  const webhook = await needed(req, (id) => findWebhook(payload, id))
  const waiting = { state: { equals: 'waiting' } }
  const since = webhook.failingSince ?? new Date().toISOString()
  const givenUp = {
    state: { equals: 'failed' },
    type: { not_equals: 'ping' },
    lastAttemptAt: { greater_than_equal: since },
  }
  const resumed = await sendAgain(payload, webhook.id, { or: [waiting, givenUp] }, () =>
    updateWebhook(payload, webhook.id, { ...inOrder, active: true }),
  )
  return { resumed }
})
