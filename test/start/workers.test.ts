import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../support/free-port.ts'
import { endPrograms, type Program, runProgram } from '../support/program.ts'

const account = { email: 'ana@example.org', password: 'a long password' }
const limit = 100
const metricsToken = 'a token for Prometheus'

let folder: string
let port: number
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handbill-workers-'))
  port = await freePort()
})
afterAll(async () => {
  await endPrograms()
  await rm(folder, { recursive: true, force: true })
})

const start = (args: string[], env: Record<string, string> = {}) =>
  runProgram(
    process.cwd(),
    'src/start.mjs',
    {
      PORT: String(port),
      DATABASE_URL: `file:${join(folder, 'content.db')}`,
      ADMIN_EMAIL: account.email,
      ADMIN_PASSWORD: account.password,
      HANDBILL_EVIDENCE_REQUIRED: 'false',
      HANDBILL_REQUESTS_PER_MINUTE: String(limit),
      HANDBILL_METRICS_TOKEN: metricsToken,
      ...env,
    },
    args,
  )

type Answer = { status: number; headers: Record<string, unknown>; body: string }

/** Asks on a connection of its own, which either worker may take. */
function ask(path: string, method = 'GET', data?: object, token?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': 'application/json',
      ...(token ? { Authorization: `JWT ${token}` } : {}),
    }
    const agent = new Agent({ keepAlive: false })
    const asked = request({ agent, headers, host: 'localhost', method, path, port }, (answer) => {
      let body = ''
      answer.on('data', (part) => {
        body += part
      })
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
      )
    })
    asked.once('error', reject)
    asked.end(data && JSON.stringify(data))
  })
}

/** The processes that serve. */
const workersOf = ({ pid }: Program): number[] =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)
    .map(Number)

describe('npm start -- --workers 2', () => {
  let program: Program
  let token: string
  beforeAll(async () => {
    program = start(['--workers', '2'])
    await program.printed(/2 processes serve it\./)
    token = JSON.parse((await ask('/api/users/login', 'POST', account)).body).token
  })

  test('starts two, which say once where everything is', () => {
    expect(workersOf(program)).toHaveLength(2)
    expect(program.output().match(/Handbill answers at/g)).toHaveLength(1)
    expect(program.output().match(/The first account has been made/g)).toHaveLength(1)
  })

  test('what an editor saves is shown by both from then on', async () => {
    const { docs } = JSON.parse((await ask('/api/campaigns', 'GET', undefined, token)).body)
    const path = `/api/campaigns/${docs[0].id}`
    for (let i = 0; i < 20; i++) {
      const title = `No cloud ${i}`
      expect((await ask(path, 'PATCH', { title, _status: 'published' }, token)).status).toBe(200)
      const answers = await Promise.all([ask(path), ask(path), ask(path), ask(path)])
      expect(answers.map(({ body }) => JSON.parse(body).title)).toEqual(Array(4).fill(title))
    }
  })

  test('whichever is asked for the metrics tells those of both', async () => {
    const asked = 20
    for (let i = 0; i < asked; i++) await ask('/embed.js')
    const read = () =>
      fetch(`http://localhost:${port}/metrics`, {
        headers: { Authorization: `Bearer ${metricsToken}` },
      }).then((answer) => answer.text())
    const [metrics] = await Promise.all([read(), read(), read()])
    const counted = /^handbill_http_requests_total\{.*route="\/embed.js".*\} (\d+)$/m.exec(metrics)
    expect(Number(counted?.[1])).toBe(asked)
    const files = [...metrics.matchAll(/^nodejs_version_info/gm)]
    expect(files).toHaveLength(1)
  })

  test('they count an address together', async () => {
    const secondsLeft = async () =>
      Number(/t=(\d+)/.exec(String((await ask('/api/claims')).headers.ratelimit))?.[1])
    const left = await secondsLeft()
    if (left < 15) await sleep((left + 1) * 1000)
    let answered = 0
    while ((await ask('/api/claims')).status === 200) {
      answered++
      // They tell each other four times a second.
      await sleep(20)
    }
    expect(answered).toBeLessThanOrEqual(limit * 1.3)
  })

  test('one that is killed is replaced, and the other one goes on', async () => {
    const [killed = 0, other] = workersOf(program)
    process.kill(killed, 'SIGKILL')
    for (let i = 0; i < 20; i++) expect((await ask('/claims')).status).toBeLessThan(500)
    await program.printed(/has ended \(SIGKILL\); another one starts\.[\s\S]*Worker \d+ serves\./)
    expect(workersOf(program)).toHaveLength(2)
    expect(workersOf(program)).toContain(other)
  })

  test('SIGHUP has others take their places, and nobody notices', async () => {
    const before = workersOf(program)
    let isOver = false
    const reading = (async () => {
      const statuses = new Set<number>()
      while (!isOver) statuses.add((await ask('/embed.js')).status)
      return statuses
    })()
    program.send('SIGHUP')
    await program.printed(/takes the place of[\s\S]*takes the place of/)
    await expect.poll(() => workersOf(program).length).toBe(2)
    isOver = true
    expect([...(await reading)].filter((status) => status !== 429)).toEqual([200])
    expect(workersOf(program).filter((pid) => before.includes(pid))).toEqual([])
  })

  test('SIGTERM ends them all', async () => {
    const workers = workersOf(program)
    program.send('SIGTERM')
    expect(await program.ended).toEqual({ code: 0, signal: null })
    for (const pid of workers) expect(() => process.kill(pid, 0)).toThrow()
  })
})

test('what keeps one from starting is said once, and ends it', async () => {
  const program = start(['--workers', '2'], { PORT: 'none' })
  expect(await program.ended).toEqual({ code: 1, signal: null })
  expect(program.output().match(/These settings are wrong/g)).toHaveLength(1)
})

test.each([['0'], ['65'], ['two'], ['-1']])('--workers %s is refused', async (count) => {
  const program = start([`--workers=${count}`])
  expect(await program.ended).toEqual({ code: 2, signal: null })
  expect(program.output()).toBe(
    `--workers: accepted: a whole number from 1 to 64, or auto, not ${count} (npm start -- --help)\n`,
  )
})

test('an option that does not exist is refused', async () => {
  const program = start(['--worker', '2'])
  expect(await program.ended).toEqual({ code: 2, signal: null })
  expect(program.output()).toMatch(/^Unknown option '--worker'.*\(npm start -- --help\)\n$/)
})
