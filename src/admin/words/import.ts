import type { Words } from './use-words.ts'

type ImportWords = {
  title: string
  intro: string
  notYours: string
  flyer: string
  pasteHere: string
  withFormatting: string
  file: string
  fileNotText: string
  language: string
  campaign: string
  sameTitle: string
  show: string
  busy: string
  itsText: string
  notPlaced: string
  leftOut: string
  nowhere: string
  becomes: string
  campaignTitle: string
  summary: string
  heading: (n: number) => string
  noHeading: string
  campaignText: string
  fromTexts: string
  kindOf: (title: string) => string
  titleOf: (kind: string) => string
  merge: string
  mergeOf: (title: string) => string
  kinds: Record<'claim' | 'demand' | 'resource' | 'text' | 'nothing', string>
  actions: Record<'created' | 'updated' | 'unchanged', string>
  existing: string
  sources: string
  undo: string
  startOver: string
  confirm: (drafts: number) => string
  nothingToDo: string
  translation: string
  warnings: string
  cannot: string
  done: string
  doneNothing: string
  drafts: string
  publishersOnly: string
  another: string
  collections: Record<string, string>
}

export const importWords: Words<ImportWords> = {
  en: {
    title: 'Import a flyer',
    intro:
      'Paste a one-pager, or choose a file. You see what becomes of it, and can change that, before anything is written.',
    notYours: 'Importing makes new documents, which your role may not.',
    flyer: 'The flyer',
    pasteHere:
      'Paste here from a word processor, a web page or a mail: headings, lists and links come along. Markdown is understood too.',
    withFormatting: 'Pasted with its headings, lists and links.',
    file: 'Or a file: Markdown, HTML or plain text',
    fileNotText:
      'This file is not text in UTF-8. From a word processor, copy the text and paste it here, or save it as a web page.',
    language: 'The language it is in',
    campaign: 'The campaign it goes into',
    sameTitle: 'a new one, or the one with the same title',
    show: 'Show what it becomes',
    busy: 'Reading …',
    itsText: "The flyer's text",
    notPlaced: 'not placed',
    leftOut: 'left out',
    nowhere: 'in no part',
    becomes: 'What it becomes',
    campaignTitle: "The campaign's title",
    summary: 'Its summary',
    heading: (n) => `Heading of section ${n}`,
    noHeading: 'Without a heading',
    campaignText: "The campaign's text",
    fromTexts: 'Resources that only a text links to',
    kindOf: (title) => `What "${title}" is`,
    titleOf: (kind) => `Title of the ${kind.toLowerCase()}`,
    merge: 'Merge into the one above',
    mergeOf: (title) => `Merge into the one above: ${title}`,
    kinds: {
      claim: 'Claim',
      demand: 'Demand',
      resource: 'Resource',
      text: 'Campaign text',
      nothing: 'Leave out',
    },
    actions: { created: 'new', updated: 'will be updated', unchanged: 'is there already' },
    existing: 'open',
    sources: 'Evidence:',
    undo: 'Undo the last change',
    startOver: 'Start over',
    confirm: (drafts) => (drafts === 1 ? 'Import 1 draft' : `Import ${drafts} drafts`),
    nothingToDo: 'Everything in this flyer is there already: importing it changes nothing.',
    translation: 'This flyer is a translation: only its texts are written, in its language.',
    warnings: 'Worth a look',
    cannot: 'It cannot be imported like this:',
    done: 'Imported, as drafts',
    doneNothing: 'Nothing was changed: everything was there already',
    drafts:
      'What is a draft here can be published together: all of it, or as much as you tick, once nothing stands in the way.',
    publishersOnly:
      'Drafts can be sent to review. A reviewer or an admin can publish all of them together, on the campaign.',
    another: 'Import another flyer',
    collections: {
      campaigns: 'Campaign',
      claims: 'Claims',
      demands: 'Demands',
      resources: 'Resources',
    },
  },
  es: {
    title: 'Importar un volante',
    intro:
      'Pega una hoja informativa o elige un archivo. Verás en qué se convierte, y podrás cambiarlo, antes de que se escriba nada.',
    notYours: 'Importar crea documentos nuevos, y tu rol no puede.',
    flyer: 'El volante',
    pasteHere:
      'Pega aquí desde un procesador de textos, una página o un correo: los títulos, listas y enlaces vienen también. También se entiende Markdown.',
    withFormatting: 'Pegado con sus títulos, listas y enlaces.',
    file: 'O un archivo: Markdown, HTML o texto simple',
    fileNotText:
      'Este archivo no es texto en UTF-8. Si es de un procesador de textos, copia el texto y pégalo aquí, o guárdalo como página web.',
    language: 'El idioma en que está',
    campaign: 'La campaña a la que va',
    sameTitle: 'una nueva, o la que tenga el mismo título',
    show: 'Mostrar en qué se convierte',
    busy: 'Leyendo …',
    itsText: 'El texto del volante',
    notPlaced: 'sin lugar',
    leftOut: 'se omite',
    nowhere: 'en ninguna parte',
    becomes: 'En qué se convierte',
    campaignTitle: 'El título de la campaña',
    summary: 'Su resumen',
    heading: (n) => `Título de la sección ${n}`,
    noHeading: 'Sin título',
    campaignText: 'El texto de la campaña',
    fromTexts: 'Recursos que solo enlaza un texto',
    kindOf: (title) => `Qué es «${title}»`,
    titleOf: (kind) => `Título: ${kind.toLowerCase()}`,
    merge: 'Unir con lo de arriba',
    mergeOf: (title) => `Unir con lo de arriba: ${title}`,
    kinds: {
      claim: 'Afirmación',
      demand: 'Demanda',
      resource: 'Recurso',
      text: 'Texto de la campaña',
      nothing: 'Omitir',
    },
    actions: { created: 'nuevo', updated: 'se actualizará', unchanged: 'ya está' },
    existing: 'abrir',
    sources: 'Evidencia:',
    undo: 'Deshacer el último cambio',
    startOver: 'Empezar de nuevo',
    confirm: (drafts) => (drafts === 1 ? 'Importar 1 borrador' : `Importar ${drafts} borradores`),
    nothingToDo: 'Todo lo de este volante ya está: importarlo no cambia nada.',
    translation: 'Este volante es una traducción: solo se escriben sus textos, en su idioma.',
    warnings: 'Conviene mirar',
    cannot: 'Así no se puede importar:',
    done: 'Importado, como borradores',
    doneNothing: 'No cambió nada: todo estaba ya',
    drafts:
      'Los borradores se pueden publicar juntos: todos, o los que marque, cuando nada lo impida.',
    publishersOnly:
      'Los borradores se pueden enviar a revisión. Quien revisa o administra puede publicarlos todos juntos, en la campaña.',
    another: 'Importar otro volante',
    collections: {
      campaigns: 'Campaña',
      claims: 'Afirmaciones',
      demands: 'Demandas',
      resources: 'Recursos',
    },
  },
}

