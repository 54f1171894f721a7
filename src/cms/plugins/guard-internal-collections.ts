import { type Access, Forbidden, type PayloadHandler, type SanitizedConfig } from 'payload'

/**
 * Keeps Payload's own collections to the people of the admin UI. Payload's rule for them is "anyone
 * signed in", and a partner's API key is signed in. The admin UI reads them over REST, so GraphQL, whose
 * schema everybody sees, is spared them. Some endpoints, as those of preferences, ask no rule at all.
 */
export function guardInternalCollections(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    if (!collection.slug.startsWith('payload-')) continue
    collection.graphQL = false
    const { access, endpoints } = collection
    if (endpoints) {
      collection.endpoints = endpoints.map((endpoint) => ({
        ...endpoint,
        handler: notForPartners(endpoint.handler),
      }))
    }
    for (const operation of ['create', 'read', 'update', 'delete'] as const) {
      const given: Access = access[operation]
      access[operation] = (args) =>
        args.req.user?.collection === config.admin.user ? given(args) : false
    }
  }
  return config
}

const notForPartners =
  (handler: PayloadHandler): PayloadHandler =>
  (req) => {
    // Whoever is not signed in, as on the admin's page for that, is told nothing by Payload itself.
    if (req.user && req.user.collection !== req.payload.config.admin.user)
      throw new Forbidden(req.t)
    return handler(req)
  }
