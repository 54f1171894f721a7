import { setTimeout as sleep } from 'node:timers/promises'
import { both, type Fault } from './fault.ts'
import { type Server, startServer } from './support/server.ts'

/** Milliseconds: the lease of a job, and what it may take from then. */
const longest = 120_000

export const killedWhilePublishing: Fault = {
  name: 'Killed during a scheduled publish',
  done: 'kill -9 within a second of the time at which a campaign and its 5 claims are due, and started again',
  passMark: 'all published once, within 120 s, none early',
  on: both,
  times: { short: 0, full: 10 },
  async run(given) {
    const server = await startServer(given)
    const missed: string[] = []
    let latest = 0
    for (let round = 0; round < given.times; round++) {
      const { due, paths } = await schedule(server, round)
      while (Date.now() < due - 50) {
        if (await isAnyPublic(server, paths)) missed.push('something was published early')
        await sleep(20)
      }
      // From right before it is due to when the next look has begun what is due.
      await sleep((1200 * round) / given.times)
      await server.kill()
      await server.start()
      while (!(await areAllPublic(server, paths)) && Date.now() - due < longest) await sleep(100)
      latest = Math.max(latest, Date.now() - due)
      if (!(await areAllPublic(server, paths))) missed.push(`not published within ${longest} ms`)
      // What would do it a second time has its time.
      await sleep(1500)
      const again = await Promise.all(paths.map((path) => server.ask(`${path}/revisions/2`)))
      if (again.some(({ status }) => status === 200)) missed.push('published twice')
    }
    return { missed, result: `published within ${(latest / 1000).toFixed(1)} s` }
  },
}

/** A campaign with its claims, due in two seconds. */
async function schedule(server: Server, round: number) {
  const campaign = await server.draftCampaign(`Together ${round}`)
  const paths = [`/api/campaigns/${campaign}`]
  for (let claim = 0; claim < 5; claim++) {
    const statement = `Round ${round} claim ${claim}`
    paths.push(
      `/api/claims/${await server.make('/api/claims?draft=true', { statement, campaign })}`,
    )
  }
  const due = Date.now() + 2000
  await server.publishCampaignAt(campaign, due)
  return { due, paths }
}

const statuses = (server: Server, paths: readonly string[]) =>
  Promise.all(paths.map(async (path) => (await server.ask(path)).status))
const isAnyPublic = async (server: Server, paths: readonly string[]) =>
  (await statuses(server, paths)).includes(200)
const areAllPublic = async (server: Server, paths: readonly string[]) =>
  (await statuses(server, paths)).every((status) => status === 200)