/** What the importer warns of and refuses, which it says in English. */
const spanish: [RegExp, string][] = [
  [/^Not placed, so it is in the campaign's body: /, 'Sin lugar, va en el texto de la campaña: '],
  [
    /^No title line, so the first words are the title: /,
    'No hay línea de título; las primeras palabras son el título: ',
  ],
  [/^The resource (".*") has no address yet$/s, 'El recurso $1 aún no tiene dirección'],
  [/^A picture is not imported: /, 'Una imagen no se importa: '],
  [/^A link without text is left out: /, 'Se omite un enlace sin texto: '],
  [/^The link (".*") leads nowhere by itself: /s, 'El enlace $1 no lleva a ninguna parte: '],
  [/^An HTML tag is left out: /, 'Se omite una etiqueta HTML: '],
  [/^(".*") stays a draft\. /s, '$1 queda en borrador. '],
  [
    /^(".*") is at (\S+) in the flyer; the campaign has none$/s,
    '$1 está en $2 según el volante; la campaña no tiene ninguna dirección',
  ],
  [
    /^(".*") is at (\S+) in the flyer; the campaign has (\S+)$/s,
    '$1 está en $2 según el volante, y en $3 según la campaña',
  ],
  [/^The flyer has no text$/, 'El volante no tiene texto'],
  [
    /^The text is larger than the (\d+) KB .*$/,
    'El texto supera los $1 KB que puede tener un volante',
  ],
  [
    /^The HTML has more than the (\d+) elements .*$/,
    'El HTML supera los $1 elementos que puede tener un volante',
  ],
  [/^The HTML is nested too deeply .*$/, 'El HTML está demasiado anidado para ser un volante'],
  [/^No campaign has the slug /, 'Ninguna campaña tiene el slug '],
  [
    /^Not a translation of (".*"): the flyer has (\d+) sections?, the campaign (\d+)$/s,
    'No es una traducción de $1: el volante tiene $2 secciones y la campaña $3',
  ],
  [
    /^Not a translation of (".*"): section \d.* in the campaign$/s,
    'No es una traducción de $1: una de las secciones tiene otras partes en el volante que en la campaña',
  ],
  [
    /^Not a translation of (".*"): the flyer's \w+ (".*") has no counterpart$/s,
    'No es una traducción de $1: $2 no tiene equivalente en la campaña',
  ],
]

/** What the importer says, in a language. */
export function saidIn(language: string, message: string): string {
  if (language !== 'es') return message
  const found = spanish.find(([pattern]) => pattern.test(message))
  return found ? message.replace(...found) : message
}
