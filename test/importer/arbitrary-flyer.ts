import fc from 'fast-check'

/** A flyer as Markdown, beside what a reader sees of it. */
export type Sample = { markdown: string; sentences: string[]; addresses: string[] }

/** No word comes twice, so a word found in the drafts is the one from its place in the flyer. */
class Writer {
  /** What a reader sees so far. */
  readonly sentences: string[] = []
  readonly addresses: string[] = []
  #words = 0

  say(length: number): string {
    const words = Array.from(
      { length },
      () => `${stems[this.#words % stems.length]}${this.#words++}`,
    )
    const sentence = words.join(' ')
    this.sentences.push(sentence)
    return sentence
  }

  address(): string {
    const address = `example.org/page${this.#words++}`
    this.addresses.push(address)
    return address
  }
}

/** A piece of a flyer, which takes its words from the writer. */
type Piece = (writer: Writer) => string

const stems = ['cloud', 'órgano', 'datos', 'police', 'año', 'contract', 'nube', 'ciudad']

const few = fc.integer({ min: 1, max: 6 })
const some = fc.integer({ min: 3, max: 25 })
const mark = fc.constantFrom('.', '!', '?', '…', ' (U.S.).')

const plain: fc.Arbitrary<Piece> = fc.tuple(some, mark).map(
  ([n, end]) =>
    (w) =>
      `${capital(w.say(n))}${end}`,
)

const withEscapes: fc.Arbitrary<Piece> = fc.tuple(few, few).map(
  ([a, b]) =>
    (w) =>
      `${capital(w.say(a))} \\$44B &amp; 10\\% \\*${w.say(b)}\\*.`,
)

const emphasised: fc.Arbitrary<Piece> = fc
  .tuple(few, few, fc.constantFrom('**', '*', '_', '`'))
  .map(
    ([a, b, m]) =>
      (w) =>
        `${capital(w.say(a))} ${m}${w.say(b)}${m}.`,
  )

const linked: fc.Arbitrary<Piece> = fc
  .tuple(few, few, fc.constantFrom('named', 'placeholder', 'bare', 'full', 'reference'))
  .map(([a, b, kind]) => (w) => {
    const start = capital(w.say(a))
    if (kind === 'placeholder') return `${start} [${w.say(b)}](#).`
    if (kind === 'named') return `${start} [${w.say(b)}](https://${w.address()}).`
    return `${start} (${kind === 'full' ? 'https://' : ''}${w.address()}).`
  })

const sentence = fc.oneof({ weight: 4, arbitrary: plain }, withEscapes, emphasised, linked)

/** Sentences after each other, with some of them on a new line. */
const prose: fc.Arbitrary<Piece> = fc
  .array(fc.tuple(sentence, fc.constantFrom(' ', '\n', '  \n')), { minLength: 1, maxLength: 4 })
  .map(
    (pieces) => (w) =>
      pieces
        .map(([piece, space]) => piece(w) + space)
        .join('')
        .trim(),
  )

const lead: fc.Arbitrary<Piece> = fc
  .tuple(few, fc.constantFrom('**X:** ', '**X**: ', '**X.** ', '**X** – ', 'X: ', '__X:__ '), prose)
  .map(
    ([n, shape, rest]) =>
      (w) =>
        shape.replace('X', capital(w.say(n))) + rest(w),
  )

const item = fc.oneof(lead, prose, plain, linked)

const list: fc.Arbitrary<Piece> = fc
  .tuple(
    fc.array(fc.tuple(item, fc.option(item)), { minLength: 1, maxLength: 5 }),
    fc.constantFrom('-', '*', '+', '•', '1.', '2)'),
    fc.constantFrom('\n', '\n\n'),
  )
  .map(([items, bullet, gap]) => (w) => {
    const pad = ' '.repeat(bullet.length + 1)
    const written = items.map(([main, nested]) => {
      const text = main(w).replace(/\n/g, `\n${pad}`)
      return `${bullet} ${text}${nested ? `\n${pad}- ${nested(w).replace(/\n/g, `\n${pad}  `)}` : ''}`
    })
    return written.join(gap)
  })

const heading: fc.Arbitrary<Piece> = fc
  .tuple(few, fc.constantFrom('## X', '### X', '# X', '**X**', '**X:**', 'X?', 'X:', 'X\n---'))
  .map(
    ([n, shape]) =>
      (w) =>
        shape.replace('X', capital(w.say(n))),
  )

const known = fc
  .constantFrom('What we ask', 'Qué pedimos', 'Our demands', 'Read more', 'Para leer más')
  .chain((words) =>
    fc.constantFrom('## X', '**X**', 'X:', 'X').map(
      (shape): Piece =>
        (w) => {
          w.sentences.push(words)
          return shape.replace('X', words)
        },
    ),
  )

const closing: fc.Arbitrary<Piece> = fc
  .tuple(few, fc.constantFrom('For more info, see', 'Para más información:', 'Read more:'))
  .map(([n, start]) => (w) => {
    w.sentences.push(start.replace(/[,:].*/, ''))
    return `${start} ${w.say(n)}, ${w.address()}`
  })

const aside: fc.Arbitrary<Piece> = fc.oneof(
  prose.map(
    (text): Piece =>
      (w) =>
        text(w).replace(/^/gm, '> '),
  ),
  plain.map(
    (text): Piece =>
      (w) =>
        `\`\`\`\n${text(w)}\n\`\`\``,
  ),
  fc.constant<Piece>(() => '---'),
  fc.constant<Piece>((w) => {
    w.sentences.push('NoTechForICE')
    return '#NoTechForICE'
  }),
)

const block = fc.oneof(
  { weight: 3, arbitrary: prose },
  { weight: 3, arbitrary: list },
  { weight: 2, arbitrary: heading },
  { weight: 2, arbitrary: known },
  lead,
  closing,
  aside,
)

/** Flyers of every shape the importer knows, in any order and mixture. */
export const arbitraryFlyer: fc.Arbitrary<Sample> = fc
  .tuple(fc.option(heading), fc.array(block, { minLength: 1, maxLength: 12 }))
  .map(([title, blocks]) => {
    const writer = new Writer()
    const pieces = [...(title ? [title] : []), ...blocks].map((piece) => piece(writer))
    const { sentences, addresses } = writer
    return { markdown: `${pieces.join('\n\n')}\n`, sentences, addresses }
  })
  .filter(({ sentences }) => sentences.length > 0)

const scraps = [
  ...['# ', '## ', '- ', '1. ', '> ', '    ', '\n', '\n', '\n\n', '**', '*', '_', '`', '```\n'],
  ...[
    '\\',
    '\\$',
    '[',
    ']',
    '](#)',
    '](x.org)',
    '(',
    ')',
    ': ',
    ':',
    '? ',
    '. ',
    '! ',
    ' – ',
    '---\n',
  ],
  ...['&amp;', '#Tag', '@', 'x.org/a', 'https://x.org/b', 'www.x.org', 'a@x.org', '~', '|', '='],
  ...[
    'What we ask',
    'Read more',
    'For more info, ',
    'We',
    'ICE',
    'U.S. ',
    'año ',
    'data ',
    'data ',
  ],
  ...['\u00a0', '\t', '\r\n', '“', '”', '1', '$44B', '\u200b', '…'],
]

/** Anything at all that the keys of Markdown can produce. */
export const arbitraryMarkdown: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...scraps), { maxLength: 60 })
  .map((pieces) => pieces.map((piece, i) => piece.replace('data', `data${i}x`)).join(''))

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
