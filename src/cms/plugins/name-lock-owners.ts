import type { CollectionAfterReadHook, SanitizedConfig } from 'payload'

/**
 * Has the admin say who is in a document. It says the e-mail address, which most editors may not read of
 * each other, and where there is none an id; in locks, the name stands in its place.
 */
export function nameLockOwners(config: SanitizedConfig): SanitizedConfig {
  const locks = config.collections.find(({ slug }) => slug === 'payload-locked-documents')
  locks?.hooks.afterRead.push(nameOwner)
  return config
}

type Lock = { user?: { value?: { name?: string } | string } }

const nameOwner: CollectionAfterReadHook = ({ doc }: { doc: Lock }) => {
  const owner = doc.user?.value
  if (!owner || typeof owner !== 'object' || !owner.name) return doc
  return { ...doc, user: { ...doc.user, value: { ...owner, email: owner.name } } }
}
