/** The marks of Spanish; other languages' are found as they are typed, and without them. */
const marked: Record<string, string> = { a: 'á', e: 'é', i: 'í', n: 'ñ', o: 'ó', u: 'úü' }

/** A longer word has enough letters to be known by the marks that were typed. */
const mostLetters = 16

/**
 * How a word may stand in a text for whoever leaves its accents out, or puts one where there is none: as
 * typed, without any, and with one in each place where Spanish may have it. Case is the database's.
 */
export function spellingsOf(word: string): string[] {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '')
  const all = new Set([word.normalize('NFC'), plain])
  const letters = [...plain]
  if (letters.length > mostLetters) return [...all]
  letters.forEach((letter, at) => {
    for (const mark of marked[letter.toLowerCase()] ?? '') {
      all.add(letters.with(at, mark).join(''))
    }
  })
  return [...all]
}

/** The longest part of a word that is the same in every spelling, which most texts do not have. */
export function sameInAll(word: string): string {
  // Whatever carries a mark is two characters here, and no letter of English.
  const parts = word.normalize('NFD').split(/[aeinou]|.?\p{M}+/iu)
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '')
}
