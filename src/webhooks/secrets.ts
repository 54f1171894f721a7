import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FieldHook, Payload } from 'payload'

/** A key for signatures, as the Standard Webhooks specification writes it. */
export const makeSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** Secrets are encrypted in the database, as Payload does with API keys. */
export const encrypt: FieldHook = ({ req, value }) => (value ? req.payload.encrypt(value) : value)
export const decrypt: FieldHook = ({ req, value }) => (value ? req.payload.decrypt(value) : value)

/** Nobody brings a secret along. */
export const makeWhenNew: FieldHook = ({ operation, value }) =>
  operation === 'create' ? makeSecret() : value

/** What acknowledges that one delivery. It is computed, so that no copy of the database holds it. */
export const tokenOf = (payload: Payload, delivery: string): string =>
  `${delivery}.${createHmac('sha256', payload.secret).update(`acknowledge ${delivery}`).digest('base64url')}`

/** @returns the id of the delivery that the token was made for; undefined when it was made up */
export function deliveryOf(payload: Payload, token: string): string | undefined {
  const [delivery = ''] = token.split('.')
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest()
  const isGenuine = timingSafeEqual(digest(token), digest(tokenOf(payload, delivery)))
  return isGenuine ? delivery : undefined
}
