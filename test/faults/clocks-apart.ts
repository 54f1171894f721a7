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
      const campaign = { title: `On time ${round}` }
      const made = await behind.askAsAdmin('/api/campaigns?draft=true', 'POST', campaign)
      const { id } = JSON.parse(made.text).doc
      const due = Date.now() + 5000
      const body = { what: 'publish', at: new Date(due).toISOString() }
      const { status, text } = await behind.askAsAdmin(`/api/campaigns/${id}/publish`, 'POST', body)
      if (status !== 201) throw new Error(`Nothing could be scheduled: ${text}`)
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
