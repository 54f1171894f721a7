import { en, type Words } from './en.ts'
import { es } from './es.ts'

export type { Words }

const languages: Record<string, Words> = { en, es }

/** The words in that language, or in English where there are none. */
export const wordsFor = (locale: string): Words => languages[locale.split('-', 1)[0] ?? ''] ?? en
