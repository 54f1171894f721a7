import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provideFaketime } from '../../support/faketime.ts'
import type { Given } from '../fault.ts'

export const hour = 3600

/** A clock of its own for a server, which is set while that runs. */
export type Clock = {
  /** What the server is started with. */
  env: Record<string, string>
  /** Sets it to so many seconds from the right time. */
  set(seconds: number): Promise<void>
}

/** @throws when this machine has no libfaketime */
export async function startClock({ after }: Given, seconds = 0): Promise<Clock> {
  const faketime = await provideFaketime()
  if ('missing' in faketime) throw new Error(faketime.missing)
  const folder = await mkdtemp(join(tmpdir(), 'handbill-clock-'))
  after(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'offset')
  const clock: Clock = {
    env: {
      LD_PRELOAD: faketime.path,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      // As when an operator sets the clock: how long something takes is told by another one.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    async set(offset) {
      await writeFile(`${file}.new`, offset < 0 ? `${offset}` : `+${offset}`)
      // Whole at once: the server reads it whenever it asks for the time.
      await rename(`${file}.new`, file)
    },
  }
  await clock.set(seconds)
  return clock
}
