import Negotiator from 'negotiator'

/*
 * What a page makes of a client's preferences. Each is brought into one of few spellings, in which it means
 * the same: the cache keeps an answer for each, and asks for it in that spelling.
 */

/** How many languages before the default one are listened to. */
const mostLanguages = 2

/**
 * The media type to answer with: the one that Accept prefers, the first of them in doubt. Who takes none
 * of them gets the first too, which serves people better than a refusal (RFC 9110, 15.5.7).
 */
export const preferredType = (accept: string | null, types: readonly string[]): string =>
  (accept && new Negotiator({ headers: { accept } }).mediaType(types)) || (types[0] ?? '')

/**
 * The languages that Accept-Language prefers to the default one, best first. What comes after that is
 * not looked at, for nearly everything is in the default language.
 */
export function preferredLanguages(
  acceptLanguage: string | null,
  locales: readonly string[],
  defaultLocale: string,
): string[] {
  if (!acceptLanguage) return []
  const headers = { 'accept-language': acceptLanguage }
  const order = new Negotiator({ headers }).languages([...locales])
  const end = order.indexOf(defaultLocale)
  return order.slice(0, end < 0 ? mostLanguages : Math.min(end, mostLanguages))
}

/** The header that a choice of media types is made with, for the cache. */
export const acceptPreference = (types: readonly string[]) => ({
  header: 'accept' as const,
  parameter: 'format',
  canonical: (accept: string) => {
    const type = preferredType(accept, types)
    return type === types[0] ? '' : type
  },
})

/** The header that a choice of languages is made with, for the cache. */
export const languagePreference = (locales: readonly string[], defaultLocale: string) => ({
  header: 'accept-language' as const,
  parameter: 'locale',
  canonical: (languages: string) =>
    preferredLanguages(languages, locales, defaultLocale).join(', '),
})
