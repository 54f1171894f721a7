import { setTimeout as sleep } from 'node:timers/promises'
import { both, type Fault } from './fault.ts'
import { type Server, startServer } from './support/server.ts'

/** A request that broke, by performance.now(). */
type Broken = { statement: string; began: number }

/** What has been under way for so long when the signal comes has been admitted. */
const surelyAdmitted = 500

export const stoppedUnderLoad: Fault = {
  name: 'SIGTERM under load',
  done: 'SIGTERM while 20 clients make claims',
  passMark: 'no admitted request cut; exit within 10 s with 0',
  on: both,
  times: { short: 1, full: 20 },
  async run(given) {
    const server = await startServer(given)
    const missed: string[] = []
    let answered = 0
    let slowest = 0
    for (let round = 0; round < given.times; round++) {
      if (round > 0) await server.start()
      const load = clients(server, given.isShort ? 5 : 20, round)
      await sleep(given.isShort ? 1500 : 3000)
      const signalled = performance.now()
      server.program?.send('SIGTERM')
      const end = await server.program?.ended
      slowest = Math.max(slowest, performance.now() - signalled)
      const { broken, done } = await load.stop()
      answered += done
      if (end?.code !== 0) missed.push(`it ended with ${end?.code ?? end?.signal}`)
      await server.start()
      const made = await statements(server)
      for (const { statement, began } of broken) {
        if (made.has(statement)) missed.push(`made, but the client was cut off: ${statement}`)
        else if (began < signalled - surelyAdmitted) missed.push(`cut: ${statement}`)
      }
      await server.kill()
    }
    if (answered === 0) missed.push('no request was answered')
    if (slowest > (given.isShort ? 20_000 : 10_000))
      missed.push(`exit after ${Math.round(slowest)} ms`)
    return { missed, result: `${answered} answered, exit within ${(slowest / 1000).toFixed(1)} s` }
  },
}

/** Clients that make claims until nobody answers any more. */
function clients(server: Server, count: number, round: number) {
  const broken: Broken[] = []
  let done = 0
  let isOver = false
  const running = Array.from({ length: count }, async (_, client) => {
    for (let turn = 0; !isOver; turn++) {
      const statement = `Round ${round} client ${client} turn ${turn}`
      const began = performance.now()
      const claim = { statement, _status: 'published' }
      const answer = await server.askAsAdmin('/api/claims?depth=0', 'POST', claim).catch(() => {})
      if (answer?.status === 201) done++
      if (!answer) {
        broken.push({ statement, began })
        await sleep(10)
      }
    }
  })
  return {
    async stop() {
      isOver = true
      await Promise.all(running)
      return { broken, done }
    },
  }
}

async function statements(server: Server): Promise<Set<string>> {
  const query = 'depth=0&limit=100000&where[statement][like]=Round'
  const { text } = await server.askAsAdmin(`/api/claims?${query}`)
  return new Set(JSON.parse(text).docs.map(({ statement }: { statement: string }) => statement))
}
