/*
 * `npm run bench:second`: how long after a publishing was acknowledged by one server another server on the
 * same database still gives the answer from before, on both databases.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startReplicaSet } from '../support/mongod.ts'
import { provideMongod } from '../support/mongod-binary.ts'
import { fill } from './fill.ts'
import { answerTo } from './load/ask.ts'
import { logIn, publish } from './publishing.ts'
import { startCached } from './start.ts'
import { median } from './statistics.ts'

const publishings = 50
const account = { email: 'bench@example.org', password: 'for the benchmark' }

const folder = mkdtempSync(join(tmpdir(), 'handbill-second-'))
try {
  await compare('SQLite', `file:${join(folder, 'content.db')}`)
  const binary = await provideMongod()
  if ('missing' in binary) console.log(`MongoDB is left out: ${binary.missing}`)
  else {
    const mongod = await startReplicaSet(binary.path)
    await compare('MongoDB', mongod.uri.replace('/?', '/second?')).finally(mongod.stop)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function compare(name: string, url: string): Promise<void> {
  const env = {
    DATABASE_URL: url,
    PAYLOAD_SECRET: 'for the benchmark',
    ADMIN_EMAIL: account.email,
    ADMIN_PASSWORD: account.password,
  }
  const claim = fill(env)
  const first = await startCached(env)
  const second = await startCached(env)
  try {
    const authorization = await logIn(first.url, account)
    const delays: number[] = []
    for (let i = 1; i <= publishings; i++) {
      const path = `/api/claims/${claim}`
      await answerTo({ path }, second.url)
      const statement = `Claim, edition ${i}`
      await publish(first.url, claim, statement, authorization)
      delays.push(await delayAt(second.url, path, statement))
      await sleep(Math.random() * 200)
    }
    const longest = Math.max(...delays)
    console.log(
      `${name}: shown by the other server after ${median(delays).toFixed(0)} ms (median), ${longest.toFixed(0)} ms at most, of ${publishings}`,
    )
  } finally {
    await Promise.all([first.stop(), second.stop()])
  }
}

async function delayAt(url: string, path: string, statement: string): Promise<number> {
  const from = performance.now()
  for (;;) {
    const { body } = await answerTo({ path }, url)
    if (body.toString().includes(statement)) return performance.now() - from
    await sleep(2)
  }
}
