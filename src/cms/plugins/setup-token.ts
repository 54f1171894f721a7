import { createHmac, timingSafeEqual } from 'node:crypto'
import {
  APIError,
  type AuthCollectionSlug,
  type Collection,
  type CollectionSlug,
  type Endpoint,
  generatePayloadCookie,
  headersWithCors,
  type Plugin,
  registerFirstUserOperation,
} from 'payload'

/**
 * Payload lets whoever comes first make the first account, and with it own the site. With this plugin
 * that takes the set-up token, which only somebody who sees the server's terminal has.
 */
export const setupToken: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((collection) =>
    collection.slug === config.admin?.user
      ? {
          ...collection,
          fields: [...collection.fields, tokenField],
          // Endpoints of the collection come before Payload's own of the same path.
          endpoints: [...(collection.endpoints || []), registerFirst(collection.slug)],
        }
      : collection,
  ),
})

/**
 * The token is made from the secret, so that every server of a cluster, and a restarted one, agree on it
 * without storing it. It works once, since it is asked for only while there is no account.
 */
export const setupTokenOf = (secret: string): string =>
  createHmac('sha256', secret).update('handbill first administrator').digest('hex').slice(0, 32)

/** Shown on the page for the first account only; never stored, never read. */
const tokenField = {
  name: 'setupToken',
  type: 'text' as const,
  virtual: true,
  access: { read: () => false, update: () => false },
  admin: {
    components: { Field: '/admin/setup-token-field.tsx#SetupTokenField' },
    disableBulkEdit: true,
    disableListColumn: true,
    disableListFilter: true,
  },
}

const registerFirst = (slug: string): Endpoint => ({
  method: 'post',
  path: '/first-register',
  handler: async (req) => {
    if (req.json && !req.data) req.data = await req.json().catch(() => ({}))
    const { setupToken: given, ...data } = (req.data ?? {}) as Record<string, unknown>
    if (!isSame(String(given ?? ''), setupTokenOf(req.payload.secret))) {
      throw new APIError(
        'setupToken: the first account takes the set-up token that the server printed when it started.',
        403,
        null,
        true,
      )
    }
    const collection = req.payload.collections[slug as CollectionSlug] as Collection
    const { exp, token, user } = await registerFirstUserOperation<AuthCollectionSlug>({
      collection,
      data: { ...data, role: 'admin' } as never,
      req,
    })
    const cookie = generatePayloadCookie({
      collectionAuthConfig: collection.config.auth,
      cookiePrefix: req.payload.config.cookiePrefix,
      token: token ?? '',
    })
    const headers = headersWithCors({ headers: new Headers({ 'Set-Cookie': cookie }), req })
    return Response.json(
      { exp, message: req.t('authentication:successfullyRegisteredFirstUser'), token, user },
      { headers },
    )
  },
})

function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
