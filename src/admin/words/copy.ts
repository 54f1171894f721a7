/** What is said of copying a campaign. */
export const copyWords = {
  en: {
    copy: 'Copy with claims and demands',
    copied: 'The campaign has been copied, as drafts.',
  },
  es: {
    copy: 'Copiar con afirmaciones y demandas',
    copied: 'La campaña se ha copiado, como borradores.',
  },
}
