import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer, Variant } from './answer.ts'
import { isUnchanged } from './conditions.ts'
import { encodingFor } from './encodings.ts'
import type { Freshness } from './freshness.ts'
import { writeResponse } from './write-response.ts'

/** Sends an answer as the client takes it: in its encoding, or as a 304 when it has it already. */
export function createSend(freshness: Freshness) {
  return (answer: Answer, req: IncomingMessage, res: ServerResponse): void => {
    const variant = answer.in(encodingFor(req.headers['accept-encoding'] as string | undefined))
    if (variant instanceof Promise) void variant.then((made) => write(answer, made, req, res))
    else write(answer, variant, req, res)
  }

  function write(answer: Answer, variant: Variant, req: IncomingMessage, res: ServerResponse) {
    if (res.destroyed) return
    if (answer.undated !== undefined && freshness.isSettled(answer.undated)) answer.date()
    const { etag, full, unchanged, bytes } = variant
    const age = answer.isAged ? freshness.age() : ''
    if (
      etag !== undefined &&
      isUnchanged(req.headers, { etag, lastModified: answer.lastModified })
    ) {
      writeResponse(res, 304, unchanged + age)
    } else {
      writeResponse(res, answer.status, full + age, bytes)
    }
  }
}
