import type { Where } from 'payload'
import { sameInAll, spellingsOf } from './spellings.ts'

export type Texts = {
  /** Where a word may stand in any of its spellings. */
  spelled: readonly string[]
  /** Where there are no accents, or where a word stands as somebody writes it. */
  plain: readonly string[]
}

/** The condition of documents that have every word somewhere. */
export const whereOf = (words: readonly string[], { spelled, plain }: Texts): Where => ({
  and: words.map((word) => {
    const spellings = spellingsOf(word)
    const same = sameInAll(word)
    return {
      or: [
        ...spelled.map((field) => ({
          and: [
            // One comparison spares most texts all the others.
            ...(same ? [{ [field]: { contains: same } }] : []),
            { or: spellings.map((text) => ({ [field]: { contains: text } })) },
          ],
        })),
        ...plain.flatMap((field) =>
          spellings.slice(0, 2).map((text) => ({ [field]: { contains: text } })),
        ),
      ],
    }
  }),
})
