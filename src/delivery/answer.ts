import { createHash } from 'node:crypto'
import type { Tag } from '../changes/tags.ts'
import { type Encoding, encode } from './encodings.ts'

/** Names and values in turns, as `writeHead` takes them without looking at each. */
export type FlatHeaders = string[]

/** What is the same for every answer that is kept. */
export type AnswerOptions = { sharedMaxAge: number }

/** One encoding of an answer, with everything that is sent along made beforehand. */
export type Variant = {
  body: Buffer
  etag: string | undefined
  /** For GET and HEAD; `Age` and then `Cache-Status` come last. */
  whole: FlatHeaders
  notModified: FlatHeaders
  /** For GraphQL over POST, whose answers only we may keep. */
  posted: FlatHeaders
}

/** What a source said, apart from the bytes: its status and the headers that belong to its content. */
export type Said = { status: number; headers: FlatHeaders; vary: string[] }

/** What the server adds by itself, what is about one connection or one encoding, and answers to OPTIONS. */
const notKept = new Set([
  'access-control-allow-headers',
  'access-control-allow-methods',
  'age',
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'last-modified',
  'surrogate-key',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'vary',
])

export function readResponse({ status, headers }: Response): Said {
  const vary = (headers.get('Vary') ?? '').split(',').map((name) => name.trim())
  const kept = [...headers].filter(([name]) => !notKept.has(name))
  return { status, headers: kept.flat(), vary: vary.filter(Boolean) }
}

/**
 * An answer that is given again, byte for byte, until something that it was made from changes.
 *
 * Editors get other content at the same address; hence Authorization and Cookie in Vary, for the caches
 * in front.
 */
export class Answer {
  /** Addresses and bodies by which it was asked for. */
  readonly aliases: string[] = []
  private readonly variants = new Map<Encoding, Variant | Promise<Variant>>()
  private readonly digest: string
  private isDated = false

  /**
   * @param key of the question
   * @param body not compressed
   * @param modified when it changed at the latest, in milliseconds
   */
  constructor(
    readonly key: string,
    private readonly said: Said,
    readonly body: Buffer,
    readonly tags: readonly Tag[],
    private readonly modified: number | undefined,
    private readonly options: AnswerOptions,
  ) {
    this.digest = createHash('sha256').update(body).digest('base64url').slice(0, 27)
  }

  get status(): number {
    return this.said.status
  }

  /**
   * The time for Last-Modified, in milliseconds: the end of the second in which the change was made, and
   * only once a second more has passed. Times in HTTP are in whole seconds; before, another change could
   * come that they cannot tell from this one.
   */
  lastModified(now: number): number | undefined {
    if (this.modified === undefined || this.status !== 200) return undefined
    const second = Math.ceil(this.modified / 1000) * 1000
    return now >= second + 1000 ? second : undefined
  }

  /** @returns a promise only where the encoding has to be made first */
  variant(encoding: Encoding, now: number): Variant | Promise<Variant> {
    if (!this.isDated && this.lastModified(now) !== undefined) {
      this.isDated = true
      for (const [name, made] of this.variants) {
        if (!(made instanceof Promise)) this.variants.set(name, this.compose(made.body, name, now))
      }
    }
    const found = this.variants.get(encoding)
    if (found) return found
    if (encoding === 'identity') return this.keep(encoding, this.compose(this.body, encoding, now))
    const made = this.compress(encoding, now)
    this.variants.set(encoding, made)
    return made
  }

  /** What it takes in memory, in bytes, as closely as can be told from outside. */
  get size(): number {
    const texts = [this.key, ...this.aliases, ...this.tags].reduce(
      (sum, text) => sum + text.length + 100,
      0,
    )
    let encoded = 0
    for (const variant of this.variants.values()) {
      if (variant instanceof Promise) continue
      const own = variant.body === this.body ? 0 : variant.body.length
      encoded += own + 500 + 3 * this.headersLength
    }
    return 500 + texts + this.body.length + encoded
  }

  private get headersLength(): number {
    return [...this.said.headers, ...this.tags].reduce((sum, text) => sum + text.length + 1, 0)
  }

  private async compress(encoding: 'br' | 'gzip', now: number): Promise<Variant> {
    const body = await encode(this.body, encoding)
    const pays = body.length < 0.9 * this.body.length
    const variant = pays ? this.compose(body, encoding, now) : await this.variant('identity', now)
    return this.keep(encoding, variant)
  }

  private keep(encoding: Encoding, variant: Variant): Variant {
    this.variants.set(encoding, variant)
    return variant
  }

  private compose(body: Buffer, encoding: Encoding, now: number): Variant {
    const { headers, status, vary } = this.said
    const etag =
      status === 200
        ? `"${this.digest}${encoding === 'identity' ? '' : `-${encoding}`}"`
        : undefined
    const seconds = this.options.sharedMaxAge
    const modified = this.lastModified(now)
    const varying = ['Accept-Encoding', 'Authorization', 'Cookie', ...vary]
    const validators = [
      ...(etag ? ['ETag', etag] : []),
      ...(modified === undefined ? [] : ['Last-Modified', new Date(modified).toUTCString()]),
      'Cache-Control',
      `public, max-age=0, must-revalidate, s-maxage=${seconds}, stale-while-revalidate=${seconds}`,
      'Vary',
      [...new Set(varying)].join(', '),
      'Surrogate-Key',
      this.tags.join(' '),
    ]
    const last = ['Age', '0', 'Cache-Status', 'handbill; hit']
    const content = [
      ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
      'Content-Length',
      String(body.length),
    ]
    return {
      body,
      etag,
      whole: [...headers, ...content, ...validators, ...last],
      notModified: [...withoutContent(headers), ...validators, ...last],
      posted: [
        ...headers,
        ...content,
        'Cache-Control',
        'no-store',
        'Vary',
        'Accept-Encoding',
        ...last,
      ],
    }
  }
}

/** A 304 says nothing of a content that it does not have (RFC 9110, 15.4.5). */
const withoutContent = (headers: FlatHeaders): FlatHeaders =>
  headers.filter((_, i) => !headers[i - (i % 2)]?.toLowerCase().startsWith('content-'))

/** The headers with another Age, and with what the cache did in this case. */
export function amended(headers: FlatHeaders, age: number, cacheStatus?: string): FlatHeaders {
  if (age === 0 && !cacheStatus) return headers
  const changed = [...headers]
  changed[changed.length - 3] = String(age)
  if (cacheStatus) changed[changed.length - 1] = cacheStatus
  return changed
}
