import type { IncomingHttpHeaders } from 'node:http'
import { LRUCache } from 'lru-cache'
import type { Payload, PayloadRequest } from 'payload'

/** How long a key is taken for what it was found to be, in milliseconds: a revoked one ends by then. */
const validity = 1000

/**
 * Tells whether the one who sends these headers reads exactly what the public reads: a partner whose key
 * opens nothing more. Anything else, a wrong key too, is Payload's to judge, request by request.
 *
 * @param seesThePublic whether that user sees the same as somebody who is not signed in
 */
export function publicReaders(
  payload: Payload,
  seesThePublic: (user: PayloadRequest['user']) => boolean,
): (headers: IncomingHttpHeaders) => boolean | Promise<boolean> {
  const known = new LRUCache<string, boolean | Promise<boolean>>({ max: 10_000, ttl: validity })
  return ({ authorization, cookie }) => {
    if (cookie || !authorization || !/ API-Key /.test(authorization)) return false
    const found = known.get(authorization)
    if (found !== undefined) return found
    const asked = payload
      .auth({ headers: new Headers({ authorization }) })
      .then(({ user }) => user !== null && seesThePublic(user as PayloadRequest['user']))
      .catch(() => false)
    known.set(authorization, asked)
    void asked.then((answer) => known.set(authorization, answer))
    return asked
  }
}
