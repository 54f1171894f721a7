import { describe, expect, test } from 'vitest'
import { change, startDelivery } from './harness.ts'

describe('Age', () => {
  test('is the whole seconds since the change log was read to its end', async () => {
    const { get, delivery, clock } = await startDelivery()
    const age = async () => (await get('/api/claims')).header('age')
    expect(await age()).toBe('0')
    clock.now += 999
    expect(await age()).toBe('0')
    clock.now += 1
    expect(await age()).toBe('1')
    clock.now += 61_000
    expect(await age()).toBe('62')
    delivery.confirm()
    expect(await age()).toBe('0')
    clock.now += 2500
    expect(await age()).toBe('2')
  })
})

describe('Last-Modified', () => {
  test('is not said before any change is known', async () => {
    const { get } = await startDelivery()
    expect((await get('/api/claims')).header('last-modified')).toBeUndefined()
  })

  test('is the full second after the last change from before this process', async () => {
    const { get, delivery } = await startDelivery()
    delivery.knowLastChange('2026-01-01T00:00:00.500Z')
    delivery.knowLastChange('2025-01-01T00:00:00.000Z')
    const answer = await get('/api/claims')
    expect(answer.header('last-modified')).toBe('Thu, 01 Jan 2026 00:00:01 GMT')
  })

  test('is said once the log is known to have nothing else for that time', async () => {
    const { get, delivery, clock } = await startDelivery()
    delivery.apply([change('claims', '1', { at: new Date(clock.now).toISOString() })])
    const date = async () => (await get('/api/claims')).header('last-modified')
    expect(await date()).toBeUndefined()
    clock.now += 2999
    delivery.confirm()
    expect(await date()).toBeUndefined()
    clock.now += 60_000
    // Time alone tells nothing.
    expect(await date()).toBeUndefined()
    delivery.confirm()
    expect(await date()).toBe('Tue, 24 Nov 2026 12:00:01 GMT')
  })

  test('stays as it was on an answer that a later change does not touch', async () => {
    const { get, delivery, clock } = await startDelivery()
    delivery.knowLastChange('2026-01-01T00:00:00.000Z')
    const before = (await get('/api/claims')).header('last-modified')
    delivery.apply([change('media', '1')])
    clock.now += 10_000
    delivery.confirm()
    expect((await get('/api/claims')).header('last-modified')).toBe(before)
  })

  test('is newer on an answer that no longer names what was changed', async () => {
    const tags = [['claims/1', 'media/1'], ['claims/1']]
    const { get, delivery, clock } = await startDelivery({
      content: async () => ({ response: Response.json({}), tags: new Set(tags.shift()) }),
    })
    delivery.knowLastChange('2026-01-01T00:00:00.000Z')
    const before = (await get('/api/claims/1')).header('last-modified')
    delivery.apply([change('media', '1', { kind: 'deleted' })])
    clock.now += 10_000
    delivery.confirm()
    const after = (await get('/api/claims/1')).header('last-modified')
    expect(Date.parse(after ?? '')).toBeGreaterThan(Date.parse(before ?? ''))
  })
})
