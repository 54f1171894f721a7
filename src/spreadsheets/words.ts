const en = {
  accepted: (values: string[]) => `accepted: ${values.join(', ')}`,
  date: 'accepted: a day or a time, such as 2026-11-24 or 2026-11-24T09:00:00Z',
  duplicate: (row: number) => `the same document as in row ${row}`,
  flag: 'accepted: true, false',
  isNeeded: 'is needed',
  list: 'accepted: a list of texts',
  locale: (locale: string, asked: string) =>
    `this row is in "${locale}", and the import in "${asked}"; choose that language, or leave the cell empty`,
  newer:
    'was changed after this file was exported; export it again, or empty this cell to overwrite',
  noRow: 'accepted: an object with the names of the columns',
  noSuchDocument: (collection: string, text: string) =>
    `there is no document "${text}" in ${collection}`,
  noSuchColumn: (names: string[]) => `is no column here; accepted: ${names.join(', ')}`,
  number: 'accepted: a number, such as 1200 or 12.5',
  object: 'accepted: an object',
  readOnly: 'cannot be changed here; leave it as it was exported, or empty',
  reference: (collections: string[]) =>
    `accepted: ${collections.map((one) => `${one}/SLUG`).join(', ')}`,
  rows: 'accepted: a list of objects',
  text: 'accepted: a text',
  twice: 'stands twice in the first row',
}

export type SheetWords = typeof en

const es: SheetWords = {
  accepted: (values) => `se acepta: ${values.join(', ')}`,
  date: 'se acepta: un día o una hora, como 2026-11-24 o 2026-11-24T09:00:00Z',
  duplicate: (row) => `el mismo documento que en la fila ${row}`,
  flag: 'se acepta: true, false',
  isNeeded: 'hace falta',
  list: 'se acepta: una lista de textos',
  locale: (locale, asked) =>
    `esta fila está en «${locale}» y la importación en «${asked}»; elige ese idioma o deja la celda vacía`,
  newer:
    'cambió después de exportar este archivo; expórtalo de nuevo, o vacía esta celda para sobrescribir',
  noRow: 'se acepta: un objeto con los nombres de las columnas',
  noSuchDocument: (collection, text) => `no hay ningún documento «${text}» en ${collection}`,
  noSuchColumn: (names) => `no es una columna; se acepta: ${names.join(', ')}`,
  number: 'se acepta: un número, como 1200 o 12.5',
  object: 'se acepta: un objeto',
  readOnly: 'no se puede cambiar aquí; déjalo como se exportó, o vacío',
  reference: (collections) => `se acepta: ${collections.map((one) => `${one}/SLUG`).join(', ')}`,
  rows: 'se acepta: una lista de objetos',
  text: 'se acepta: un texto',
  twice: 'está dos veces en la primera fila',
}

/** What is said of a cell, in the editor's language. */
export const sheetWordsIn = (language: string): SheetWords => (language.startsWith('es') ? es : en)
