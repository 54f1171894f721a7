import type { Words } from './use-words.ts'

type SpreadsheetWords = {
  files: string
  exportAs: (format: string) => string
  import: string
  close: string
  title: string
  intro: string
  file: string
  fileNotText: string
  language: string
  publish: string
  check: string
  confirm: string
  busy: string
  wouldDo: string
  done: string
  counts: (counts: {
    created: number
    updated: number
    unchanged: number
    published: number
  }) => string
  nothing: string
  mistakes: (all: number) => string
  firstOnly: (shown: number) => string
  warnings: string
  row: string
  column: string
  problem: string
}

export const spreadsheetWords: Words<SpreadsheetWords> = {
  en: {
    files: 'Spreadsheets',
    exportAs: (format) => `Export ${format}`,
    import: 'Import CSV or JSON',
    close: 'Close',
    title: 'Import from a spreadsheet',
    intro:
      'Choose a file as it was exported here, changed. Rows with an id or a known slug change their document, other rows make one. It is checked first; with a mistake in any row nothing is written.',
    file: 'The file: CSV or JSON',
    fileNotText: 'This file is not text in UTF-8. Save the sheet as "CSV UTF-8".',
    language: 'The language of its texts',
    publish: 'Publish what is imported; otherwise it becomes drafts',
    check: 'Check the file',
    confirm: 'Import it',
    busy: 'Working …',
    wouldDo: 'What importing does',
    done: 'Imported',
    counts: ({ created, published, unchanged, updated }) =>
      [
        `${created} new`,
        `${updated} changed`,
        `${unchanged} as they are`,
        ...(published > 0 ? [`${published} published`] : []),
      ].join(', '),
    nothing: 'Nothing would change.',
    mistakes: (all) =>
      all === 1 ? '1 mistake; nothing can be imported' : `${all} mistakes; nothing can be imported`,
    firstOnly: (shown) => `These are the first ${shown}.`,
    warnings: 'What cannot be kept',
    row: 'Row',
    column: 'Column',
    problem: 'What is wrong',
  },
  es: {
    files: 'Hojas de cálculo',
    exportAs: (format) => `Exportar ${format}`,
    import: 'Importar CSV o JSON',
    close: 'Cerrar',
    title: 'Importar desde una hoja de cálculo',
    intro:
      'Elige un archivo como se exportó aquí, con tus cambios. Las filas con un id o un slug conocido cambian su documento; las demás crean uno. Primero se revisa; con un error en cualquier fila no se escribe nada.',
    file: 'El archivo: CSV o JSON',
    fileNotText: 'Este archivo no es texto en UTF-8. Guarda la hoja como «CSV UTF-8».',
    language: 'El idioma de sus textos',
    publish: 'Publicar lo que se importa; si no, quedan borradores',
    check: 'Revisar el archivo',
    confirm: 'Importarlo',
    busy: 'Un momento …',
    wouldDo: 'Qué hace la importación',
    done: 'Importado',
    counts: ({ created, published, unchanged, updated }) =>
      [
        `${created} nuevos`,
        `${updated} cambiados`,
        `${unchanged} como están`,
        ...(published > 0 ? [`${published} publicados`] : []),
      ].join(', '),
    nothing: 'No cambiaría nada.',
    mistakes: (all) =>
      all === 1
        ? '1 error; no se puede importar nada'
        : `${all} errores; no se puede importar nada`,
    firstOnly: (shown) => `Estos son los primeros ${shown}.`,
    warnings: 'Lo que no se puede conservar',
    row: 'Fila',
    column: 'Columna',
    problem: 'Qué está mal',
  },
}
