import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../../src/errors.ts'
import { type Flyer, flyerSchema } from '../../src/importer/flyer.ts'
import { parseFlyer } from '../../src/importer/read/parse-flyer.ts'
import { arbitraryFlyer, arbitraryMarkdown } from './arbitrary-flyer.ts'
import { addressesOf, textsOf, wordsIn } from './words.ts'

describe('from any flyer', () => {
  it('every sentence is in the drafts, its words together and in order', () => {
    fc.assert(
      fc.property(arbitraryFlyer, ({ markdown, sentences }) => {
        const flyer = parseFlyer(markdown)
        const texts = textsOf(flyer).map(spaced)
        for (const sentence of sentences) {
          expect(texts.some((text) => text.includes(spaced(sentence)))).toBe(true)
        }
      }),
    )
  })

  it('every address is in the drafts, with https', () => {
    fc.assert(
      fc.property(arbitraryFlyer, ({ markdown, addresses }) => {
        const found = addressesOf(parseFlyer(markdown))
        for (const address of addresses) expect(found).toContain(`https://${address}`)
      }),
    )
  })

  it('no word is in the drafts that the flyer does not have', () => {
    fc.assert(
      fc.property(arbitraryFlyer, ({ markdown }) => {
        const told = new Set(wordsIn(markdown))
        const words = textsOf(parseFlyer(markdown)).flatMap(wordsIn)
        expect(words.filter((word) => !told.has(word))).toEqual([])
      }),
    )
  })

  it('the drafts have the described shape, and each item is in one place', () => {
    fc.assert(
      fc.property(arbitraryFlyer, ({ markdown }) => {
        const flyer = parseFlyer(markdown)
        expect(flyerSchema.parse(flyer)).toEqual(flyer)
        expect(placesOf(flyer, 'claim')).toEqual(flyer.claims.map((_, i) => i))
        expect(placesOf(flyer, 'demand')).toEqual(flyer.demands.map((_, i) => i))
        for (const { sources } of flyer.claims) {
          for (const source of sources) expect(flyer.resources[source]).toBeDefined()
        }
      }),
    )
  })
})

describe('from any text at all', () => {
  it('every word that Markdown shows is in the drafts, and no other', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, (markdown) => {
        const flyer = parsed(markdown)
        if (!flyer) return
        const texts = [...textsOf(flyer), ...addressesOf(flyer)].map(closed)
        const shown = shownBy(read(markdown))
        expect(shown.filter((word) => !texts.some((text) => text.includes(word)))).toEqual([])
        const told = `${closed(markdown)} ${shown.join('')}`
        const words = textsOf(flyer).flatMap(wordsIn)
        expect(words.filter((word) => !told.includes(word))).toEqual([])
        expect(flyerSchema.parse(flyer)).toEqual(flyer)
      }),
      { numRuns: 300 },
    )
  })
})

const spaced = (text: string): string => ` ${wordsIn(text).join(' ').toLowerCase()} `

const placesOf = (flyer: Flyer, kind: string): number[] =>
  flyer.sections
    .flatMap((section) => section.items)
    .filter((item) => item.kind === kind)
    .map((item) => item.index)

/** CommonMark with GFM's addresses; indented lines are text to the importer, and not code. */
const read = (markdown: string) =>
  fromMarkdown(markdown, {
    extensions: [gfmAutolinkLiteral(), { disable: { null: ['codeIndented'] } }],
  })

/** The words a CommonMark reader shows, found without any of the importer's code. */
function shownBy(node: Nodes): string[] {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
    return wordsIn(node.value)
  }
  return 'children' in node ? node.children.flatMap((child) => shownBy(child)) : []
}

/** Mark-up inside a word parts it in one reading and not in the other. */
const closed = (text: string): string => wordsIn(text).join('')

function parsed(markdown: string): Flyer | undefined {
  try {
    return parseFlyer(markdown)
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    expect(shownBy(read(markdown))).toEqual([])
    return undefined
  }
}
