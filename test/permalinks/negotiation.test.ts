import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptPreference, languagePreference } from '../../src/permalinks/negotiation.ts'

const tags = ['en', 'es', 'fr', 'de', 'pt-BR']
const range = fc.constantFrom(...tags, 'es-MX', 'en-GB', 'pt', '*', 'xx', '', 'q=1', '-')
const weight = fc.constantFrom('', ';q=0', ';q=0.5', ';q=1', ';q=x', ';q=0.123')
const header = fc
  .array(fc.tuple(range, weight), { maxLength: 8 })
  .map((items) => items.map((item) => item.join('')).join(','))
const anything = fc.oneof(header, fc.string())

test('the spelling for the cache means what the header meant', () => {
  const { canonical } = languagePreference(tags, 'en')
  fc.assert(
    fc.property(anything, (value) => {
      expect(canonical(canonical(value))).toBe(canonical(value))
    }),
    { numRuns: 2000 },
  )
})

test('there are few spellings, whatever anybody sends', () => {
  const { canonical } = languagePreference(tags, 'en')
  const seen = new Set(fc.sample(anything, 20_000).map(canonical))
  // None, one, or two of four languages beside the default one.
  expect(seen.size).toBeLessThanOrEqual(1 + 4 + 12)
  expect(seen.size).toBeGreaterThan(10)
})

test.each([
  ['', ''],
  ['*', ''],
  ['en', ''],
  ['en, es', ''],
  ['es, en', 'es'],
  ['es-MX', 'es'],
  ['en;q=0.1, fr, es', 'fr, es'],
  ['fr, es, de', 'fr, es'],
  ['en;q=0', ''],
])('%j is %j', (value, expected) => {
  expect(languagePreference(['en', 'es', 'fr'], 'en').canonical(value)).toBe(expected)
})

test('a media type is one of those that there are', () => {
  const { canonical } = acceptPreference(['text/html', 'application/json'])
  const accept = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom('text/html', 'application/json', '*/*', 'a/b', 'text/*;q=0.3'))
      .map((list) => list.join(',')),
  )
  fc.assert(
    fc.property(accept, (value) => {
      expect(['', 'application/json']).toContain(canonical(value))
      expect(canonical(canonical(value))).toBe(canonical(value))
    }),
  )
})
