import { inTransaction } from '../../cms/in-transaction.ts'
import { isoTime } from '../../cms/iso-time.ts'
import { makeSecret } from '../secrets.ts'
import { findWebhook, updateWebhook } from '../stored.ts'
import { needed, postForAdmins } from './admins-only.ts'

/** `POST /api/webhooks/{id}/rotate-secret`: makes another secret; for a time both of them sign. */
export const rotateSecret = postForAdmins('/:id/rotate-secret', async (req, { timings }) => {
  const { payload } = req
  const secret = makeSecret()
  const formerSecretUntil = isoTime(Date.now() + timings.overlap)
  await inTransaction(payload, async (transaction) => {
    const webhook = await needed(req, (id) => findWebhook(payload, id, transaction))
    const secrets = { secret: payload.encrypt(secret), formerSecret: webhook.secret }
    await updateWebhook(payload, webhook.id, { ...secrets, formerSecretUntil }, transaction)
  })
  return { secret, formerSecretUntil }
})
