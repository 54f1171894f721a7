import { createHash } from 'node:crypto'
import type { Tag } from '../changes/tags.ts'
import { Answer } from './answer.ts'
import type { Question } from './question.ts'
import { type FlatHeaders, forwardedHeaders, mergedVary } from './source-headers.ts'
import { surrogateKey } from './surrogate-key.ts'

/** A rendering whose body has been read. */
export type Rendered = { response: Response; body: Buffer; tags: ReadonlySet<Tag> }

const keptStatuses = new Set([200, 308, 404, 410])

/**
 * Editors are answered differently at the same URLs, and a shared cache in front must not mix them up
 * with the public.
 */
const variesBy = ['Accept-Encoding', 'Authorization', 'Cookie']

/** Whether an answer is one for everybody that a change would take back, and says nothing against it. */
export function isKeepable({ response: { status, headers }, tags }: Rendered): boolean {
  if (!keptStatuses.has(status) || tags.size === 0) return false
  if (headers.has('Set-Cookie') || headers.has('Content-Encoding')) return false
  if (/no-store|private/i.test(headers.get('Cache-Control') ?? '')) return false
  return !headers.get('Vary')?.includes('*')
}

/**
 * The answer to keep.
 *
 * @param lastModified milliseconds
 * @param sharedMaxAge seconds for which a shared cache may answer without asking
 * @param fields what it says beside what its source says
 */
export function keptAnswer(
  { response, body, tags }: Rendered,
  { isShared, variesByAccept }: Question,
  lastModified: number,
  sharedMaxAge: number,
  fields: FlatHeaders,
): Answer {
  const { content, others } = forwardedHeaders(response.headers, true)
  for (let i = 0; i < fields.length; i += 2) {
    const [name = '', value = ''] = fields.slice(i, i + 2)
    if (!response.headers.has(name)) others.push(name, value)
  }
  const own = variesByAccept ? [...variesBy, 'Accept'] : variesBy
  others.push('Vary', mergedVary(response.headers.get('Vary'), own))
  others.push('Cache-Control', isShared ? cacheControl(sharedMaxAge) : 'no-store')
  if (isShared) others.push('Surrogate-Key', [...tags].map(surrogateKey).join(' '))
  const isValidated = isShared && response.status === 200
  return new Answer({
    status: response.status,
    content,
    others,
    body,
    isCompressible: true,
    tag: isValidated ? hashOf(response.headers.get('Content-Type'), body) : undefined,
    lastModified: isValidated && Number.isFinite(lastModified) ? lastModified : undefined,
    isAged: isShared,
  })
}

/**
 * An answer for those who wait for it now.
 *
 * @param isOutdated whether a change has overtaken it, which the source could not know
 */
export function passedAnswer({ response, body }: Rendered, isOutdated: boolean): Answer {
  const { content, others } = forwardedHeaders(response.headers, isOutdated)
  others.push('Vary', mergedVary(response.headers.get('Vary'), variesBy))
  if (isOutdated || !response.headers.has('Cache-Control')) others.push('Cache-Control', 'no-store')
  const { status } = response
  return new Answer({ status, content, others, body, isCompressible: false, isAged: false })
}

/** What is said when the source failed; the reason may hold anything, and is logged instead. */
export const failedAnswer = (): Answer =>
  new Answer({
    status: 500,
    content: ['Content-Type', 'application/json'],
    others: ['Cache-Control', 'no-store'],
    body: Buffer.from('{"errors":[{"message":"Something went wrong."}]}'),
    isCompressible: false,
    isAged: false,
  })

/** What is said when there is no room to make an answer, or it takes too long. */
export const busyAnswer = (): Answer =>
  new Answer({
    status: 503,
    content: ['Content-Type', 'application/json'],
    others: ['Access-Control-Allow-Origin', '*', 'Cache-Control', 'no-store', 'Retry-After', '1'],
    body: Buffer.from('{"errors":[{"message":"The server is busy. Ask again in 1 s."}]}'),
    isCompressible: false,
    isAged: false,
  })

const cacheControl = (seconds: number): string =>
  `public, max-age=0, must-revalidate, s-maxage=${seconds}`

/** The media type counts: the same bytes under another are another representation (RFC 9110, 8.8.1). */
const hashOf = (type: string | null, body: Buffer): string =>
  createHash('sha256').update(`${type}\n`).update(body).digest('base64url').slice(0, 27)
