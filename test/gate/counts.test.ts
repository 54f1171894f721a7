import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCounts, secondsLeft } from '../../src/gate/counts.ts'

const minute = 60_000

test('however requests of several clients follow each other, none gets more than its limit a window', () => {
  const clients = fc.array(fc.record({ id: fc.string(), limit: fc.integer({ min: 1, max: 20 }) }), {
    minLength: 1,
    maxLength: 5,
  })
  const request = fc.record({ who: fc.nat(), pause: fc.integer({ min: 0, max: 20_000 }) })
  fc.assert(
    fc.property(clients, fc.array(request, { maxLength: 300 }), (given, requests) => {
      const limits = new Map(given.map(({ id, limit }) => [id, limit]))
      const ids = [...limits.keys()]
      const counts = createCounts()
      const passed = new Map<string, number>()
      let now = Date.UTC(2026, 0, 1)
      for (const { who, pause } of requests) {
        now += pause
        const id = ids[who % ids.length] as string
        const limit = limits.get(id) as number
        const bucket = counts.bucket(id)
        const hasRoom = counts.hasRoom(bucket, limit, now)
        const slot = `${bucket.endsAt} ${id}`
        const before = passed.get(slot) ?? 0
        const isPassed = counts.take(bucket, limit, now)
        // It stops whoever is at the limit, and nobody else.
        expect([isPassed, hasRoom]).toEqual([before < limit, before < limit])
        expect(bucket.endsAt - now).toBeGreaterThan(0)
        expect(bucket.endsAt - now).toBeLessThanOrEqual(minute)
        expect((bucket.endsAt + bucket.offset) % minute).toBe(0)
        if (isPassed) passed.set(slot, before + 1)
        expect(bucket.used).toBe(passed.get(slot))
        if (pause > 10_000) counts.sweep(now)
      }
    }),
  )
})

test('a window lasts a minute, and who waits as long as it is told has room again', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(10 * minute), (id, start) => {
      const counts = createCounts()
      const bucket = counts.bucket(id)
      expect(counts.take(bucket, 1, start)).toBe(true)
      expect(counts.take(bucket, 1, start)).toBe(false)
      const wait = secondsLeft(bucket, start)
      expect(wait).toBeGreaterThanOrEqual(1)
      expect(wait).toBeLessThanOrEqual(60)
      expect(counts.take(bucket, 1, start + wait * 1000)).toBe(true)
    }),
  )
})

test('a clock that is set back shuts nobody out for longer than a minute', () => {
  const counts = createCounts()
  const bucket = counts.bucket('client')
  const now = Date.UTC(2026, 0, 1)
  expect(counts.take(bucket, 1, now)).toBe(true)
  expect(counts.take(bucket, 1, now - 60 * minute)).toBe(true)
  expect(counts.take(bucket, 1, now - 60 * minute)).toBe(false)
  expect(secondsLeft(bucket, now - 60 * minute)).toBeLessThanOrEqual(60)
})

test('windows of different clients begin at different times', () => {
  const counts = createCounts()
  const starts = new Set(
    Array.from({ length: 100 }, (_, i) => {
      const bucket = counts.bucket(`client ${i}`)
      counts.take(bucket, 1, minute)
      return secondsLeft(bucket, minute)
    }),
  )
  expect(starts.size).toBeGreaterThan(30)
})

test('who has not asked for two windows is forgotten, and who asks is not', () => {
  const counts = createCounts()
  const [idle, busy] = [counts.bucket('idle'), counts.bucket('busy')]
  counts.take(idle, 10, 0)
  counts.take(busy, 10, 0)
  counts.take(busy, 10, 3 * minute)
  counts.sweep(3 * minute)
  expect([idle.isForgotten, busy.isForgotten, counts.size]).toEqual([true, false, 1])
  expect(counts.bucket('idle')).not.toBe(idle)
})

test('memory is bounded, whoever asks', () => {
  const counts = createCounts()
  for (let i = 0; i < 110_000; i++) counts.bucket(`address ${i}`)
  expect(counts.size).toBe(100_000)
})
