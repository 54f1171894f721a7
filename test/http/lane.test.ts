import { expect, test } from 'vitest'
import { Busy, createLane, within } from '../../src/http/lane.ts'

/** Work that goes on until it is told to end. */
function work() {
  let end = () => {}
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  return { run: () => done, end: () => end() }
}

test('so much is done at once, and the rest in its turn', async () => {
  const lane = createLane({ atOnce: 2, waiting: 10, patience: 60_000 })
  const begun: number[] = []
  const works = Array.from({ length: 4 }, work)
  const all = works.map(({ run }, n) =>
    lane.run(() => {
      begun.push(n)
      return run()
    }),
  )
  await expect.poll(() => begun).toEqual([0, 1])
  works[1]?.end()
  await expect.poll(() => begun).toEqual([0, 1, 2])
  for (const { end } of works) end()
  await Promise.all(all)
  expect(begun).toEqual([0, 1, 2, 3])
})

test('whoever finds the queue full is told at once, and whoever waits too long then', async () => {
  const lane = createLane({ atOnce: 1, waiting: 1, patience: 50 })
  const first = work()
  const done = lane.run(first.run)
  const waiting = lane.run(async () => 'never')
  await expect(lane.run(async () => 'full')).rejects.toThrow(Busy)
  await expect(waiting).rejects.toThrow(Busy)
  first.end()
  await done
  expect(await lane.run(async () => 'free again')).toBe('free again')
})

test('work that fails makes room as well', async () => {
  const lane = createLane({ atOnce: 1, waiting: 0, patience: 50 })
  await expect(lane.run(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  expect(await lane.run(() => 'done')).toBe('done')
})

test('a client is let wait so long, and the work keeps its place until it ends', async () => {
  const lane = createLane({ atOnce: 1, waiting: 0, patience: 50 })
  const slow = work()
  await expect(within(20, lane.run(slow.run))).rejects.toThrow(Busy)
  await expect(lane.run(() => 'no room yet')).rejects.toThrow(Busy)
  slow.end()
  await expect.poll(() => lane.run(() => 'free').catch(() => undefined)).toBe('free')
})
