/**
 * The partner's key that an Authorization header brings: after `Bearer`, or after `partners API-Key`, as
 * Payload's own clients say it.
 *
 * @returns undefined when it brings something else, as an editor's token; for an attempt at a key that
 *   is none, what stands in its place
 */
export function keyIn(authorization: string): string | undefined {
  const apiKey = /^(?:\S+ +)?API-Key(?: +(.*))?$/i.exec(authorization)
  if (apiKey) return apiKey[1] ?? ''
  const bearer = /^Bearer(?: +(.*))?$/i.exec(authorization)
  // A signed token has three parts.
  if (bearer) return isToken(bearer[1] ?? '') ? undefined : (bearer[1] ?? '')
  return authorization.includes('hb_') && !isToken(authorization) ? authorization : undefined
}

const isToken = (text: string): boolean => /^(?:JWT +)?[\w-]+\.[\w-]+\.[\w-]*$/i.test(text)
