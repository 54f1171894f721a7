import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../../src/errors.ts'
import { applyChanges, type Change } from '../../src/importer/adjust/change.ts'
import { flyerOf } from '../../src/importer/adjust/flyer-of.ts'
import { linesOf } from '../../src/importer/adjust/lines.ts'
import { partKinds, partsOf, sheetOf } from '../../src/importer/adjust/sheet.ts'
import { type Flyer, flyerSchema } from '../../src/importer/flyer.ts'
import { parseFlyer, understandFlyer } from '../../src/importer/read/parse-flyer.ts'
import { arbitraryFlyer } from './arbitrary-flyer.ts'
import { textsOf, wordsIn } from './words.ts'

const wordsOf = (flyer: Flyer) => new Set(textsOf(flyer).flatMap(wordsIn))

/** Which part, by its place among them, and what is to become of it. */
const steps = fc.array(
  fc.tuple(fc.nat(50), fc.constantFrom(...partKinds.filter((kind) => kind !== 'nothing'), 'merge')),
  { maxLength: 6 },
)

/** Does what can be done of the steps, one after the other. */
function adjusted(flyer: Flyer, wanted: [number, string][]): Flyer {
  const sheet = sheetOf(flyer)
  for (const [nth, what] of wanted) {
    const all = partsOf(sheet)
    const part = all[nth % Math.max(all.length, 1)]?.id
    if (!part) continue
    const change = what === 'merge' ? { part, merge: true } : { part, kind: what }
    try {
      applyChanges(sheet, [change as Change])
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError)
    }
  }
  return flyerOf(sheet).flyer
}

describe('a flyer laid out in parts', () => {
  it('is the same flyer without changes', () => {
    fc.assert(
      fc.property(arbitraryFlyer, ({ markdown }) => {
        const flyer = parseFlyer(markdown)
        expect(flyerOf(sheetOf(flyer)).flyer).toEqual(flyer)
      }),
    )
  })

  it('loses no word whatever its parts become and however they are merged', () => {
    fc.assert(
      fc.property(arbitraryFlyer, steps, ({ markdown }, wanted) => {
        const flyer = parseFlyer(markdown)
        const after = adjusted(flyer, wanted)
        expect(flyerSchema.parse(after)).toEqual(after)
        const told = wordsOf(after)
        expect([...wordsOf(flyer)].filter((word) => !told.has(word))).toEqual([])
      }),
    )
  })

  it('has a place for every line of the text', () => {
    fc.assert(
      fc.property(arbitraryFlyer, ({ markdown }) => {
        const understood = understandFlyer(markdown)
        const lines = linesOf(understood, sheetOf(understood.flyer))
        expect(lines.filter(({ place, text }) => !place && /\p{L}/u.test(text))).toEqual([])
      }),
    )
  })
})

describe('a part', () => {
  const flyer = parseFlyer(
    '# Title\n\nSummary.\n\n## Facts\n\n- **One:** with [a source](https://example.org/a).\n- **Two:** without.\n',
  )
  const changed = (...changes: Change[]) => {
    const sheet = sheetOf(flyer)
    applyChanges(sheet, changes)
    return flyerOf(sheet).flyer
  }

  it('that is left out takes the source with it that is only its own', () => {
    const left = changed({ part: 'claim-1', kind: 'nothing' })
    expect(left.claims.map(({ statement }) => statement)).toEqual(['Two'])
    expect(left.resources).toEqual([])
  })

  it('brings its sources into the claim that it is merged into', () => {
    const sheet = sheetOf(flyer)
    applyChanges(sheet, [{ part: 'claim-2', merge: true }])
    const [claim] = flyerOf(sheet).flyer.claims
    expect(claim?.sources).toEqual([0])
    expect(JSON.stringify(claim?.body)).toContain('without')
  })

  it('that was left out comes back as it was', () => {
    const back = changed({ part: 'claim-1', kind: 'nothing' }, { part: 'claim-1', kind: 'claim' })
    expect(back).toEqual(flyer)
  })
})
