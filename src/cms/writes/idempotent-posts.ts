import { createHmac } from 'node:crypto'
import type { Endpoint, PayloadHandler, PayloadRequest, SanitizedConfig } from 'payload'
import { digestOf } from './asked-again.ts'
import { joined } from './joined.ts'
import { sweepNowAndThen } from './kept-answers.ts'
import { busy, refuseKey } from './refused-key.ts'
import { reserved } from './reserved.ts'

/**
 * `joining` do what they do in the transaction of the request, so that it and the key are written together
 * or not at all. `reserving` have transactions of their own, and the key is written before and after.
 */
export type IdempotentPaths = { joining: readonly string[]; reserving: readonly string[] }

/**
 * Has a POST that is repeated with the same Idempotency-Key answered as the first was, for a day
 * (draft-ietf-httpapi-idempotency-key-header). What was refused or failed has written nothing, is not kept,
 * and may be tried again with the same key.
 */
export function idempotentPosts(config: SanitizedConfig, paths: IdempotentPaths): SanitizedConfig {
  const underWay = new Set<string>()
  for (const owner of [config, ...config.collections]) {
    if (!owner.endpoints) continue
    const base = 'slug' in owner ? `/${owner.slug}` : ''
    if (base.startsWith('/payload-')) continue
    owner.endpoints = owner.endpoints.map((endpoint) => ({
      ...endpoint,
      handler: idempotent(endpoint, paths, underWay),
    }))
  }
  return config
}

function idempotent(
  { handler, method, path }: Endpoint,
  { joining, reserving }: IdempotentPaths,
  underWay: Set<string>,
): PayloadHandler {
  if (method !== 'post') return handler
  const isJoining = joining.includes(path)
  return async (req) => {
    const header = req.headers.get('Idempotency-Key')
    // Whoever is not signed in writes nothing, and is told so.
    if (header === null || !req.user) return handler(req)
    if (!isJoining && !reserving.includes(path)) {
      return refuseKey(req, 400, 'Idempotency-Key: not taken here', 'idempotency_key_not_taken')
    }
    const name = /^(?:"([\x20\x21\x23-\x7e]{1,200})"|([\w.~:/+=-]{1,200}))$/.exec(header.trim())
    if (!name) {
      const accepted = 'Idempotency-Key: accepted: 1 to 200 printable characters in "quotes"'
      return refuseKey(req, 400, accepted, 'idempotency_key_malformed')
    }
    const given = {
      key: keyOf(req, name[1] ?? name[2] ?? ''),
      request: await digestOf(req),
    }
    if (underWay.has(given.key)) return busy(req)
    underWay.add(given.key)
    try {
      return await (isJoining ? joined(req, given, handler) : reserved(req, given, handler))
    } finally {
      underWay.delete(given.key)
      sweepNowAndThen(req.payload)
    }
  }
}

/** One user's key is nobody else's, and not told by the database. */
const keyOf = ({ payload, user }: PayloadRequest, key: string): string =>
  createHmac('sha256', payload.secret)
    .update(`${user?.collection} ${user?.id} ${key}`)
    .digest('base64url')
