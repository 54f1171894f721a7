import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneLine } from '../../src/permalinks/cite/citation.ts'
import { type CitedClaim, citationOf, cite } from '../../src/permalinks/cite/cite.ts'
import { wordsFor } from '../../src/permalinks/words/words.ts'

const claim = (more: Partial<CitedClaim> = {}): CitedClaim => ({
  slug: 'rents-rose',
  statement: 'Rents rose',
  updatedAt: '2026-11-24T01:02:03.000Z',
  verification: { status: 'verified', verifiedOn: '2026-05-06T12:00:00.000Z', note: null },
  permalink: 'https://content.example.org/claims/rents-rose',
  locale: 'en',
  campaign: { title: 'Rents & homes' },
  ...more,
})
const referenceTo = (more: Partial<CitedClaim> = {}, locale = 'en') =>
  cite(citationOf(claim({ ...more, locale }), 'content.example.org', wordsFor(locale)))

const read = (text: string): Record<string, unknown> => {
  const { data } = new Cite(text)
  expect(data).toHaveLength(1)
  return data[0] ?? {}
}

const line = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: fc.constantFrom(...'\\{}~^$&%#_`\'"-<>,@=a \n'), minLength: 1 }),
  )
  .filter((text) => oneLine(text) !== '')

describe('what a program reads is what was written', () => {
  test.each(['bibtex', 'ris'] as const)('in %s', (format) => {
    fc.assert(
      fc.property(line, line, (statement, note) => {
        const verification = { status: 'unverified', verifiedOn: null, note }
        const item = read(referenceTo({ statement, verification })[format])
        expect(item).toMatchObject({
          title: oneLine(statement),
          note: oneLine(note),
          publisher: 'content.example.org',
          language: 'en',
          issued: { 'date-parts': [[2026, 11, 24]] },
          URL: 'https://content.example.org/claims/rents-rose',
        })
      }),
      { numRuns: 500 },
    )
  })
})

test('CSL-JSON has the same, and the campaign', () => {
  expect(referenceTo().csl).toEqual({
    id: 'rents-rose',
    type: 'webpage',
    title: 'Rents rose',
    'container-title': 'Rents & homes',
    publisher: 'content.example.org',
    issued: { 'date-parts': [[2026, 11, 24]] },
    language: 'en',
    URL: 'https://content.example.org/claims/rents-rose',
  })
})

test.each([
  [
    'en',
    'Rents rose',
    '“Rents rose.” Rents & homes. content.example.org, updated November 24, 2026, last checked May 6, 2026. https://content.example.org/claims/rents-rose',
  ],
  [
    'en',
    'Did rents rise?',
    '“Did rents rise?” Rents & homes. content.example.org, updated November 24, 2026, last checked May 6, 2026. https://content.example.org/claims/rents-rose',
  ],
  [
    'es',
    'Los alquileres subieron',
    '«Los alquileres subieron.» Rents & homes. content.example.org, actualizado el 24 de noviembre de 2026, comprobada por última vez el 6 de mayo de 2026. https://content.example.org/claims/rents-rose',
  ],
])('as text, in %s: %s', (locale, statement, expected) => {
  expect(referenceTo({ statement }, locale).text).toBe(expected)
})

test.each([
  ['retracted', 'en', 'Retracted: Rents rose'],
  ['disputed', 'en', 'Disputed: Rents rose'],
  ['retracted', 'es', 'Retractada: Rents rose'],
])('what is %s says so everywhere, in %s', (status, locale, title) => {
  const verification = { status, verifiedOn: null, note: 'Of one city.' }
  const { text, csl, bibtex, ris } = referenceTo({ verification }, locale)
  expect(text).toContain(title)
  expect(csl).toMatchObject({ title, status, note: 'Of one city.' })
  expect(read(bibtex)).toMatchObject({ title, note: 'Of one city.' })
  expect(read(ris)).toMatchObject({ title, note: 'Of one city.' })
})
