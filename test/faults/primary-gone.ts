import { setTimeout as sleep } from 'node:timers/promises'
import { provideMongod } from '../support/mongod-binary.ts'
import type { Fault, Given, Measured } from './fault.ts'
import { Readers } from './support/readers.ts'
import { startServer } from './support/server.ts'
import { startThreeMongods, type ThreeMongods } from './support/three-mongods.ts'
import { compare, Writers } from './support/writers.ts'

const passMark =
  'no acknowledged write lost or doubled, nobody taken for somebody else; writes pause for 15 s at most; all cached reads answered'

/** What is done to the primary; resolves when it is over. */
type Blow = (set: ThreeMongods) => Promise<void>

async function run(given: Given, blow: Blow): Promise<Measured> {
  const mongod = await provideMongod()
  if ('missing' in mongod) throw new Error(mongod.missing)
  const set = await startThreeMongods(mongod.path, 'faults')
  given.after(() => set.stop())
  const server = await startServer({ ...given, databaseUrl: set.url })
  const readers = await Readers.begin(server, 4)
  const writers = new Writers(server, given.isShort ? 5 : 20)
  for (let i = 0; i < given.times; i++) {
    await writers.more(given.isShort ? 20 : 200)
    await blow(set)
    await writers.more(given.isShort ? 20 : 200)
    await set.whole()
  }
  await Promise.all([writers.stop(), readers.stop()])
  const missed = [...(await compare(server, writers)), ...readers.failures]
  for (const status of ['401', '403'])
    if (writers.refused.has(status)) missed.push(`the admin was taken for somebody else: ${status}`)
  if (writers.longestPause > (given.isShort ? 60_000 : 15_000))
    missed.push(`writes paused for ${Math.round(writers.longestPause)} ms`)
  return {
    missed,
    result: [
      `${writers.acknowledged} writes acknowledged`,
      `longest pause ${(writers.longestPause / 1000).toFixed(1)} s`,
      `${readers.times.length} cached reads, p99 ${Math.round(readers.percentile(99))} ms`,
      ...[...writers.refused].map(([what, count]) => `${count} writes refused: ${what}`),
    ].join(', '),
  }
}

export const primarySteppedDown: Fault = {
  name: 'Primary steps down',
  done: 'replSetStepDown on a set of three under 20 writers and 4 readers',
  passMark,
  on: ['mongodb'],
  times: { short: 1, full: 10 },
  run: (given) => run(given, (set) => set.stepDown()),
}

export const primaryStopped: Fault = {
  name: 'Primary hangs',
  done: 'SIGSTOP for 15 s to the primary of three under 20 writers and 4 readers',
  passMark,
  on: ['mongodb'],
  times: { short: 0, full: 5 },
  run: (given) =>
    run(given, async (set) => {
      const signal = await set.signalPrimary('SIGSTOP')
      await sleep(15_000)
      signal('SIGCONT')
    }),
}

export const primaryKilled: Fault = {
  name: 'Primary killed',
  done: 'kill -9 to the primary of three under 20 writers and 4 readers',
  passMark,
  on: ['mongodb'],
  times: { short: 1, full: 5 },
  run: (given) => run(given, async (set) => void (await set.signalPrimary('SIGKILL'))),
}
