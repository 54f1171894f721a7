/** What the admin lists collections under, in the order of `index.ts`. */
export const groups = {
  content: { en: 'Content', es: 'Contenido' },
  partners: { en: 'Partners', es: 'Socios' },
  upkeep: { en: 'Upkeep', es: 'Mantenimiento' },
}
