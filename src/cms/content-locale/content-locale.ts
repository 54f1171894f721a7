import type { FlattenedField } from 'payload'

/** Which languages a document is in, by its heading, and which of them is shown. */
export type ContentLocale = { contentLocale: string | null; locales: string[] }

/** What is asked for, and what is shown instead where that is missing. */
export type Wanted = { locale: string; fallback: readonly string[]; codes: readonly string[] }

/**
 * A document is in a language when its heading is: the title, or the statement of a claim. Another text that
 * is missing in it is shown in the fallback all the same.
 *
 * @param heading its values by language
 */
export function contentLocaleOf(
  heading: Record<string, unknown>,
  { locale, fallback, codes }: Wanted,
): ContentLocale {
  const locales = codes.filter((code) => heading[code])
  const shown = [locale, ...fallback].find((code) => locales.includes(code))
  return { contentLocale: shown ?? null, locales }
}

/** The translated field that documents of a collection are known by; undefined when there is none. */
export function headingIn(fields: readonly FlattenedField[]): string | undefined {
  const own = fields.find(({ name }) => name === 'contentLocale')
  const { heading } = (own?.custom ?? {}) as { heading?: string }
  return heading
}
