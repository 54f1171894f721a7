'use client'

import { useTranslation } from '@payloadcms/ui'

/** The words in the editor's language, or in English where there are none. */
export function useWords<W>(words: { en: W } & Record<string, W>): W {
  const { i18n } = useTranslation()
  return words[i18n.language] ?? words.en
}
