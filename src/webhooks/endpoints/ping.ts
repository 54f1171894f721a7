import { randomUUID } from 'node:crypto'
import { isoTime } from '../../cms/iso-time.ts'
import { store } from '../enqueue.ts'
import { findDeliveries, findWebhook } from '../stored.ts'
import { needed, postForAdmins } from './admins-only.ts'

/** `POST /api/webhooks/{id}/ping`: sends an event that says nothing, once, to see whether it arrives. */
export const ping = postForAdmins('/:id/ping', async (req) => {
  const { payload } = req
  const { id, partner } = await needed(req, (id) => findWebhook(payload, id))
  const key = `${id}:ping:${randomUUID()}`
  const at = isoTime(Date.now())
  await store(payload, [
    {
      ...{ key, type: 'ping', webhook: id, partner, at },
      ...{ state: 'waiting', acknowledgement: 'none', attempts: 0, dueAt: at },
      event: { type: 'ping', timestamp: at, data: {} },
    },
  ])
  const [delivery] = await findDeliveries(payload, { key: { equals: key } }, { limit: 1 })
  return { delivery: delivery?.id }
})
