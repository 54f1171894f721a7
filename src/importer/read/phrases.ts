/** What flyers call their parts, in English and in Spanish, without accents and in lower case. */
const asks = [
  /^what (do |must |should )?(we|they|i) (ask|want|demand|call for|need)\b/,
  /^(we|i|we are|we're) (ask|asking|demand|demanding|call on|calling on|call for|calling for|urge|urging)\b/,
  /^(?!what|how|why|when|who).*\bdemands( (of|for|to)\b.*)?$/,
  /^(our|the|their|key) asks?\b/,
  /^(take|call to) action\b/,
  /^act now\b/,
  /^what (needs to|must|has to) (change|happen|stop)\b/,
  /\b(must|should)$/,
  /^what \S+( \S+)? (must|should) do$/,
  /\b(debe|deben|tiene que|tienen que)$/,
  /^(lo )?que (les |le |nos |les )?(pedimos|exigimos|demandamos|reclamamos|queremos)\b/,
  /^(les |le )?(pedimos|exigimos|demandamos|reclamamos|exhortamos|instamos)\b/,
  /\b(demandas|exigencias|peticiones|reclamos|reivindicaciones)( (a|al|para)\b.*)?$/,
  /^(pasa|pasemos|llamado|llamada|llamamiento) a la accion\b/,
  /^(toma|tomemos) accion\b/,
  /^actua( ya| ahora)?$/,
  /^que (debe|tiene que) (cambiar|pasar|parar)\b/,
]

const asking =
  /\b((we|i)( \w+)? (ask|demand|call on|urge)|(we are|we're) (asking|demanding|calling on|urging)|pedimos|exigimos|demandamos|exhortamos|instamos)\b/

const more = [
  /^(to )?(read|learn|find out|see) (more|also)\b/,
  /^(for )?(more|further|additional) (info|information|reading|details)\b/,
  /^(our |key |selected |useful |more )?(resources|sources|references|further reading|bibliography|links)$/,
  /^(para )?(leer|saber|conocer|aprender) mas\b/,
  /^(lee|lea|lean|sepa|ver|ve|conoce|aprende) (mas|tambien)\b/,
  /^(para )?(mas|mayor) (informacion|lecturas|detalles|datos|info)\b/,
  /^(nuestros |nuestras |otros |otras |mas )?(recursos|fuentes|referencias|enlaces|lecturas|bibliografia)$/,
]

const sourceLabel = /^(sources?|references?|reports?|fuentes?|referencias?|informes?)$/

/** A heading or line after which the campaign's demands follow. */
export const asksFor = (text: string): boolean => matches(asks, text)

/** A sentence before a list of demands, however it begins: "With our partners, we call on X to:". */
export const introducesDemands = (text: string): boolean =>
  /:$/.test(text) && (asksFor(text) || asking.test(folded(text)))

/** A heading or line after which the reader finds what to read. */
export const pointsToMore = (text: string): boolean => matches(more, text)

/** The label of a line that only says where something is: "Source: …". */
export const labelsSource = (text: string): boolean =>
  pointsToMore(text) || sourceLabel.test(folded(text))

/** Labels whose colon opens no claim: what follows is a note about the flyer itself. */
export const labelsNote = (text: string): boolean =>
  labelsSource(text) ||
  /^(contact|contacto|note|nota|facts|datos|photos?|fotos?|credits?|creditos?|target|objetivo|date|fecha|by|por|press|prensa|email|correo|web|p\.?s)$/.test(
    folded(text),
  )

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

const matches = (phrases: RegExp[], text: string): boolean => {
  const phrase = folded(text)
  return phrases.some((pattern) => pattern.test(phrase))
}
