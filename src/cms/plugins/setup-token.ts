import { createHmac, timingSafeEqual } from 'node:crypto'
import {
  APIError,
  type AuthCollectionSlug,
  addDataAndFileToRequest,
  type Collection,
  type CollectionSlug,
  type Endpoint,
  generatePayloadCookie,
  headersWithCors,
  type PayloadRequest,
  type Plugin,
  registerFirstUserOperation,
  type UIField,
} from 'payload'
import { makeFirstAccount } from '../first-account.ts'

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

/**
 * Asks for the token on the page for the first account, and is nowhere else. A field with data would
 * be in the types, in GraphQL and in the OpenAPI document of every account.
 */
const tokenField: UIField = {
  name: 'setupTokenField',
  type: 'ui',
  admin: {
    components: { Field: '/admin/setup-token-field.tsx#SetupTokenField' },
    disableBulkEdit: true,
    disableListColumn: true,
  },
}

const registerFirst = (slug: string): Endpoint => ({
  method: 'post',
  path: '/first-register',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const { setupToken: given, ...data } = (req.data ?? {}) as Record<string, unknown>
    if (!isSame(String(given ?? ''), setupTokenOf(req.payload.secret))) throw new SetupTokenError()

    const collection = req.payload.collections[slug as CollectionSlug] as Collection
    const { exp, token, user } = await makeFirstAccount(req, () =>
      registerFirstUserOperation<AuthCollectionSlug>({
        collection,
        data: { ...data, role: 'admin' } as never,
        req,
      }),
    )
    const message = req.t('authentication:successfullyRegisteredFirstUser')
    return Response.json(
      { exp, message, token, user },
      { headers: signedIn(req, collection, token) },
    )
  },
})

class SetupTokenError extends APIError {
  // By its name Payload finds the level to log it at.
  override name = 'Forbidden'
  constructor() {
    const message =
      'setupToken: the first account takes the set-up token that the server printed when it started.'
    super(message, 403, null, true)
  }
}

function signedIn(req: PayloadRequest, { config }: Collection, token = ''): Headers {
  const { cookiePrefix } = req.payload.config
  const cookie = generatePayloadCookie({ collectionAuthConfig: config.auth, cookiePrefix, token })
  return headersWithCors({ headers: new Headers({ 'Set-Cookie': cookie }), req })
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
