import type { PayloadHandler, PayloadRequest, SanitizedConfig } from 'payload'

export type RefusedCredential = { status: number; code: string; message: string }

const refused = new WeakMap<object, RefusedCredential>()

/**
 * Notes that what a request brings to say who asks is not good. Payload knows no such answer of a
 * strategy: it goes on as if nobody had said anything.
 */
export function noteRefused(headers: object, refusal: RefusedCredential): void {
  refused.set(headers, refusal)
}

/** The answer to a request whose credential was refused; undefined when there is none or it is good. */
export function refusedIn({ headers }: Pick<PayloadRequest, 'headers'>) {
  const refusal = refused.get(headers)
  if (!refusal) return undefined
  const { status, code, message } = refusal
  return { status, body: { errors: [{ message, data: { code } }] } }
}

/** Has every endpoint answer a refused credential with the refusal. */
export function refuseBadCredentials(config: SanitizedConfig): SanitizedConfig {
  for (const owner of [config, ...config.collections, ...config.globals]) {
    if (!owner.endpoints) continue
    owner.endpoints = owner.endpoints.map((endpoint) => ({
      ...endpoint,
      handler: refusing(endpoint.handler),
    })) as never
  }
  return config
}

const refusing =
  (handler: PayloadHandler): PayloadHandler =>
  (req) => {
    const refusal = refusedIn(req)
    return refusal ? Response.json(refusal.body, { status: refusal.status }) : handler(req)
  }
