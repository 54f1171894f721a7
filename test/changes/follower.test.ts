import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../src/changes/change.ts'
import type { ChangeLog } from '../../src/changes/change-log.ts'
import { type FollowerOptions, follow } from '../../src/changes/follower.ts'

const logger = pino({ level: 'silent' })

/** A log in memory whose readings can be held up, and fail. */
function createLog() {
  const entries: Change[] = []
  let wake = () => {}
  let held: Promise<void> | undefined
  const state = { readings: 0, isBroken: false, isWatched: false }
  const log = {
    async readAfter(sequence: number, limit: number) {
      state.readings++
      // What is there when the reading begins is what it gives.
      const found = entries.filter((entry) => entry.sequence > sequence).slice(0, limit)
      await held
      if (state.isBroken) throw new Error('the database is away')
      return found
    },
    watch(woken: () => void) {
      wake = woken
      state.isWatched = true
      return async () => {
        state.isWatched = false
      }
    },
  } as ChangeLog
  return {
    log,
    state,
    append(count = 1) {
      for (let i = 0; i < count; i++) {
        entries.push({ sequence: entries.length + 1 } as Change)
      }
    },
    wake: () => wake(),
    hold() {
      let release = () => {}
      held = new Promise((resolve) => {
        release = resolve
      })
      return () => {
        held = undefined
        release()
      }
    },
  }
}

function following(log: ChangeLog, more: Partial<FollowerOptions> = {}) {
  const got: number[] = []
  const handle = (changes: Change[]) => void got.push(...changes.map(({ sequence }) => sequence))
  return { got, follower: follow(log, { after: 0, handle, logger, ...more }) }
}

const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

describe('a follower', () => {
  test('gets everything after its cursor, in order, however much it is', async () => {
    const { log, append } = createLog()
    append(1203)
    const { got, follower } = following(log, { after: 3 })
    await follower.catchUp()
    expect(got).toEqual(oneTo(1203).slice(3))
  })

  test('gets what is appended while it reads, before the one who asks is told', async () => {
    const { log, append, hold } = createLog()
    append()
    const { got, follower } = following(log)
    const release = hold()
    const first = follower.catchUp()
    append()
    const second = follower.catchUp()
    release()
    await first
    expect(got).toEqual([1])
    await second
    expect(got).toEqual([1, 2])
  })

  test('reads once more for all who ask while it reads', async () => {
    const { log, append, state } = createLog()
    append()
    const { got, follower } = following(log)
    await Promise.all(Array.from({ length: 100 }, () => follower.catchUp()))
    expect(got).toEqual([1])
    expect(state.readings).toBe(2)
  })

  test('is given a batch again that it could not handle, and none twice that it could', async () => {
    const { log, append } = createLog()
    append(2)
    let fails = true
    const got: number[] = []
    const follower = follow(log, {
      after: 0,
      logger,
      handle(changes) {
        if (fails) throw new Error('not now')
        got.push(...changes.map(({ sequence }) => sequence))
      },
    })
    await expect(follower.catchUp()).rejects.toThrow('not now')
    fails = false
    await follower.catchUp()
    append()
    await follower.catchUp()
    expect(got).toEqual([1, 2, 3])
  })

  test('goes on after the log could not be read', async () => {
    const { log, append, state, wake } = createLog()
    let timesCurrent = 0
    const { got, follower } = following(log, { caughtUp: () => timesCurrent++ })
    state.isBroken = true
    append()
    wake()
    await expect(follower.catchUp()).rejects.toThrow('away')
    expect(timesCurrent).toBe(0)
    state.isBroken = false
    await follower.catchUp()
    expect(got).toEqual([1])
    expect(timesCurrent).toBe(1)
  })

  test('stops: reads no more, and has finished what was under way', async () => {
    const { log, append, hold, state, wake } = createLog()
    append()
    const { got, follower } = following(log)
    const release = hold()
    void follower.catchUp()
    const stopped = follower.stop()
    release()
    await stopped
    expect(got).toEqual([1])
    expect(state.isWatched).toBe(false)
    append()
    wake()
    expect(state.readings).toBe(1)
  })
})
