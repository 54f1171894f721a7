import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../fault.ts'
import { halfWritten } from '../stored.ts'
import { startWriters } from '../writers.ts'

/** What became of a request: answered whole, never taken, or cut. */
type Fate = 'answered' | 'not taken' | 'cut'

export const stopUnderLoad: Fault = {
  name: 'SIGTERM under load',
  done: '8 readers on connections of their own and 4 writers; the server is told to stop',
  mark: 'no answer cut; what was acknowledged is there; ends within 10 s',
  on: ['sqlite', 'mongodb'],
  times: { short: 1, full: 20 },
  async run({ start }, times) {
    let server = await start()
    const token = await server.logIn()
    const fates = { answered: 0, 'not taken': 0, cut: 0 }
    const failures: string[] = []
    let slowest = 0
    for (let n = 0; n < times; n++) {
      const writing = startWriters(() => server, token, 4, `Stop ${n}`)
      let isOver = false
      const paths = [
        '/api/claims?limit=50',
        '/claims',
        '/api/campaigns?depth=2',
        '/api/claims?sort=slug',
      ]
      const readers = [...paths, ...paths].map(async (path) => {
        for (let i = 0; !isOver; i++) {
          // A query of its own each time, so that it is not answered from memory.
          const fate = await fateOf(
            `${server.url}${path}${path.includes('?') ? '&' : '?'}page=${1 + (i % 9)}`,
          )
          fates[fate]++
          if (fate === 'not taken') await sleep(20)
        }
      })
      const answeredBefore = fates.answered
      for (let i = 0; i < 100 && fates.answered < answeredBefore + 50; i++) await sleep(100)
      const began = Date.now()
      server.program.send('SIGTERM')
      const { code, signal } = await server.program.ended
      slowest = Math.max(slowest, Date.now() - began)
      if (code !== 0) failures.push(`ended with ${signal ?? code}`)
      isOver = true
      await Promise.all(readers)
      await writing.stop()
      server = await start({ port: server.port })
      failures.push(...(await halfWritten(server, token)))
      for (const [statement, id] of writing.acknowledged) {
        const { status } = await server.ask(`/api/claims/${id}`, 'GET', undefined, token)
        if (status !== 200) failures.push(`${statement} is lost`)
      }
    }
    if (fates.cut > 0) failures.push(`${fates.cut} answers were cut`)
    if (fates.answered < times * 10) failures.push(`only ${fates.answered} were answered`)
    return {
      result: `${fates.answered} answered, ${fates.cut} cut, ended after ${(slowest / 1000).toFixed(1)} s at most`,
      failures,
      late: slowest > 10_000 ? [`ended only after ${slowest} ms`] : [],
    }
  },
}

/** Asks on a new connection. One that the system refuses, or resets before it was accepted, was not taken. */
function fateOf(url: string): Promise<Fate> {
  return new Promise((resolve) => {
    const asked = request(url, { agent: new Agent({ keepAlive: false }) }, (answer) => {
      answer.resume()
      answer.once('close', () => resolve(answer.complete ? 'answered' : 'cut'))
    })
    asked.once('error', ({ message, code }: NodeJS.ErrnoException) => {
      const isRefused = code === 'ECONNREFUSED' || code === 'ECONNRESET'
      resolve(isRefused && message !== 'socket hang up' ? 'not taken' : 'cut')
    })
    asked.end()
  })
}
