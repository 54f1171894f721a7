import { createHash } from 'node:crypto'
import { APIError, type PayloadRequest } from 'payload'
import { requestLimits } from '../../limits.ts'

/**
 * A digest of what a request asks: address and body, a form by its parts. The body is read for it, and can
 * be read again afterwards.
 *
 * @throws APIError 413 for a body larger than any that is taken
 */
export async function digestOf(req: PayloadRequest): Promise<string> {
  const bytes = await readAll(req)
  const again = () => new Response(bytes, { headers: req.headers })
  const one = again()
  for (const name of ['text', 'json', 'formData', 'arrayBuffer', 'blob'] as const) {
    // Payload puts a reader of its own in their place.
    const value = () => one[name]()
    Object.defineProperty(req, name, { configurable: true, writable: true, value })
  }
  Object.defineProperty(req, 'body', { configurable: true, get: () => one.body })

  const { pathname, search } = new URL(String(req.url))
  const hash = createHash('sha256').update(`${req.method} ${pathname}${search}\n`)
  // A client that repeats a form divides its parts by another line.
  const isForm = req.headers.get('Content-Type')?.startsWith('multipart/form-data')
  const form = isForm
    ? await again()
        .formData()
        .catch(() => undefined)
    : undefined
  if (!form) return hash.update(bytes).digest('base64url')
  for (const [name, value] of form) {
    const part = typeof value === 'string' ? Buffer.from(value) : await value.arrayBuffer()
    const kind = typeof value === 'string' ? [] : [value.name, value.type]
    hash.update(`${JSON.stringify([name, ...kind])} ${part.byteLength}\n`)
    hash.update(new Uint8Array(part))
  }
  return hash.digest('base64url')
}

async function readAll({ body }: PayloadRequest): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > requestLimits.upload) {
      throw new APIError('The body is too large.', 413, null, true)
    }
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
