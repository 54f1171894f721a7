import { headersWithCors, type PayloadRequest } from 'payload'

/** The answer to a request whose key was brought by another that has not ended. */
export const busy = (req: PayloadRequest): Response =>
  refuseKey(
    req,
    409,
    'Idempotency-Key: the first request with this key is still under way. Ask again in 1 s.',
    'idempotency_key_under_way',
    { 'Retry-After': '1' },
  )

/** The answer to a request whose Idempotency-Key cannot be taken. */
export function refuseKey(
  req: PayloadRequest,
  status: number,
  message: string,
  code: string,
  more: Record<string, string> = {},
): Response {
  const headers = headersWithCors({ headers: new Headers(more), req })
  return Response.json({ errors: [{ message, data: { code } }] }, { status, headers })
}
