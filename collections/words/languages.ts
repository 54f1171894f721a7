/** The languages that the admin itself is in. */
const adminLanguages = ['en', 'es'] as const

/** The name of a language in another one: `es` is Spanish in `en`. */
export const languageName = (code: string, language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code

/** A language of the content with its name, as Payload's configuration takes it. */
export const namedLocale = (code: string) => ({
  code,
  label: Object.fromEntries(
    adminLanguages.map((language) => [language, languageName(code, language)]),
  ),
})
