/*
 * Our server, cached and uncached, beside stock Payload under `next start` and beside what Node's own HTTP server
 * can give at all; in one run, on the same content, the sides alternating, because the machine is never quiet.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fill } from './fill.ts'
import { type LoadGenerator, loadGenerator } from './load/generator.ts'
import { machine } from './machine.ts'
import { publishUnderLoad } from './publish-under-load.ts'
import { keep, markdown, type Report, type Result, resultsOf } from './report.ts'
import { limitsOf, measure } from './rounds.ts'
import { type Group, groups } from './rows.ts'
import { prepare, type Servers } from './sides.ts'
import { startSides } from './start.ts'

const length = {
  rounds: Number(process.env.BENCH_ROUNDS ?? 10),
  seconds: Number(process.env.BENCH_SECONDS ?? 1),
  warmUp: 2,
}
const resultsFile = '.cache/bench/results'
const account = { email: 'bench@example.org', password: 'for the benchmark' }

const folder = mkdtempSync(join(tmpdir(), 'handbill-bench-'))
const env = {
  DATABASE_URL: `file:${join(folder, 'content.db')}`,
  PAYLOAD_SECRET: 'for the benchmark',
  ADMIN_EMAIL: account.email,
  ADMIN_PASSWORD: account.password,
}
const servers: Servers = {}
try {
  const claim = fill(env)
  await startSides(env, servers)
  const report = await run(claim)
  keep(report, resultsFile)
  console.log(`\n${markdown(report)}\nKept in ${resultsFile}.json and, for the README, .md`)
} finally {
  await Promise.all(Object.values(servers).map((server) => server.stop()))
  rmSync(folder, { recursive: true, force: true })
}

async function run(claim: string): Promise<Report> {
  const generator = loadGenerator()
  const peakMemory: Report['peakMemory'] = {}
  const results: Result[] = []
  for (const group of groups(claim)) {
    console.log(`${group.what} …`)
    results.push(...(await measureGroup(group, generator, peakMemory)))
  }
  for (const [name, server] of Object.entries(servers)) peakMemory[name] = server.peakMemory()
  console.log('Publishing under load …')
  const [list, one] = groups(claim).flatMap(({ rows }) => rows[0]?.ask ?? [])
  const { url } = servers.cached ?? { url: '' }
  const reads = [list, one].flatMap((ask) => ask ?? [])
  const publishing = await publishUnderLoad(url, claim, reads, account)
  return { machine: machine(), generator: generator.name, results, peakMemory, publishing }
}

async function measureGroup(
  group: Group,
  generator: LoadGenerator,
  peakMemory: Report['peakMemory'],
): Promise<Result[]> {
  const sides = await prepare(group, servers)
  try {
    const measured = await measure(sides, generator, length)
    const limits = limitsOf(sides).map((limit) => limit.peakMemory() ?? 0)
    peakMemory['bare Node'] = Math.max(peakMemory['bare Node'] ?? 0, ...limits)
    return resultsOf(group.what, measured)
  } finally {
    await Promise.all(limitsOf(sides).map((limit) => limit.stop()))
  }
}
