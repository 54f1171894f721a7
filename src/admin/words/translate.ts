import type { State } from '../../translations/read-texts.ts'

type TranslateWords = {
  choose: string
  nothing: string
  original: string
  translation: string
  states: Record<State, string>
  stands: string
  save: string
  done(translated: number, total: number): string
  ofCampaign(translated: number, total: number): string
}

const en: TranslateWords = {
  choose: 'Translate into',
  nothing: 'There is no text to translate yet: write the original first.',
  original: 'Original',
  translation: 'Translation',
  states: { missing: 'Missing', outdated: 'The original has changed', translated: 'Translated' },
  stands: 'The translation still stands',
  save: 'Save the translation',
  done: (translated, total) => `${translated} of ${total} texts are translated.`,
  ofCampaign: (translated, total) =>
    `Of the campaign’s documents ${translated} of ${total} are translated.`,
}

const es: TranslateWords = {
  choose: 'Traducir al',
  nothing: 'Aún no hay texto que traducir: escribe primero el original.',
  original: 'Original',
  translation: 'Traducción',
  states: { missing: 'Falta', outdated: 'El original ha cambiado', translated: 'Traducido' },
  stands: 'La traducción sigue valiendo',
  save: 'Guardar la traducción',
  done: (translated, total) => `${translated} de ${total} textos están traducidos.`,
  ofCampaign: (translated, total) =>
    `De los documentos de la campaña, ${translated} de ${total} están traducidos.`,
}

export const translateWords = { en, es }
