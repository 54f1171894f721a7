import type { Plugin } from 'payload'
import { inLanguages } from '../../../collections/words/in-languages.ts'

/** Has the admin name every collection and field in the editor's language, those of plugins before included. */
export const words: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map(inLanguages),
})
