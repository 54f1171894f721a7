import { useTranslation } from '@payloadcms/ui'

/** What a part of the admin says, by language. */
export type Words<T> = { en: T } & Record<string, T>

/** The words in the editor's language, or in English where there are none. */
export function useWords<T>(words: Words<T>): T {
  const { i18n } = useTranslation()
  return wordsIn(words, i18n.language)
}

/** The same where there are no hooks. */
export const wordsIn = <T>(words: Words<T>, language: string): T => words[language] ?? words.en
