import type { PayloadRequest, SanitizedCollectionConfig, SanitizedConfig } from 'payload'

/** A request of somebody who is not signed in, for asking access rules what they may read. */
export function anonymousRequest(config: SanitizedConfig): PayloadRequest {
  const collections = Object.fromEntries(
    config.collections.map((collection) => [collection.slug, { config: collection }]),
  )
  const request = {
    context: {},
    headers: new Headers(),
    payload: { config, collections },
    payloadAPI: 'REST',
    query: {},
    user: null,
  }
  return request as unknown as PayloadRequest
}

/** The collections of which everybody may read something. */
export async function publicCollections(
  config: SanitizedConfig,
  req: PayloadRequest,
): Promise<SanitizedCollectionConfig[]> {
  const open: SanitizedCollectionConfig[] = []
  for (const collection of config.collections) {
    if (!collection.auth && (await mayRead(collection, req))) open.push(collection)
  }
  return open
}

/** A rule that cannot be asked without a database is taken for a no. */
async function mayRead({ access }: SanitizedCollectionConfig, req: PayloadRequest) {
  try {
    return (await access.read({ req })) !== false
  } catch {
    return false
  }
}
