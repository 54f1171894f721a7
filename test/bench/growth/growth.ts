/*
 * `npm run bench:growth`: how much longer the first page of a list takes with 50,000 published claims
 * than with 500, uncached, on both databases, or on the one that is named (sqlite, mongodb). The two
 * sizes are asked in turn.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startReplicaSet } from '../../support/mongod.ts'
import { provideMongod } from '../../support/mongod-binary.ts'
import { fill } from '../fill.ts'
import { answerTo } from '../load/ask.ts'
import type { Server } from '../servers.ts'
import { startMissing } from '../start.ts'
import { median } from '../statistics.ts'
import { copyInMongodb } from './fill-mongodb.ts'
import { copyInSqlite } from './fill-sqlite.ts'
import type { Campaigns } from './template.ts'

const small = 500
const large = Number(process.env.BENCH_CLAIMS ?? 50_000)
const pairs = 200

type Side = { server: Server; campaigns: Campaigns }

const paths: Record<string, (side: Side) => string> = {
  'first page, depth 0': () => '/api/claims?limit=10&depth=0',
  'first page, depth 1': () => '/api/claims?limit=10&depth=1',
  'what changed last': () => '/api/claims?limit=10&depth=0&sort=-updatedAt',
  'feed of claims': () => '/feeds/claims.atom',
  'a campaign of fifty': ({ campaigns }) => pageOf(campaigns.fifty),
  'a campaign of half of all': ({ campaigns }) => pageOf(campaigns.large),
  'what changed last in it': ({ campaigns }) => `${pageOf(campaigns.large)}&sort=-updatedAt`,
}

const pageOf = (campaign: string) =>
  `/api/claims?limit=10&depth=1&where[campaign][equals]=${campaign}`

const folder = mkdtempSync(join(tmpdir(), 'handbill-growth-'))
try {
  if (isAsked('sqlite')) {
    await compare('SQLite', [await onSqlite(small), await onSqlite(large)])
  }
  if (isAsked('mongodb')) await withMongod()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function isAsked(database: string): boolean {
  const asked = process.argv.slice(2)
  return asked.length === 0 || asked.includes(database)
}

async function withMongod(): Promise<void> {
  const binary = await provideMongod()
  if ('missing' in binary) return console.log(`MongoDB is left out: ${binary.missing}`)
  const mongod = await startReplicaSet(binary.path)
  try {
    const sides = [await onMongodb(mongod.uri, small), await onMongodb(mongod.uri, large)]
    await compare('MongoDB', sides)
  } finally {
    await mongod.stop()
  }
}

async function onSqlite(size: number): Promise<Side> {
  const file = join(folder, `${size}.db`)
  return side(`file:${file}`, () => copyInSqlite(file, size))
}

async function onMongodb(uri: string, size: number): Promise<Side> {
  const url = uri.replace('/?', `/growth-${size}?`)
  return side(url, () => copyInMongodb(url, size))
}

async function side(url: string, copy: () => Campaigns | Promise<Campaigns>): Promise<Side> {
  const env = { DATABASE_URL: url, PAYLOAD_SECRET: 'for the benchmark' }
  fill(env)
  // From then on it is for the log to say what is there, and the copies are not logged while they are measured.
  await (await startMissing(env)).stop()
  const campaigns = await copy()
  return { server: await startMissing(env), campaigns }
}

async function compare(database: string, [few, many]: Side[]): Promise<void> {
  if (!few || !many) return
  try {
    for (const [what, pathOf] of Object.entries(paths)) {
      const [a = 0, b = 0] = await inTurn([
        () => timeOf(few.server.url + pathOf(few)),
        () => timeOf(many.server.url + pathOf(many)),
      ])
      const times = `${a.toFixed(2)} ms with ${small}, ${b.toFixed(2)} ms with ${large}`
      console.log(`${database}, ${what}: ${(b / a).toFixed(2)} times (${times})`)
    }
  } finally {
    await Promise.all([few, many].map(({ server }) => server.stop()))
  }
}

/** The median of each, one after the other again and again. */
async function inTurn(measures: (() => Promise<number>)[]): Promise<number[]> {
  const times: number[][] = measures.map(() => [])
  for (let i = -pairs / 4; i < pairs; i++) {
    for (const [n, measure] of measures.entries()) {
      const time = await measure()
      if (i >= 0) times[n]?.push(time)
    }
  }
  return times.map(median)
}

async function timeOf(url: string): Promise<number> {
  const start = performance.now()
  const { body, status } = await answerTo({ path: '' }, url)
  const time = performance.now() - start
  if (status !== 200) throw new Error(`${url}: ${status} ${body}`)
  return time
}
