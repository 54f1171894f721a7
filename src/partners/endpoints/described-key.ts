import type { StoredKey } from '../collections.ts'

/** A key as an administrator sees it: everything but what it is. */
export type DescribedKey = {
  id: string
  label: string | null
  state: 'working' | 'expired' | 'revoked'
  createdAt: string
  expiresAt: string | null
  lastUsedOn: string | null
  revokedAt: string | null
}

export const describe = (key: StoredKey): DescribedKey => ({
  id: key.keyId,
  label: key.label ?? null,
  state: stateOf(key),
  createdAt: new Date(key.createdAt).toISOString(),
  expiresAt: iso(key.expiresAt),
  lastUsedOn: key.lastUsedOn ?? null,
  revokedAt: iso(key.revokedAt),
})

function stateOf({ expiresAt, revokedAt }: StoredKey): DescribedKey['state'] {
  if (revokedAt) return 'revoked'
  return expiresAt && Date.parse(expiresAt) <= Date.now() ? 'expired' : 'working'
}

const iso = (date: string | null | undefined): string | null =>
  date ? new Date(date).toISOString() : null
