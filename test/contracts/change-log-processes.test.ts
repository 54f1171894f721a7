import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import type { Change } from '../../src/changes/change.ts'
import { follow } from '../../src/changes/follower.ts'
import { changeLogOf } from '../../src/cms/changes/change-log.ts'
import { createLogger } from '../../src/logger.ts'
import { startService, type TestService } from '../support/service.ts'

type Program = { lines: string[]; ended: Promise<number | null>; stop(): void }
type Written = { committed: Record<string, number>; aborted: string[] }

let service: TestService
const programs: Program[] = []
beforeAll(async () => {
  service = await startService()
})
afterAll(async () => {
  for (const { stop } of programs) stop()
  await Promise.all(programs.map(({ ended }) => ended))
  await service.stop()
})

/** Runs a program beside this file in a process of its own, on the service's database. */
async function run(name: string, ...args: string[]): Promise<Program> {
  const { database, secret } = service.settings
  const script = `
    import { runCompiled } from './src/compile.mjs'
    await runCompiled('test/contracts/programs/${name}.ts')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, '--', ...args], {
    env: {
      ...process.env,
      DATABASE_URL: database.kind === 'sqlite' ? `file:${database.file}` : database.url,
      HANDBILL_EVIDENCE_REQUIRED: 'false',
      NODE_ENV: 'test',
      PAYLOAD_SECRET: secret,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const program = { lines, ended, stop: () => void child.kill('SIGKILL') }
  programs.push(program)
  await vi.waitFor(() => expect(lines).toContain('ready'), 60_000)
  return program
}

async function writtenBy({ lines, ended }: Program): Promise<Written> {
  expect(await ended).toBe(0)
  return JSON.parse(lines.at(-1)?.replace(/^done /, '') ?? '')
}

test('followers in several processes get every committed change once, in one order, and no aborted one', async () => {
  const { log } = changeLogOf(service.payload) ?? {}
  if (!log) throw new Error('no log')
  const here: Change[] = []
  const follower = follow(log, {
    after: 0,
    handle: (changes) => void here.push(...changes),
    logger: createLogger({ ...service.settings, logLevel: 'silent' }),
  })
  onTestFinished(follower.stop)
  const { id: shared } = await service.payload.create({
    collection: 'claims',
    data: { statement: 'Everybody edits this', _status: 'published' },
  })
  const elsewhere = await run('change-follower')
  const writers = await Promise.all(
    ['first', 'second'].map((name) => run('change-writer', name, shared)),
  )
  const written = await Promise.all(writers.map(writtenBy))

  const expected: Record<string, number> = { [shared]: 1 }
  for (const { committed } of written) {
    for (const [id, count] of Object.entries(committed)) expected[id] = (expected[id] ?? 0) + count
  }
  const total = Object.values(expected).reduce((sum, count) => sum + count, 0)
  const there = () =>
    elsewhere.lines.filter((l) => l.startsWith('{')).map((line): Change => JSON.parse(line))
  await vi.waitFor(() => expect(there().length).toBeGreaterThanOrEqual(total), 60_000)
  await follower.catchUp()

  expect(here.map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: total }, (_, i) => i + 1),
  )
  expect(there()).toEqual(here)
  const counts: Record<string, number> = {}
  for (const { id } of here) counts[id] = (counts[id] ?? 0) + 1
  expect(counts).toEqual(expected)
  for (const id of written.flatMap(({ aborted }) => aborted)) expect(counts).not.toHaveProperty(id)
  expect(await log.readAfter(0, 1000)).toEqual(here)
}, 180_000)
