import { setTimeout as sleep } from 'node:timers/promises'
import { both, type Fault } from './fault.ts'
import { type Server, startServer } from './support/server.ts'

/** Milliseconds after which the other server may not show what was there before. */
const staleness = 500

export const twoServers: Fault = {
  name: 'Two servers on one database',
  done: 'each in turn changes a claim that both have in their caches; then 100 clients of both change it on one If-Match',
  passMark:
    'nothing stale on the server that wrote, nor after 500 ms on the other; one edit is taken, 99 are 412',
  on: both,
  times: { short: 0, full: 20 },
  async run(given) {
    const servers = [await startServer(given), await startServer(given)] as const
    const missed: string[] = []
    const claim = { statement: 'First', _status: 'published' }
    const path = `/api/claims/${await servers[0].make('/api/claims', claim)}`
    let slowest = 0
    for (let round = 0; round < given.times; round++) {
      const [own, other] = round % 2 === 0 ? servers : ([servers[1], servers[0]] as const)
      const statement = `Edit ${round}`
      await Promise.all(servers.map((server) => server.ask(path)))
      const { status } = await own.askAsAdmin(path, 'PATCH', { statement, _status: 'published' })
      const since = performance.now()
      if (status !== 200) missed.push(`an edit was answered ${status}`)
      if (!(await shows(own, path, statement))) missed.push('stale on the server that wrote')
      while (!(await shows(other, path, statement)) && performance.now() - since < 10_000)
        await sleep(5)
      slowest = Math.max(slowest, performance.now() - since)
      missed.push(...(await race(servers, path, round)))
    }
    if (slowest > staleness) missed.push(`stale for ${Math.round(slowest)} ms`)
    return {
      missed,
      result: `the other server showed an edit within ${Math.round(slowest)} ms; ${given.times * 100} racing edits`,
    }
  },
}

const shows = async (server: Server, path: string, statement: string): Promise<boolean> =>
  JSON.parse((await server.ask(path)).text).statement === statement

async function race(servers: readonly Server[], path: string, round: number): Promise<string[]> {
  const [first] = servers as [Server]
  const read = await first.askAsAdmin(path)
  const tag = read.headers.get('ETag') ?? ''
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, runner) => {
      const { url, token } = servers[runner % servers.length] ?? first
      return fetch(url + path, {
        method: 'PATCH',
        headers: {
          Authorization: `JWT ${token}`,
          'Content-Type': 'application/json',
          'If-Match': tag,
        },
        body: JSON.stringify({ statement: `Round ${round} runner ${runner}` }),
      }).then(async (answer) => {
        await answer.text()
        return answer.status
      })
    }),
  )
  const taken = answers.filter((status) => status === 200).length
  const refused = answers.filter((status) => status === 412).length
  return taken === 1 && refused === 99
    ? []
    : [
        `of 100 edits ${taken} were taken, ${refused} 412, others ${answers.filter((status) => status !== 200 && status !== 412)}`,
      ]
}
