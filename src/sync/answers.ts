import { type BadRequest, bodyOf, StartOver } from './refusals.ts'

/** What is public may be read from any page; and whoever asks what has changed wants to know it as of now. */
const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' }

/** @param body JSON as text, or what is to become it */
export function json(
  body: string | object,
  status = 200,
  more: Record<string, string> = {},
): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return new Response(text, {
    status,
    headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8', ...more },
  })
}

export const refusal = (error: BadRequest | StartOver): Response =>
  json(bodyOf(error), error instanceof StartOver ? 410 : 400)

export const failure = (status: number, message: string, more?: Record<string, string>): Response =>
  json({ errors: [{ message }] }, status, more)

export const eventStream = (body: ReadableStream<Uint8Array> | null): Response =>
  new Response(body, {
    headers: {
      ...headers,
      'Content-Type': 'text/event-stream; charset=utf-8',
      // nginx would hold events back until it has some kilobytes of them.
      'X-Accel-Buffering': 'no',
    },
  })

/** The answer to a browser that asks whether a page of another origin may ask. */
export const preflight = (methods: string): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...headers,
      Allow: methods,
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': 'Authorization, Cache-Control, Content-Type, Last-Event-ID',
      'Access-Control-Max-Age': '86400',
    },
  })
