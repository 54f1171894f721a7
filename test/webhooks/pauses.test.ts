import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultTimings } from '../../src/webhooks/parts.ts'
import { askedPause, pauseAfter } from '../../src/webhooks/pauses.ts'

const hour = 60 * 60 * 1000

test('the pauses grow, last two days in all, and come to an end', () => {
  const pauses = defaultTimings.pauses.map(
    (_, i) => pauseAfter(i + 1, defaultTimings, () => 0) ?? 0,
  )
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
  const total = pauses.reduce((sum, pause) => sum + pause, 0)
  expect(total).toBeGreaterThan(48 * hour)
  expect(total * (1 + defaultTimings.jitter)).toBeLessThan(60 * hour)
  expect(pauseAfter(pauses.length + 1, defaultTimings)).toBeUndefined()
})

test('no pause is shorter for being spread', () => {
  const attempts = fc.integer({ min: 1, max: defaultTimings.pauses.length })
  fc.assert(
    fc.property(attempts, fc.double({ min: 0, max: 1, noNaN: true }), (n, random) => {
      const least = defaultTimings.pauses[n - 1] ?? 0
      const pause = pauseAfter(n, defaultTimings, () => random) ?? 0
      expect(pause).toBeGreaterThanOrEqual(least)
      expect(pause).toBeLessThanOrEqual(least * 1.2)
    }),
  )
})

test('Retry-After is seconds or a date, of a 429 or a 503, and a day at most', () => {
  const now = Date.parse('2026-11-24T12:00:00Z')
  const asked = (status: number, value?: string) =>
    askedPause(status, { 'retry-after': value }, now)
  expect(asked(429, '120')).toBe(120_000)
  expect(asked(503, ' 5 ')).toBe(5000)
  expect(asked(503, 'Tue, 24 Nov 2026 12:01:00 GMT')).toBe(60_000)
  expect(asked(429, '99999999999')).toBe(24 * hour)
  for (const value of [undefined, '', '0', '-5', 'soon', 'Mon, 23 Nov 2026 12:00:00 GMT']) {
    expect(asked(429, value), value).toBeUndefined()
  }
  for (const status of [200, 400, 500, 502]) expect(asked(status, '120')).toBeUndefined()
})
