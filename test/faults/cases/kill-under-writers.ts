import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../fault.ts'
import { allClaims, halfWritten } from '../stored.ts'
import { startWriters } from '../writers.ts'

export const killUnderWriters: Fault = {
  name: 'kill -9 under 20 writers',
  done: '20 writers make claims, every other one published; the server is killed and started again',
  mark: '0 acknowledged writes lost; no claim without its version, no published one without its change; ready within 10 s',
  on: ['sqlite', 'mongodb'],
  times: { short: 2, full: 40 },
  async run({ start }, times) {
    let server = await start()
    const token = await server.logIn()
    const acknowledged = new Map<string, string>()
    let slowest = 0
    for (let n = 0; n < times; n++) {
      const writing = startWriters(() => server, token, 20, `Kill ${n}`)
      // A server that has just been started takes its time with the first ones.
      for (let i = 0; i < 200 && writing.acknowledged.size < 20; i++) await sleep(100)
      await sleep(Math.random() * 500)
      server.program.send('SIGKILL')
      await server.program.ended
      await writing.stop()
      for (const [statement, id] of writing.acknowledged) acknowledged.set(statement, id)
      server = await start({ port: server.port })
      slowest = Math.max(slowest, server.readyAfter)
    }
    const there = new Set(
      (await allClaims(server, token)).map(({ id, statement }) => `${id} ${statement}`),
    )
    const lost = [...acknowledged].filter(([statement, id]) => !there.has(`${id} ${statement}`))
    return {
      result: `${acknowledged.size} acknowledged, ${lost.length} lost, ${there.size} there; ready after ${seconds(slowest)} at most`,
      failures: [
        ...lost.map(([statement, id]) => `${statement} (${id}) is lost`),
        ...(await halfWritten(server, token)),
        ...(acknowledged.size > times * 5 ? [] : [`only ${acknowledged.size} were acknowledged`]),
      ],
      late: slowest > 10_000 ? [`ready only after ${seconds(slowest)}`] : [],
    }
  },
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
