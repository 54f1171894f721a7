import { createHash } from 'node:crypto'
import { isUnchanged } from '../delivery/conditions.ts'
import { compress, type Encoding, encodingFor, isCompressible } from '../delivery/encodings.ts'
import type { Source } from './source.ts'

/** Something that stays the same for as long as the process runs. */
export type Fixed = {
  /** Its Content-Type. */
  type: string
  body: string | Uint8Array
  headers?: Record<string, string>
}

/** How long browsers show it without asking, in seconds: long enough for one visit. */
const maxAge = 60

type Variant = { bytes: Uint8Array; etag: string; encoding: Encoding }

/**
 * Answers with something fixed, which is made when it is first asked for: with an ETag, as a 304 to who
 * has it, and compressed for who takes it so.
 */
export function fixed(make: () => Fixed | Promise<Fixed>): Source {
  let made: Promise<Kept> | undefined
  return async (request) => {
    // What could not be made is tried again by the next who asks.
    made ??= Promise.resolve(make()).then((one) => new Kept(one))
    const kept = await made.catch((error: unknown) => {
      made = undefined
      throw error
    })
    if (request.method === 'OPTIONS')
      return new Response(null, { status: 204, headers: kept.headers })
    if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed(request.method)
    return kept.answer(request.headers)
  }
}

/** The answer to a method that is none here. */
export function notAllowed(method: string): Response {
  const errors = [{ message: `${method} is not a method here; accepted: GET, HEAD.` }]
  return Response.json({ errors }, { status: 405, headers: { Allow: 'GET, HEAD' } })
}

class Kept {
  readonly headers: Record<string, string>
  readonly #type: string
  readonly #body: Buffer
  readonly #tag: string
  readonly #variants = new Map<Encoding, Promise<Variant>>()

  constructor({ body, headers, type }: Fixed) {
    this.headers = {
      'Cache-Control': `public, max-age=${maxAge}`,
      Vary: 'Accept-Encoding',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    }
    this.#type = type
    this.#body = Buffer.from(body as string)
    this.#tag = createHash('sha256').update(this.#body).digest('base64url').slice(0, 27)
  }

  async answer(asked: Headers): Promise<Response> {
    const { bytes, encoding, etag } = await this.#in(
      encodingFor(asked.get('Accept-Encoding') ?? undefined),
    )
    const headers = new Headers({ ...this.headers, ETag: etag })
    const condition = { 'if-none-match': asked.get('If-None-Match') ?? undefined }
    if (isUnchanged(condition, { etag, lastModified: undefined })) {
      return new Response(null, { status: 304, headers })
    }
    headers.set('Content-Type', this.#type)
    headers.set('Content-Length', String(bytes.length))
    if (encoding !== 'identity') headers.set('Content-Encoding', encoding)
    return new Response(bytes as BodyInit, { headers })
  }

  #in(encoding: Encoding): Promise<Variant> {
    const variant = this.#variants.get(encoding) ?? this.#make(encoding)
    this.#variants.set(encoding, variant)
    return variant
  }

  async #make(encoding: Encoding): Promise<Variant> {
    const isOffered = encoding !== 'identity' && isCompressible(this.#body)
    const bytes = isOffered ? await compress(this.#body, encoding) : undefined
    return bytes
      ? { bytes, encoding, etag: `"${this.#tag}-${encoding}"` }
      : { bytes: this.#body, encoding: 'identity', etag: `"${this.#tag}"` }
  }
}
