import type { SanitizedConfig } from 'payload'

/**
 * Takes the endpoints of accounts with a password from collections that have none. Payload adds them to
 * all; of a key `refresh-token` would make a signed token, which goes on when the key is revoked.
 */
export function dropAccountEndpoints(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    if (!collection.auth?.disableLocalStrategy || !collection.endpoints) continue
    collection.endpoints = collection.endpoints.filter(({ path }) => !ofAccounts.has(path))
  }
  return config
}

const ofAccounts = new Set([
  '/first-register',
  '/forgot-password',
  '/init',
  '/login',
  '/logout',
  '/refresh-token',
  '/reset-password',
  '/unlock',
  '/verify/:id',
])
