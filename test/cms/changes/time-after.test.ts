import { describe, expect, test } from 'vitest'
import { timeAfter, timesInOrder } from '../../../src/cms/changes/order/order.ts'

const noon = Date.parse('2026-11-24T12:00:00Z')

test('an entry takes its place at the time of the clock', () => {
  expect(timeAfter(undefined, noon)).toBe('2026-11-24T12:00:00.000Z')
  expect(timeAfter('2026-11-24T11:59:59.000Z', noon)).toBe('2026-11-24T12:00:00.000Z')
  expect(timeAfter('2026-11-24T12:00:00.000Z', noon)).toBe('2026-11-24T12:00:00.000Z')
})

test('behind an entry of a server whose clock is ahead, time goes on by a second', () => {
  expect(timeAfter('2026-11-24T13:00:00.500Z', noon)).toBe('2026-11-24T13:00:01.500Z')
})

describe('entries that take their places at once', () => {
  const at = (time: string) => new Date(`2026-11-24T${time}Z`)
  const times = (...given: Parameters<typeof timesInOrder>) =>
    timesInOrder(...given).map((time) => time.toISOString().slice(11, -1))

  test('have the times of their changes, and none before the one ahead', () => {
    const entries = [
      { document: 'a', at: at('12:00:00.002') },
      { document: 'b', at: at('12:00:00.001') },
      { document: 'c', at: at('12:00:00.004') },
    ]
    expect(times(entries, at('11:00:00.000'), [])).toEqual([
      '12:00:00.002',
      '12:00:00.002',
      '12:00:00.004',
    ])
  })

  test('have the same times wherever one begins', () => {
    const entries = [
      { document: 'a', at: at('12:00:05.000') },
      { document: 'b', at: at('12:00:01.000') },
      { document: 'a', at: at('12:00:02.000') },
      { document: 'c', at: at('12:00:01.000') },
    ]
    const whole = timesInOrder(entries, undefined, [])
    for (let begun = 1; begun < entries.length; begun++) {
      const placed = entries.slice(0, begun).map((entry, i) => ({ ...entry, at: whole[i] as Date }))
      const rest = timesInOrder(entries.slice(begun), whole[begun - 1], placed)
      expect(rest).toEqual(whole.slice(begun))
    }
  })

  test('tell two states of a document apart by a second where a clock was behind', () => {
    const entries = [{ document: 'a', at: at('12:00:01.000') }]
    const earlier = [{ document: 'a', at: at('12:00:05.000') }]
    expect(times(entries, at('12:00:05.500'), earlier)).toEqual(['12:00:06.000'])
  })
})
