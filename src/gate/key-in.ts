/**
 * The partner's key that an Authorization header brings: after `Bearer`, or after `partners API-Key`, as
 * Payload's own clients say it.
 *
 * @returns undefined when it brings something else, as an editor's token; for an attempt at a key that
 *   is none, something that is no key
 */
export function keyIn(authorization: string): string | undefined {
  const [, scheme = '', given = ''] = forms.exec(authorization) ?? []
  if (scheme === '')
    return authorization.includes('hb_') && !isToken(authorization) ? '' : undefined
  if (/^bearer$/i.test(scheme)) return isToken(given) ? undefined : given
  return /^(?:partners +)?api-key$/i.test(scheme) ? given : ''
}

const forms = /^(Bearer|(?:\S+ +)?API-Key)(?: +(.*))?$/i

/** A signed token has three parts. */
const isToken = (text: string): boolean => /^(?:JWT +)?[\w-]+\.[\w-]+\.[\w-]*$/i.test(text)
