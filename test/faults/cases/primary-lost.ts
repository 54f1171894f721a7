import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../fault.ts'
import { allClaims, halfWritten } from '../stored.ts'
import { startWriters } from '../writers.ts'

export const primaryLost: Fault = {
  name: 'the primary of three steps down, stands still, is killed',
  done: '10 writers and 4 readers of what is in memory; in turn a step-down, SIGSTOP for 15 s, SIGKILL',
  mark: '0 lost, 0 doubled; reads from memory all succeed; writes pause 15 s at most',
  on: ['mongodb'],
  needsMembers: true,
  times: { short: 1, full: 5 },
  async run({ members, start }, times) {
    if (!members) throw new Error('There is no set of three.')
    const server = await start()
    const token = await server.logIn()
    const { body } = await server.ask(
      '/api/claims',
      'POST',
      { statement: 'Kept', _status: 'published' },
      token,
    )
    const path = `/api/claims/${(body.doc as { id: string }).id}`
    await server.ask(path)
    const writing = startWriters(() => server, token, 10, 'Primary')
    let isOver = false
    let [read, failed] = [0, 0]
    const readers = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        const { status } = await server.ask(path)
        read++
        if (status !== 200) failed++
        await sleep(10)
      }
    })
    for (let n = 0; n < times; n++) {
      await members.stepDown()
      await sleep(3000)
      const { resume } = await members.signalPrimary('SIGSTOP')
      await sleep(15_000)
      resume()
      await sleep(3000)
    }
    await members.signalPrimary('SIGKILL')
    await sleep(15_000)
    isOver = true
    await Promise.all(readers)
    await writing.stop()

    const claims = await allClaims(server, token)
    const ids = new Set(claims.map(({ id }) => id))
    const lost = [...writing.acknowledged].filter(([, id]) => !ids.has(id))
    const statements = claims.map(({ statement }) => statement)
    const doubled = statements.length - new Set(statements).size
    const { times: acknowledged } = writing
    const pause = Math.max(...acknowledged.map((time, i) => time - (acknowledged[i - 1] ?? time)))
    return {
      result: `${acknowledged.length} acknowledged, ${lost.length} lost, ${doubled} doubled; ${failed} of ${read} reads failed; writes paused ${(pause / 1000).toFixed(1)} s at most`,
      failures: [
        ...lost.map(([statement]) => `${statement} is lost`),
        ...(doubled > 0 ? [`${doubled} are there twice`] : []),
        ...(failed > 0 ? [`${failed} reads failed`] : []),
        ...(acknowledged.length > 50 ? [] : [`only ${acknowledged.length} were acknowledged`]),
        ...(await halfWritten(server, token)),
      ],
      late: pause > 15_000 ? [`writes paused ${pause} ms`] : [],
    }
  },
}
