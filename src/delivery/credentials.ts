import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request says who asks: with `Authorization`, or with the cookie of a log-in.
 *
 * @param cookiePrefix as in `payload-token`, without the hyphen
 */
export function credentialsIn(cookiePrefix: string): (headers: IncomingHttpHeaders) => boolean {
  const name = `${cookiePrefix}-token`
  return ({ authorization, cookie }) => {
    if (authorization !== undefined) return true
    if (cookie === undefined || !cookie.includes(name)) return false
    return cookie.split(';').some((pair) => pair.split('=', 1)[0]?.trim() === name)
  }
}
