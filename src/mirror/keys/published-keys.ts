import type { Payload } from 'payload'
import { UsageError } from '../../errors.ts'
import { type PublicKey, readKeys } from './public-key.ts'

const prefix = 'handbill.mirror.key.'

/** A key, and since when copies have been signed with it. */
type Published = PublicKey & { since: string }

/** A key that is not to be trusted any more, and since when that has been said. */
type Withdrawn = Published & { withdrawnAt: string }

type KeySet = { keys: Published[]; withdrawn: Withdrawn[] }

/**
 * Adds a key to those that are published, in the database, so that every server tells of it and also
 * when another has followed it: copies made before a rotation stay verifiable.
 *
 * @throws UsageError when the key has been withdrawn
 */
export async function publishKey({ kv }: Payload, key: PublicKey): Promise<void> {
  const kept = await kv.get<Partial<Withdrawn>>(prefix + key.kid)
  if (kept?.withdrawnAt) {
    throw new UsageError(
      `The key ${key.kid} was withdrawn on ${kept.withdrawnAt.slice(0, 10)} and signs nothing any more: npm run keys -- rotate`,
    )
  }
  if (!kept) await kv.set(prefix + key.kid, { ...key, since: new Date().toISOString() })
}

/**
 * Says of a published key that nothing that it has signed is to be trusted, whenever it says that it was
 * signed: whoever has the key can put any date under a copy.
 *
 * @returns whether it was trusted until now
 * @throws UsageError when there is no such key
 */
export async function withdrawKey({ kv }: Payload, kid: string): Promise<boolean> {
  const kept = await kv.get<Partial<Withdrawn>>(prefix + kid)
  if (!kept) throw new UsageError(`There is no published key ${kid}; npm run keys lists them.`)
  if (kept.withdrawnAt) return false
  await kv.set(prefix + kid, { ...kept, withdrawnAt: new Date().toISOString() })
  return true
}

/** The keys that copies were ever signed with, the newest first. */
export async function publishedKeys({ kv }: Payload): Promise<KeySet> {
  const names = (await kv.keys()).filter((name) => name.startsWith(prefix))
  const kept = await Promise.all(names.map((name) => kv.get<Partial<Withdrawn>>(name)))
  const all = kept
    .flatMap((value) =>
      readKeys(value).map((key) => ({
        ...key,
        since: value?.since ?? '',
        withdrawnAt: value?.withdrawnAt,
      })),
    )
    .sort((a, b) => (a.since < b.since ? 1 : -1))
  return {
    keys: all.filter((key) => !key.withdrawnAt).map(({ withdrawnAt: _, ...key }) => key),
    withdrawn: all.filter((key): key is Withdrawn => key.withdrawnAt !== undefined),
  }
}
