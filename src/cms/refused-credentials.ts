import {
  type Endpoint,
  headersWithCors,
  type PayloadHandler,
  type PayloadRequest,
  type SanitizedConfig,
} from 'payload'
import { isUnknownWhose } from './unknown-session.ts'

export type RefusedCredential = { status: number; code: string; message: string }

const refused = new WeakMap<object, RefusedCredential>()

/**
 * Notes that what a request brings to say who asks is not good. Payload knows no such answer of a
 * strategy: it goes on as if nobody had said anything.
 */
export function noteRefused(headers: object, refusal: RefusedCredential): void {
  refused.set(headers, refusal)
}

/**
 * The answer to a request whose credential is not good; undefined when there is none or it is good.
 *
 * @param mayHaveBadToken where one signs in, and an old token may still be sent
 */
export async function refusalOf(
  req: PayloadRequest,
  mayHaveBadToken = false,
): Promise<Response | undefined> {
  const refusal = refused.get(req.headers) ?? (await refusalOfToken(req, mayHaveBadToken))
  if (!refusal) return undefined
  const { status, code, message } = refusal
  const challenge = 'Bearer realm="API", error="invalid_token"'
  const headers = new Headers(
    status === 401
      ? { 'WWW-Authenticate': challenge }
      : status === 503
        ? { 'Retry-After': '1' }
        : {},
  )
  const body = { errors: [{ message, data: { code } }] }
  return Response.json(body, { status, headers: headersWithCors({ headers, req }) })
}

const badToken: RefusedCredential = {
  status: 401,
  code: 'token_invalid',
  message:
    'Authorization: this token is not good: it has expired, its session has ended, or it was not made here. Sign in again, or send none to read what is public.',
}

async function refusalOfToken(
  req: PayloadRequest,
  mayHaveBadToken: boolean,
): Promise<RefusedCredential | undefined> {
  if (await isUnknownWhose(req)) return unknownWhose
  return isLeftAlone(req) && !mayHaveBadToken ? badToken : undefined
}

const unknownWhose: RefusedCredential = {
  status: 503,
  code: 'accounts_unavailable',
  message: 'It could not be found out whose session this is. Try again in a moment.',
}

/** Where it is written in a config that tokens are refused, for another project may sign in otherwise. */
const refusesTokens = 'refusesBadTokens'

/** Whether a token was sent that signs nobody in. A cookie may have expired unseen, and is no such token. */
const isLeftAlone = ({ headers, payload, user }: PayloadRequest): boolean =>
  !user &&
  /^(?:JWT|Bearer) /.test(headers.get('Authorization') ?? '') &&
  payload.config.custom?.[refusesTokens] === true

/** Has every endpoint answer a credential that is not good with the refusal. */
export function refuseBadCredentials(config: SanitizedConfig): SanitizedConfig {
  config.custom = { ...config.custom, [refusesTokens]: true }
  for (const owner of [config, ...config.collections, ...config.globals]) {
    if (!owner.endpoints) continue
    const isAccounts = 'slug' in owner && owner.slug === config.admin.user
    owner.endpoints = owner.endpoints.map((endpoint) => ({
      ...endpoint,
      handler: refusing(endpoint.handler, isAccounts && isForSigningIn(endpoint)),
    })) as never
  }
  return config
}

/** Where one gets a token, gives it back, or asks whether it is good. */
const isForSigningIn = ({ path }: Pick<Endpoint, 'path'>): boolean =>
  /^\/(?:login|logout|me|init|refresh-token|first-register|forgot-password|reset-password|unlock)$/.test(
    path,
  )

const refusing =
  (handler: PayloadHandler, mayHaveBadToken: boolean): PayloadHandler =>
  async (req) =>
    (await refusalOf(req, mayHaveBadToken)) ?? handler(req)
