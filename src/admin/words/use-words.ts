import { useTranslation } from '@payloadcms/ui'

/** What a part of the admin says, in each of its languages. */
export type Words<T> = { en: T; es: T }

/** The words in the editor's language. */
export function useWords<T>(words: Words<T>): T {
  const { i18n } = useTranslation()
  return wordsIn(words, i18n.language)
}

export const wordsIn = <T>(words: Words<T>, language: string): T =>
  language.startsWith('es') ? words.es : words.en
