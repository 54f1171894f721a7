import type { Payload } from 'payload'
import { type PublicKey, readKeys } from './public-key.ts'

const prefix = 'handbill.mirror.key.'

/** A key, and since when copies have been signed with it. */
type Published = PublicKey & { since: string }

/**
 * Adds a key to those that are published, in the database, so that every server tells of it and also
 * when another has followed it: copies made before a rotation stay verifiable.
 */
export async function publishKey({ kv }: Payload, key: PublicKey): Promise<void> {
  if (await kv.has(prefix + key.kid)) return
  await kv.set(prefix + key.kid, { ...key, since: new Date().toISOString() })
}

/** The keys that copies were ever signed with, the newest first. */
export async function publishedKeys({ kv }: Payload): Promise<Published[]> {
  const names = (await kv.keys()).filter((name) => name.startsWith(prefix))
  const kept = await Promise.all(names.map((name) => kv.get<{ since: string }>(name)))
  return kept
    .flatMap((value) => readKeys(value).map((key) => ({ ...key, since: value?.since ?? '' })))
    .sort((a, b) => (a.since < b.since ? 1 : -1))
}
