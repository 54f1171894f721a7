import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { createCounts } from '../../src/gate/counts.ts'
import { type Addition, createSharing, type ShareCounts } from '../../src/gate/sharing.ts'

const logger = pino({ level: 'silent' })
/** It stands still, so that no window ends meanwhile. */
const now = Date.UTC(2026, 0, 1)

/** A store as all servers have it. */
function store() {
  const totals = new Map<string, number>()
  const additions: Addition[] = []
  const share: ShareCounts = async (added) => {
    additions.push(...added)
    for (const { id, count } of added) totals.set(id, (totals.get(id) ?? 0) + count)
    return totals
  }
  return { share, additions, totals }
}

function server(share: ShareCounts, toOneself = 0) {
  const sharing = createSharing({
    share,
    secret: 's',
    toOneself: () => toOneself,
    logger,
    now: () => now,
  })
  onTestFinished(() => sharing.stop())
  return createCounts(sharing.add)
}

const until = async (isSo: () => boolean) => {
  while (!isSo()) await sleep(20)
}

test('what one server counts, the other knows', async () => {
  const { share } = store()
  const [one, other] = [server(share), server(share)]
  for (let i = 0; i < 7; i++) one.take(one.bucket('partner p'), 100, now)
  const there = other.bucket('partner p')
  other.take(there, 100, now)
  await until(() => one.bucket('partner p').told === 7 && there.told === 1)
  other.take(there, 100, now)
  await until(() => there.elsewhere === 7)
  expect(other.take(there, 9, now)).toBe(false)
})

test('what is stored names nobody', async () => {
  const { share, additions } = store()
  const counts = server(share)
  counts.take(counts.bucket('203.0.113.7'), 100, now)
  await until(() => additions.length > 0)
  expect(JSON.stringify(additions)).not.toContain('203.0.113.7')
  expect(additions[0]?.until.getTime()).toBeGreaterThan(now)
})

test('a client that asks little is told to nobody', async () => {
  const { share, additions } = store()
  const counts = server(share, 5)
  for (let i = 0; i < 5; i++) counts.take(counts.bucket('little'), 100, now)
  for (let i = 0; i < 6; i++) counts.take(counts.bucket('much'), 100, now)
  await until(() => additions.length > 0)
  await sleep(400)
  expect(additions.map(({ count }) => count)).toEqual([6])
})

test('without the store each server counts on for itself, and tells all later', async () => {
  const { share, totals } = store()
  let isDown = true
  const counts = server(async (added) => {
    if (isDown) throw new Error('down')
    return share(added)
  })
  const bucket = counts.bucket('partner p')
  for (let i = 0; i < 4; i++) expect(counts.take(bucket, 4, now)).toBe(true)
  await until(() => !bucket.isWaiting)
  expect(counts.take(bucket, 4, now)).toBe(false)
  isDown = false
  expect(counts.take(bucket, 5, now)).toBe(true)
  await until(() => bucket.told === 5)
  expect([...totals.values()]).toEqual([5])
})
