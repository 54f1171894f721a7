const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** "U.S.", "EE. UU.", "Dr.", "p. 4": a full stop that ends a word, not a sentence. */
const abbreviation =
  /(^|[\s(])((\p{L}\.)+|(Mr|Mrs|Ms|Dr|Sr|Sra|Jr|St|EE|UU|Ud|Uds|Inc|Corp|Ltd|Gov|Sen|Rep|Art|núm|vol|pág|pp|vs|etc)\.)\s*$/u

/** Where the text's first sentence ends: after its full stop, before the space. */
export function firstSentenceEnd(text: string): number {
  let end = 0
  for (const { segment } of segmenter.segment(text)) {
    end += segment.length
    if (segment.trim() !== '' && !abbreviation.test(text.slice(0, end))) break
  }
  return text.slice(0, end).trimEnd().length
}

export const isOneSentence = (text: string): boolean =>
  firstSentenceEnd(text) === text.trimEnd().length
