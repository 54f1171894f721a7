import { createHash } from 'node:crypto'
import { compress, type Encoding, isCompressible } from './encodings.ts'
import type { FlatHeaders } from './source-headers.ts'
import { type HeadLines, linesOf } from './write-response.ts'

/** An answer in one encoding, ready to be written. */
export type Variant = {
  /** A short one is a string, with a character for each byte (latin1). */
  bytes: Buffer | string
  etag: string | undefined
  full: HeadLines
  /** For a 304, which says nothing of the content. */
  unchanged: HeadLines
}

export type AnswerParts = {
  status: number
  /** Content-Type and the like. */
  content: FlatHeaders
  others: FlatHeaders
  body: Buffer
  /** Whether it may be sent in other encodings than the source's. */
  isCompressible: boolean
  /** The opaque part of the ETags; without it there are none. */
  tag?: string | undefined
  /** Milliseconds; what Last-Modified will say once it is settled. */
  lastModified?: number | undefined
  /** Whether it says its Age. */
  isAged: boolean
}

/** An answer in all the encodings it was asked for. */
export class Answer {
  readonly status: number
  /** Whether it says its Age, which is never the same for long. */
  readonly isAged: boolean
  lastModified: string | undefined
  /** Told when it takes more memory than before. */
  onGrow: (() => void) | undefined
  readonly #parts: AnswerParts
  readonly #identity: Variant
  readonly #variants = new Map<Encoding, Variant | Promise<Variant>>()

  constructor(parts: AnswerParts) {
    this.#parts = parts
    this.status = parts.status
    this.isAged = parts.isAged
    this.#identity = this.#variant(parts.body, undefined)
    this.#variants.set('identity', this.#identity)
  }

  /** The answer in an encoding: made on first demand, and the identity where that is not smaller. */
  in(encoding: Encoding): Variant | Promise<Variant> {
    const found = this.#variants.get(encoding)
    if (found) return found
    const { body } = this.#parts
    const isOffered = this.#parts.isCompressible && isCompressible(body) && encoding !== 'identity'
    const made = isOffered ? this.#compressed(encoding) : this.#identity
    this.#variants.set(encoding, made)
    return made
  }

  /** The time of the last change, when it may not be said yet. */
  get undated(): number | undefined {
    return this.lastModified === undefined ? this.#parts.lastModified : undefined
  }

  /** Says from now on when it was last modified. */
  date(): void {
    this.lastModified = new Date(this.#parts.lastModified ?? Number.NaN).toUTCString()
    for (const variant of new Set(this.#variants.values())) {
      if (!(variant instanceof Promise)) this.#addDate(variant)
    }
  }

  /** Bytes of bodies and headers in memory. */
  get size(): number {
    let size = 0
    for (const variant of new Set(this.#variants.values())) {
      if (variant instanceof Promise) continue
      const { bytes, full, unchanged } = variant
      size += bytes.length + full.length + unchanged.length
    }
    return size
  }

  async #compressed(encoding: 'br' | 'gzip'): Promise<Variant> {
    const bytes = await compress(this.#parts.body, encoding).catch(() => undefined)
    const variant = bytes ? this.#variant(bytes, encoding) : this.#identity
    this.#variants.set(encoding, variant)
    this.onGrow?.()
    return variant
  }

  #variant(bytes: Buffer, encoding: 'br' | 'gzip' | undefined): Variant {
    const { content, others, tag } = this.#parts
    const etag = tag && `"${tag}${encoding ? `-${encoding}` : ''}"`
    const validator = etag ? ['ETag', etag] : []
    const coded = encoding ? ['Content-Encoding', encoding] : []
    const length = ['Content-Length', String(bytes.length)]
    const digest = ['Repr-Digest', reprDigest(bytes)]
    const full = linesOf([...content, ...coded, ...length, ...digest, ...others, ...validator])
    const unchanged = linesOf([...needed(others), ...validator])
    const variant = { bytes: asWritten(bytes, full), etag, full, unchanged }
    if (this.lastModified) this.#addDate(variant)
    return variant
  }

  #addDate(variant: Variant): void {
    variant.full += linesOf(['Last-Modified', this.lastModified ?? ''])
  }
}

/** Of the representation in the encoding in which it is sent (RFC 9530, 3). */
const reprDigest = (bytes: Buffer): string =>
  `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`

/** What a 304 has to say; whoever has the answer knows the rest (RFC 9110, 15.4.5). */
const needed = (headers: FlatHeaders): FlatHeaders =>
  headers.filter((_, i) => !/^surrogate-key$/i.test(headers[i - (i % 2)] ?? ''))

/** Bytes that Node writes at once, when a head and a body are one string (`StreamBase::WriteString`). */
const mostAtOnce = 16_384

/** What of a head is not known before it is sent: the limits, the date, the id of the request. */
const headRoom = 1024

/** A short body is written in one go with its head, a long one after it. */
const asWritten = (bytes: Buffer, head: HeadLines): Buffer | string =>
  head.length + headRoom + bytes.length <= mostAtOnce ? bytes.toString('latin1') : bytes
