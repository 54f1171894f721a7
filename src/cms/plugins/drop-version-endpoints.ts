import type { SanitizedConfig } from 'payload'

/**
 * Takes the version endpoints from collections that keep no versions. Payload adds them to all, and they
 * answer 500 where there is no table of versions.
 */
export function dropVersionEndpoints(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    if (collection.versions || !collection.endpoints) continue
    collection.endpoints = collection.endpoints.filter(({ path }) => !path.startsWith('/versions'))
  }
  return config
}
