import { expect, test } from 'vitest'
import { timeAfter } from '../../../src/cms/changes/order/order.ts'

const noon = Date.parse('2026-11-24T12:00:00Z')

test('an entry takes its place at the time of the clock', () => {
  expect(timeAfter(undefined, noon)).toBe('2026-11-24T12:00:00.000Z')
  expect(timeAfter('2026-11-24T11:59:59.000Z', noon)).toBe('2026-11-24T12:00:00.000Z')
  expect(timeAfter('2026-11-24T12:00:00.000Z', noon)).toBe('2026-11-24T12:00:00.000Z')
})

test('behind an entry of a server whose clock is ahead, time goes on by a second', () => {
  expect(timeAfter('2026-11-24T13:00:00.500Z', noon)).toBe('2026-11-24T13:00:01.500Z')
})
