import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding } from '../../src/links/finding.ts'
import { findingOf } from '../../src/links/finding.ts'
import {
  isOtherConclusion,
  judge,
  type Known,
  nextCheck,
  nothingKnown,
} from '../../src/links/judge.ts'

const day = 24 * 60 * 60 * 1000
const patience = { interval: 7 * day, firstPause: day }
const start = Date.parse('2026-01-01T00:00:00Z')

/** Checks an address whenever it is due, as long as there are findings. */
function checked(findings: Finding[], from: Known = nothingKnown): Known {
  let now = start
  let known = from
  for (const finding of findings) {
    known = judge(known, finding, now, patience)
    now = nextCheck(known, now, patience, 0)
  }
  return known
}

const gone = findingOf(404)
const down: Finding = { kind: 'failing', reason: 'No answer.' }
const wall = findingOf(403)
const good = findingOf(200)

test.each([
  ['a good answer counts at once', [good], 'alive'],
  ['one 404 is no conclusion', [good, gone], 'alive'],
  ['two in a row are', [good, gone, gone], 'dead'],
  ['a good one between them begins anew', [good, gone, good, gone], 'alive'],
  ['a wall is believed the second time', [good, wall, wall], 'forbidden'],
  ['one failure is no conclusion', [good, down], 'alive'],
  ['three over days are', [good, down, down, down], 'unreachable'],
  ['five over a week are the end', [good, down, down, down, down, down], 'dead'],
  ['what was dead stays dead while its server is down', [gone, gone, down, down, down], 'dead'],
  ['what was dead may come back', [gone, gone, good], 'alive'],
  ['what has moved says so', [{ ...good, movedTo: 'https://b.example/' } as Finding], 'moved'],
  [
    'what may not be asked is not known',
    [good, { kind: 'unknown', reason: 'robots' } as Finding],
    'unknown',
  ],
  ['nothing but a failure says nothing', [down], 'unchecked'],
])('%s', (_, findings, status) => {
  expect(checked(findings).status).toBe(status)
})

test('checks within a moment count once', () => {
  let known = judge(nothingKnown, good, start, patience)
  for (let n = 1; n <= 20; n++) known = judge(known, gone, start + n * 1000, patience)
  expect(known).toMatchObject({ status: 'alive', failures: 1, streak: 1 })
})

const finding = fc.oneof(
  fc.constantFrom(good, gone, wall, down),
  fc.integer({ min: 100, max: 999 }).map(findingOf),
  fc.constant<Finding>({ kind: 'unknown', reason: 'robots' }),
  fc.constant<Finding>({
    kind: 'answers',
    httpStatus: 200,
    movedTo: 'https://b.example/',
    reason: '',
  }),
)

test('whatever was found, a later good answer makes it alive, and readers are told of conclusions alone', () => {
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 30 }), (findings) => {
      const known = checked(findings)
      expect(checked([good], known)).toMatchObject({
        status: 'alive',
        failures: 0,
        failingSince: null,
      })
      for (const one of findings) {
        const next = judge(known, one, start + 1000 * day, patience)
        // When it was found moves with the conclusion, and with nothing else.
        expect(next.foundAt !== known.foundAt).toBe(isOtherConclusion(known, next))
      }
    }),
  )
})

test('one answer that is not good never makes a link dead', () => {
  fc.assert(
    fc.property(finding, (one) => {
      expect(checked([good, one]).status).not.toBe('dead')
      expect(checked([one]).status).not.toBe('dead')
    }),
  )
})

test('a failing address is looked at ever more rarely, but never given up', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
      const pause = nextCheck({ failures }, start, patience, random) - start
      expect(pause).toBeGreaterThanOrEqual(failures === 0 ? patience.interval : patience.firstPause)
      expect(pause).toBeLessThanOrEqual(4 * patience.interval * 1.1)
      const later = nextCheck({ failures: failures + 1 }, start, patience, 0) - start
      if (failures > 0)
        expect(later).toBeGreaterThanOrEqual(nextCheck({ failures }, start, patience, 0) - start)
    }),
  )
})
