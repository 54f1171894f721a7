/** What our own tabs of a document are called, in the form that Payload takes for it. */
export const tabWords = {
  en: { handbill: { translate: 'Translate' } },
  es: { handbill: { translate: 'Traducir' } },
}

/** What saved filters are called. */
export const presetWords = {
  singular: { en: 'Saved filter', es: 'Filtro guardado' },
  plural: { en: 'Saved filters', es: 'Filtros guardados' },
}
