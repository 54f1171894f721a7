import type { readTexts } from './read-texts.ts'

/** Where the config keeps how it is read, for the admin's pages, which Next bundles apart. */
export const translationsKey = 'handbillTranslations'

export type Reading = typeof readTexts
