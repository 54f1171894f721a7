const word = String.raw`\p{Lu}[\p{L}\p{N}&.'’-]*`
const name = `(?<name>${word}(?:(?: (?:of|the|de|del|la|los))* ${word}){0,5})`

// Only the campaign's own voice: "ICE asks a company, X, to hand over data" names no target of it.
const asks = [
  '(?:do )?we (?:demand|ask|urge|call on)(?: that| of| from)?',
  "(?:we're|we are) (?:demanding|asking|urging|calling on)",
  '(?:campaign|petition|coalition) (?:demands|asks|urges|calls on)(?: that| of)?',
  '(?:pedimos|exigimos|demandamos|exhortamos|instamos) (?:a|al|que)',
  '(?:campaña|petición|coalición) (?:pide|exige|demanda|exhorta|insta) (?:a|al|que)',
].join('|')
const voice = String.raw`(?<!\p{L})(?:${asks})`
const demands = '(?:our |the |nuestras |las )?(?:demands|demandas|exigencias|peticiones)'

const patterns = [
  // "We ask Amazon to …", "¿Qué pedimos a Amazon?"
  String.raw`${voice} ${name}(?= (?:to|must|stop|end|que|a)\b|[?:]|$)`,
  // "The campaign asks one of the largest companies, Amazon, to …"
  String.raw`${voice} [^,.;:?!]*, ${name}, (?:to|that|que|a)\b`,
  `^${demands} (?:for|of|to|a|para) ${name}[:?]?$`,
  `^(?:target|objetivo): ${name}$`,
].map((pattern) => new RegExp(pattern, 'gu'))

/**
 * Whom the campaign addresses, where a line says so in so many words.
 *
 * @returns undefined when no line does, or when they name more than one.
 */
export function targetIn(lines: readonly string[]): { name: string } | undefined {
  const names = new Set<string>()
  for (const line of lines.map(lowerFirst)) {
    for (const pattern of patterns) {
      for (const { groups } of line.matchAll(pattern)) {
        names.add((groups?.name ?? '').replace(/[.'’]+$/u, ''))
      }
    }
  }
  const [only] = names
  return only && names.size === 1 ? { name: only } : undefined
}

/** The patterns tell names by their capitals, so those that only open a sentence go. */
const lowerFirst = (line: string): string =>
  line.replace(/(^|[.?!] )[¿¡"“]?\p{Lu}/gu, (start) => start.toLowerCase())
