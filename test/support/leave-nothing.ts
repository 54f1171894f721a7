import { afterAll, beforeAll, expect, vi } from 'vitest'
import { openInstances } from './instances.ts'

/*
 * The files of a worker share its process. What one of them leaves behind would make another one fail, now and
 * then and without a word of why: so the one that leaves it fails.
 */

let env: NodeJS.ProcessEnv
beforeAll(() => {
  env = { ...process.env }
})
afterAll(() => {
  const left = { isClockStopped: vi.isFakeTimers(), open: openInstances(), env: { ...process.env } }
  vi.useRealTimers()
  Object.assign(process.env, env)
  expect(left).toEqual({ isClockStopped: false, open: 0, env })
})
