import type { Access, SanitizedConfig } from 'payload'

/**
 * Keeps Payload's own collections to the people of the admin UI. Payload's rule for them is "anyone
 * signed in", and a partner's API key is signed in. The admin UI reads them over REST, so GraphQL, whose
 * schema everybody sees, is spared them.
 */
export function guardInternalCollections(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    if (!collection.slug.startsWith('payload-')) continue
    collection.graphQL = false
    const { access } = collection
    for (const operation of ['create', 'read', 'update', 'delete'] as const) {
      const given: Access = access[operation]
      access[operation] = (args) =>
        args.req.user?.collection === config.admin.user ? given(args) : false
    }
  }
  return config
}
