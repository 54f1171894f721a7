import { both, type Fault } from './fault.ts'
import { startServer } from './support/server.ts'
import { compare, Writers } from './support/writers.ts'

/** Between two kills; fifty of them come to ten thousand. */
const writesEach = { short: 60, full: 200 }

export const killedUnderWriters: Fault = {
  name: 'Killed under writers',
  done: 'kill -9 while 20 clients make and change claims, and started again',
  passMark:
    'no acknowledged write lost or doubled; none without its version or its change; ready within 10 s',
  on: both,
  times: { short: 2, full: 50 },
  async run(given) {
    const { isShort, times } = given
    const server = await startServer(given)
    const writers = new Writers(server, 20)
    let slowest = 0
    for (let i = 0; i < times; i++) {
      await writers.more(isShort ? writesEach.short : writesEach.full)
      await server.kill()
      slowest = Math.max(slowest, await server.start())
    }
    await writers.more(20)
    await writers.stop()
    const missed = await compare(server, writers)
    const limit = isShort ? 60_000 : 10_000
    if (slowest > limit) missed.push(`ready after ${Math.round(slowest)} ms`)
    const errors = [...writers.refused].filter(([what]) => what !== 'no connection')
    return {
      missed,
      result: [
        `${writers.acknowledged} writes acknowledged`,
        `ready within ${(slowest / 1000).toFixed(1)} s`,
        `longest without an acknowledgement ${(writers.longestPause / 1000).toFixed(1)} s`,
        ...errors.map(([what, count]) => `${count} answers of ${what}`),
      ].join(', '),
    }
  },
}
