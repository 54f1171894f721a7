import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from './fault.ts'
import { hour, startClock } from './support/clock.ts'
import { startServer } from './support/server.ts'

export const clocksApart: Fault = {
  name: 'Clocks apart',
  done: 'of two servers on one MongoDB one is an hour ahead, the other an hour behind; campaigns are published on schedule',
  passMark: 'published once, not before the time by the right clock, and within 10 s after it',
  on: ['mongodb'],
  times: { short: 0, full: 5 },
  async run(given) {
    const ahead = await startServer(given, (await startClock(given, hour)).env)
    const behind = await startServer(given, (await startClock(given, -hour)).env)
    const missed: string[] = []
    let latest = 0
    for (let round = 0; round < given.times; round++) {
      const id = await behind.draftCampaign(`On time ${round}`)
      const due = Date.now() + 5000
      await behind.publishCampaignAt(id, due)
      const isPublic = async () => (await ahead.ask(`/api/campaigns/${id}`)).status === 200
      while (!(await isPublic()) && Date.now() < due + 30_000) await sleep(20)
      const late = Date.now() - due
      latest = Math.max(latest, late)
      if (late < 0) missed.push(`published ${-late} ms early`)
      if (late > 10_000) missed.push(`published after ${late} ms`)
      await sleep(1000)
      const again = await ahead.ask(`/api/campaigns/${id}/revisions/2`)
      if (again.status === 200) missed.push('published twice')
    }
    return { missed, result: `published within ${latest} ms` }
  },
}
