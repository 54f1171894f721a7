import { createHash } from 'node:crypto'
import { headersWithCors, type PayloadRequest } from 'payload'
import { hasAlready } from '../has-already.ts'

/** The document that a file belongs to. */
export type Filed = { id?: unknown; updatedAt?: unknown }

/**
 * Has a file that was uploaded asked for on conditions, of which Payload knows nothing (RFC 9110, 13 and 14.2): a
 * 304 for who has it, the whole file for who has a part of another, and its ETag in any case.
 *
 * A file changes with its document alone. Which one it is, is told by that, wherever it is kept.
 *
 * @returns undefined when the file is to be sent
 */
export function answerConditions(
  req: PayloadRequest,
  { id, updatedAt }: Filed,
  filename: string,
): Response | undefined {
  const state = JSON.stringify([id, updatedAt, filename])
  const etag = `"${createHash('sha256').update(state).digest('base64url').slice(0, 27)}"`
  // It is asked for each time: what is withdrawn must be gone from caches, too.
  const headers = new Headers({
    'Cache-Control': 'no-cache',
    ETag: etag,
    Vary: 'Authorization, Cookie',
  })
  if (hasAlready(req.headers.get('If-None-Match'), etag)) {
    return new Response(null, { status: 304, headers: headersWithCors({ headers, req }) })
  }
  const part = req.headers.get('If-Range')
  if (part !== null && part.trim() !== etag) req.headers.delete('Range')
  req.responseHeaders = headers
  return undefined
}
