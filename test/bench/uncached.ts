/*
 * `npm run bench`: the uncached read path over our front server against the same Payload under
 * `next start`, in one run, the sides alternating, because the machine is never quiet. Prints ratios.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import autocannon from 'autocannon'
import { openPayload } from '../../src/cms/open-payload.ts'
import { readSettings } from '../../src/settings.ts'
import { type Server, startServer } from './servers.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const seconds = Number(process.env.BENCH_SECONDS ?? 5)
const connections = 16

const folder = mkdtempSync(join(tmpdir(), 'handbill-bench-'))
const env = {
  DATABASE_URL: `file:${join(folder, 'content.db')}`,
  PAYLOAD_SECRET: 'for the benchmark',
}
const nextApp = resolve('test/bench/next')
const next = resolve('node_modules/next/dist/bin/next')

const claim = await fill()
build()
const ours = await startServer('Express', () => ['src/start.mjs'], env)
const theirs = await startServer(
  'next start',
  (port) => [next, 'start', nextApp, '-p', `${port}`],
  env,
)
try {
  await compare('list of ten claims', '/api/claims?depth=1')
  await compare('one claim', `/api/claims/${claim}?depth=1`)
} finally {
  await Promise.all([ours.stop(), theirs.stop()])
  rmSync(folder, { recursive: true, force: true })
}

/** Ten published claims with a campaign and a source each. */
async function fill(): Promise<string> {
  const payload = await openPayload(readSettings({ NODE_ENV: 'test', ...env }))
  const published = { _status: 'published' as const }
  const campaign = await payload.create({
    collection: 'campaigns',
    data: { title: 'The benchmark', ...published },
  })
  let last = ''
  for (let i = 0; i < 10; i++) {
    const source = await payload.create({
      collection: 'resources',
      data: { title: `Source ${i}`, url: `https://example.org/${i}`, kind: 'report', ...published },
    })
    const { id } = await payload.create({
      collection: 'claims',
      data: {
        statement: `Claim ${i}`,
        campaign: campaign.id,
        evidence: [{ source: source.id, locator: `p. ${i}` }],
        figures: [{ label: 'Number', value: i, unit: 'items' }],
        ...published,
      },
    })
    last = id
  }
  await payload.destroy()
  return last
}

function build(): void {
  console.log('Building the Next side …')
  const { status, stderr } = spawnSync(process.execPath, [next, 'build', nextApp], {
    env: { ...process.env, ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}

async function compare(what: string, path: string): Promise<void> {
  await assertSameAnswer(path)
  const ratios: number[] = []
  const rates: Record<string, number[]> = { [ours.name]: [], [theirs.name]: [] }
  for (const server of [ours, theirs]) await load(server, path, 2)
  for (let i = 0; i < rounds; i++) {
    const sides = i % 2 === 0 ? [ours, theirs] : [theirs, ours]
    for (const server of sides) rates[server.name]?.push(await load(server, path, seconds))
    ratios.push((rates[ours.name]?.[i] ?? 0) / (rates[theirs.name]?.[i] ?? 1))
  }
  const [a, b] = [ours, theirs].map((s) => `${s.name} ${median(rates[s.name] ?? []).toFixed(0)}/s`)
  const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`
  console.log(
    `${what}: ${a}, ${b}; ratio ${median(ratios).toFixed(2)} (${range}, ${rounds} rounds)`,
  )
}

async function assertSameAnswer(path: string): Promise<void> {
  const [a, b] = await Promise.all(
    [ours, theirs].map(async (s) => (await fetch(s.url + path)).text()),
  )
  if (a !== b) throw new Error(`The two sides answer ${path} differently.`)
}

async function load(server: Server, path: string, duration: number): Promise<number> {
  const result = await autocannon({ url: server.url + path, connections, duration })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${server.name}: failed requests`)
  return result.requests.average
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
