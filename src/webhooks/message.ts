import type { Payload } from 'payload'
import { Webhook as Signer } from 'standardwebhooks'
import type { Parts } from './parts.ts'
import { tokenOf } from './secrets.ts'
import { type Delivery, timeOf, type Webhook } from './stored.ts'

export type Message = { headers: Record<string, string>; body: string }

/** A delivery as it is sent, signed by the Standard Webhooks specification. */
export function compose(
  payload: Payload,
  { publicUrl }: Pick<Parts, 'publicUrl'>,
  webhook: Webhook,
  delivery: Delivery,
  now: number,
): Message {
  const { type, timestamp, data } = delivery.event
  const url = `${publicUrl}${payload.config.routes.api}/webhooks/acknowledge`
  const asks = delivery.acknowledgement !== 'none'
  const acknowledge = asks ? { acknowledge: { url, token: tokenOf(payload, delivery.id) } } : {}
  const body = JSON.stringify({ type, timestamp, data: { ...data, ...acknowledge } })
  // The same in every attempt, so that a receiver knows what it has had already.
  const id = `msg_${delivery.id}`
  const at = new Date(now)
  const signatures = secretsOf(payload, webhook, now).map((s) => new Signer(s).sign(id, at, body))
  return {
    body,
    headers: {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now / 1000)),
      'webhook-signature': signatures.join(' '),
    },
  }
}

function secretsOf(payload: Payload, webhook: Webhook, now: number): string[] {
  const { secret, formerSecret, formerSecretUntil } = webhook
  const isFormerValid = formerSecret && now < timeOf(formerSecretUntil)
  return [secret, ...(isFormerValid ? [formerSecret] : [])].map((s) => payload.decrypt(s))
}
