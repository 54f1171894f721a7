import { afterAll, beforeAll, expect, vi } from 'vitest'
import { openInstances } from './instances.ts'

/*
 * The files of a worker share its process. What one of them leaves behind would make another one fail, now and
 * then and without a word of why: so the one that leaves it fails.
 */

/** What Next keeps in it is for as long as Next is loaded. */
const environment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^_*NEXT_|^TURBOPACK$/.test(name)),
  )

let env: ReturnType<typeof environment>
beforeAll(() => {
  env = environment()
})
afterAll(() => {
  const left = { isClockStopped: vi.isFakeTimers(), open: openInstances(), env: environment() }
  vi.useRealTimers()
  Object.assign(process.env, env)
  expect(left).toEqual({ isClockStopped: false, open: 0, env })
})
