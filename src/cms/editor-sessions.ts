import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Payload } from 'payload'

/**
 * Tells whether a request brings a token that we have signed for an account of the admin. It asks no
 * database, so the session may have been ended since: it tells whom not to count, not what they may do.
 */
export function editorSessions({
  config,
  secret,
}: Payload): (headers: IncomingHttpHeaders) => boolean {
  const cookieName = `${config.cookiePrefix}-token`
  return ({ authorization, cookie }) =>
    [tokenIn(authorization), cookieIn(cookie, cookieName)].some(
      (token) => token !== undefined && isSigned(token, secret, config.admin.user),
    )
}

/** Tells the addresses at which one signs in or gets a new password. */
export function accountPaths({ config }: Payload): (url: string) => boolean {
  const accounts = `${config.routes.api}/${config.admin.user}`
  const path = new RegExp(
    `^${accounts}/(?:login|first-register|forgot-password|reset-password|unlock)(?:[/?]|$)`,
  )
  return (url) => path.test(url)
}

/** Whether we have signed a token for an account of the admin, and it has not expired. */
export const isEditorToken = ({ config, secret }: Payload, token: string): boolean =>
  isSigned(token, secret, config.admin.user)

const tokenIn = (authorization = ''): string | undefined =>
  /^(?:JWT|Bearer) (.+)$/.exec(authorization)?.[1]

function cookieIn(cookies = '', name: string): string | undefined {
  for (const pair of cookies.split(';')) {
    const [key, value] = pair.split('=', 2)
    if (key?.trim() === name) return value?.trim()
  }
  return undefined
}

function isSigned(token: string, secret: string, collection: string): boolean {
  const [head = '', body = '', signature = '', ...more] = token.split('.')
  const expected = createHmac('sha256', secret).update(`${head}.${body}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (more.length > 0 || given.length !== expected.length) return false
  if (!timingSafeEqual(given, expected)) return false
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
  return claims.collection === collection && claims.exp * 1000 > Date.now()
}
