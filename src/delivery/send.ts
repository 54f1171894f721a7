import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer, Variant } from './answer.ts'
import { isUnchanged } from './conditions.ts'
import { encodingFor } from './encodings.ts'
import type { Freshness } from './freshness.ts'
import type { Tally } from './tally.ts'
import { type HeadLines, writeResponse } from './write-response.ts'

/**
 * Sends an answer as the client takes it: in its encoding, or as a 304 when it has it already.
 *
 * The function that it gives is told where to count the answer, and what else its head says.
 *
 * @param linesFor what an answer says beside what is kept
 */
export function createSend(
  freshness: Freshness,
  linesFor: (req: IncomingMessage) => HeadLines = () => '',
) {
  return (
    answer: Answer,
    req: IncomingMessage,
    res: ServerResponse,
    tally: Tally,
    lines: HeadLines,
  ): void => {
    const variant = answer.in(encodingFor(req.headers['accept-encoding'] as string | undefined))
    if (variant instanceof Promise) {
      void variant.then((made) => write(answer, made, req, res, tally, lines))
    } else write(answer, variant, req, res, tally, lines)
  }

  function write(
    answer: Answer,
    variant: Variant,
    req: IncomingMessage,
    res: ServerResponse,
    tally: Tally,
    lines: HeadLines,
  ) {
    if (res.destroyed) return
    if (answer.undated !== undefined && freshness.isSettled(answer.undated)) answer.date()
    const { etag, full, unchanged, bytes } = variant
    const age = answer.isAged ? freshness.age() : ''
    const own = linesFor(req) + lines
    if (
      etag !== undefined &&
      isUnchanged(req.headers, { etag, lastModified: answer.lastModified })
    ) {
      tally.unchanged += 1
      writeResponse(res, 304, unchanged + own + age)
    } else {
      tally.whole += 1
      writeResponse(res, answer.status, full + own + age, bytes)
    }
  }
}
