import { setTimeout as sleep } from 'node:timers/promises'
import { both, type Fault } from './fault.ts'
import { hour, startClock } from './support/clock.ts'
import { Partner } from './support/partner.ts'
import { type Server, startServer } from './support/server.ts'
import { compare, Writers } from './support/writers.ts'

export const clockStepping: Fault = {
  name: 'Clock stepping',
  done: 'the clock of one of two servers goes forward by an hour, back by two, and is set right, under 5 writers',
  passMark:
    'no cursor and no time of a change goes back; nothing lost, doubled or told twice; sessions go on; a revoked key ends within 1 s; what was published stays so, once',
  on: both,
  times: { short: 0, full: 5 },
  async run(given) {
    const clock = await startClock(given)
    const right = await startServer(given)
    const stepping = await startServer(given, clock.env)
    // Whoever asks first names the log.
    await right.ask('/api/changes')
    const partners = [new Partner(right), new Partner(stepping)]
    const writers = new Writers(stepping, 5)
    const missed: string[] = []
    let slowest = 0
    const scheduled: string[] = []
    for (let round = 0; round < given.times; round++) {
      scheduled.push(await schedule(right))
      for (const offset of [hour, -hour, 0]) {
        const revoke = await keyInUse(right, stepping)
        await writers.more(10)
        await clock.set(offset)
        slowest = Math.max(slowest, await revoke())
        await writers.more(10)
      }
    }
    // Both have followed the last of it.
    await writers.stop()
    await sleep(1000)
    for (const partner of partners) {
      await partner.stop()
      missed.push(...partner.missed)
    }
    missed.push(...(await compare(stepping, writers)))
    for (const [what, count] of writers.refused) missed.push(`${count} writes refused: ${what}`)
    if (slowest > 1000) missed.push(`a revoked key was good for ${Math.round(slowest)} ms`)
    const times = await Promise.all(scheduled.map((id) => timesPublished(right, id)))
    // SQLite's servers have no other clock than their machine's: to it the hour had passed.
    const expected = given.kind === 'sqlite' ? 1 : 0
    if (times.some((count) => count !== expected))
      missed.push(`published ${times.join(', ')} times, where ${expected} is right`)
    return {
      missed,
      result: `${writers.acknowledged} writes acknowledged, ${partners[0]?.changes} changes followed on both servers, a revoked key ended within ${Math.round(slowest)} ms`,
    }
  },
}

/** A campaign that is to be published in half an hour. */
async function schedule(server: Server): Promise<string> {
  const id = await server.draftCampaign(`In half an hour ${Math.random()}`)
  await server.publishCampaignAt(id, Date.now() + 1_800_000)
  return id
}

async function timesPublished(server: Server, id: string): Promise<number> {
  const path = (n: number) => `/api/campaigns/${id}/revisions/${n}`
  const answers = await Promise.all([1, 2, 3].map((n) => server.ask(path(n))))
  return answers.filter(({ status }) => status === 200).length
}

/**
 * A partner's key that a server knows.
 *
 * @returns revokes it on another one, and gives after how many milliseconds somebody still came in with it
 */
async function keyInUse(other: Server, server: Server): Promise<() => Promise<number>> {
  const named = { name: `Newsroom ${Math.random()}`, contact: 'desk@example.org' }
  const id = await other.make('/api/partners', named)
  const issued = await other.askAsAdmin(`/api/partners/${id}/keys`, 'POST', {})
  if (issued.status !== 201) throw new Error(`No key: ${issued.status} ${issued.text}`)
  const { key, doc } = JSON.parse(issued.text)
  const use = async () => {
    const headers = { Authorization: `Bearer ${key}` }
    return (await fetch(`${server.url}/api/partners/me`, { headers })).status
  }
  const status = await use()
  if (status !== 200) throw new Error(`A new key was answered ${status}.`)
  return async () => {
    await other.askAsAdmin(`/api/partners/${id}/keys/${doc.id}`, 'DELETE')
    const since = performance.now()
    for (let last = 0; ; await sleep(10)) {
      const began = performance.now() - since
      if (began > 10_000 || (await use()) !== 200) return last
      last = began
    }
  }
}
