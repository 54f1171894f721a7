import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fill } from '../fill.ts'
import type { Campaigns } from '../growth/template.ts'
import { type Ask, answerTo, connections } from '../load/ask.ts'
import { loadEach } from '../load/each.ts'
import { loadGenerator } from '../load/generator.ts'
import { logIn } from '../publishing.ts'
import { runToEnd, type Server } from '../servers.ts'
import { startMissing, startReady } from '../start.ts'
import { median } from '../statistics.ts'
import type { Place } from './place.ts'
import { requests } from './requests.ts'

/** What it takes to have so many documents; memory and disk in megabytes. */
export type Row = {
  database: Place['database']
  documents: number
  /** The first start after content that no log knows, which is then entered, in the background. */
  entering: { seconds: number; peakMemory: number }
  /** Seconds until a server is ready, from then on. */
  start: number
  memory: { rest: number; hits: number; misses: number; database: number }
  /** Answers a second. */
  rate: { hits: number; misses: number }
  /** Milliseconds, nothing being kept, one at a time. */
  requests: Record<string, number>
  /** None when it came to no end: on MongoDB it has five minutes. */
  backup: { seconds: number; peakMemory: number } | undefined
  onDisk: number
}

const starts = 3
const seconds = 5
const list = '/api/claims?depth=1&limit=10'
const account = { email: 'bench@example.org', password: 'for the benchmark' }
const metricsToken = 'for the benchmark'

/** Campaigns, claims and sources that are there before copies are made, and are in the log. */
const before = 21

/** Fills a place and measures a server on it. */
export async function measure(place: Place, size: number, folder: string): Promise<Row> {
  const env = {
    DATABASE_URL: place.url,
    PAYLOAD_SECRET: 'for the benchmark',
    ADMIN_EMAIL: account.email,
    ADMIN_PASSWORD: account.password,
    HANDBILL_METRICS_TOKEN: metricsToken,
    // Nobody is to be asked for what sources lead to.
    HANDBILL_LINK_CHECK_DAYS: '0',
  }
  fill(env, 'long')
  const claims = size / 2
  const campaigns = await place.copy(claims)
  const documents = before + size + Math.ceil(claims / 100)
  console.log('… copied')
  const entering = await enterAll(env, documents)
  console.log('… entered')
  const { start, ...kept } = await underHits(env)
  const made = await underMisses(env, campaigns)
  console.log('… loaded')
  const file = join(folder, `${place.database}-${size}.tar.gz`)
  const backup = await runToEnd(['src/backup/backup.mjs', file], env).catch((error: Error) => {
    console.log(error.message)
    return undefined
  })
  return {
    ...{ database: place.database, documents, entering, start },
    memory: { ...kept.memory, misses: made.memory, database: await place.inMemory() },
    rate: { hits: kept.rate, misses: made.rate },
    ...{ requests: made.requests, backup, onDisk: await place.onDisk() },
  }
}

/** Has everything entered into the log, and waits for it. */
async function enterAll(env: Record<string, string>, documents: number): Promise<Row['entering']> {
  const from = performance.now()
  const server = await startReady(env)
  while ((await latestChange(server)) < documents) await sleep(200)
  const seconds = (performance.now() - from) / 1000
  // Then it is noted that it has been done.
  await sleep(2000)
  const peakMemory = server.peakMemory() ?? Number.NaN
  await server.stop()
  return { seconds, peakMemory }
}

async function latestChange({ url }: Server): Promise<number> {
  const headers = { Authorization: `Bearer ${metricsToken}` }
  const { body } = await answerTo({ path: '/metrics', headers }, url)
  return Number(/^handbill_changes_latest (\d+)/m.exec(body.toString())?.[1] ?? 0)
}

async function underHits(env: Record<string, string>) {
  const times: number[] = []
  for (let i = 1; i < starts; i++) {
    const server = await startReady(env)
    times.push(server.startedIn)
    await server.stop()
  }
  const server = await startReady(env)
  times.push(server.startedIn)
  try {
    await sleep(10_000)
    const rest = server.memory() ?? Number.NaN
    const generator = loadGenerator()
    await generator.run({ path: list }, server.url, 2)
    const { rate } = await generator.run({ path: list }, server.url, seconds)
    const hits = server.peakMemory() ?? Number.NaN
    return { start: median(times) / 1000, memory: { rest, hits }, rate }
  } finally {
    await server.stop()
  }
}

async function underMisses(env: Record<string, string>, campaigns: Campaigns) {
  const server = await startMissing(env)
  try {
    await loadEach(lists, server.url, 2)
    const rate = await loadEach(lists, server.url, seconds)
    const memory = server.peakMemory() ?? Number.NaN
    const asked = requests(campaigns, await logIn(server.url, account))
    const times: Record<string, number> = {}
    for (const [what, ask] of Object.entries(asked)) times[what] = await timeOf(ask, server.url)
    return { rate, memory, requests: times }
  } finally {
    await server.stop()
  }
}

/** The same list, asked for in as many ways: what several ask for at once is made once. */
const lists = Array.from({ length: connections }, (_, n) => ({
  path: `${list}&where[createdAt][less_than]=2100-01-${10 + n}`,
}))

async function timeOf(ask: Ask, url: string): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 11; i++) {
    const from = performance.now()
    const { body, status } = await answerTo(ask, url)
    if (status !== 200) throw new Error(`${ask.path}: ${status} ${body}`)
    times.push(performance.now() - from)
  }
  return median(times)
}
