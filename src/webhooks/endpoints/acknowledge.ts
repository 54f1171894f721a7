import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { inTransaction } from '../../cms/in-transaction.ts'
import { isoTime } from '../../cms/iso-time.ts'
import { BadQuery, mistake } from '../../cms/readers/mistake.ts'
import { deliveryOf } from '../secrets.ts'
import { type Delivery, findDeliveries, updateDelivery } from '../stored.ts'
import { bodyOf, tellingMistakes } from './admins-only.ts'

export const longestName = 200

/**
 * `POST /api/webhooks/acknowledge` with the `token` of an event: notes that its receiver has seen it, and
 * `by` whom, if that is said. The token is all that is needed, and good for nothing else; what was
 * noted first stays.
 */
export const acknowledge: Omit<Endpoint, 'root'> = {
  method: 'post',
  path: '/acknowledge',
  handler: (req) => tellingMistakes(req, () => acknowledged(req)),
}

async function acknowledged(req: PayloadRequest): Promise<Noted> {
  const { token, by } = await bodyOf(req)
  const id = typeof token === 'string' ? deliveryOf(req.payload, token) : undefined
  if (!id) throw wrong('token', 'accepted: the token of an event that asks to be acknowledged')
  if (by !== undefined && (typeof by !== 'string' || by.length > longestName)) {
    throw wrong('by', `accepted: a name of at most ${longestName} characters`)
  }
  const { acknowledgedAt, acknowledgedBy } = await note(req.payload, id, by?.trim() || undefined)
  return { acknowledgedAt, acknowledgedBy: acknowledgedBy ?? null }
}

const wrong = (parameter: string, message: string) => new BadQuery([mistake(parameter, message)])

type Noted = Pick<Delivery, 'acknowledgedAt' | 'acknowledgedBy'>

function note(payload: Payload, id: string, by: string | undefined): Promise<Noted> {
  return inTransaction(payload, async (req) => {
    const [delivery] = await findDeliveries(payload, { id: { equals: id } }, { limit: 1, req })
    if (!delivery || delivery.acknowledgement === 'none') {
      throw wrong('token', 'accepted: the token of an event that is still kept')
    }
    if (delivery.acknowledgement === 'given') return delivery
    const noted = { acknowledgedAt: isoTime(Date.now()), acknowledgedBy: by ?? null }
    await updateDelivery(payload, id, { acknowledgement: 'given', ...noted }, req)
    return noted
  })
}
