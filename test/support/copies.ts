import { createHash } from 'node:crypto'
import type { Client } from './service.ts'

/** A partner's copy: canonical JSON by `collection/id`. */
export type Copy = Map<string, string>

type Change = { collection: string; id: string; digest: string | null; document: unknown }

export const everything = ['campaigns', 'claims', 'demands', 'media', 'resources']

/** A JSON value in the canonical form of RFC 8785. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical)}]`
  const row = value as Record<string, unknown>
  const pairs = Object.keys(row)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(row[key])}`)
  return `{${pairs}}`
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What is public, as REST tells it. */
export async function publicCopy(reader: Client, collections = everything): Promise<Copy> {
  const copy: Copy = new Map()
  for (const collection of collections) {
    for (let page = 1, hasMore = true; hasMore; page++) {
      const path = `/api/${collection}?depth=0&locale=all&limit=100&sort=id&page=${page}`
      const { body } = await reader.get(path)
      for (const one of body.docs) copy.set(`${collection}/${one.id}`, canonical(one))
      hasMore = body.hasNextPage
    }
  }
  return copy
}

/** Applies changes as a partner does. */
export function applyChanges(copy: Copy, changes: Change[]): void {
  for (const { collection, id, digest, document } of changes) {
    const text = canonical(document)
    if (document === null) copy.delete(`${collection}/${id}`)
    else if (digestOf(text) === digest) copy.set(`${collection}/${id}`, text)
    else throw new Error(`${collection}/${id} has not the digest ${digest}`)
  }
}

/**
 * Follows from a token to the end.
 *
 * @returns the token of the end; undefined when one has to start over
 */
export async function catchUp(
  reader: Client,
  copy: Copy,
  since = '',
  query = '',
): Promise<string | undefined> {
  for (let token = since; ; ) {
    const { body, status, text } = await reader.get(`/api/changes?since=${token}${query}`)
    if (status === 410) return undefined
    if (status !== 200) throw new Error(text)
    applyChanges(copy, body.changes)
    token = body.next
    if (!body.more) return token
  }
}
