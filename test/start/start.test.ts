import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freePort } from '../support/free-port.ts'
import { endPrograms, type Program, runProgram } from '../support/program.ts'

let folder: string
let port: number
let url: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handbill-start-'))
  port = await freePort()
  url = `http://localhost:${port}`
})
afterEach(async () => {
  await endPrograms()
  await rm(folder, { recursive: true, force: true })
})

const start = (env: Record<string, string> = {}) =>
  runProgram(process.cwd(), 'src/start.mjs', {
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, 'content.db')}`,
    ...env,
  })

const answering = (program: Program) => program.printed(/Handbill answers at (\S+)/)

describe('a first start', () => {
  test('says where everything is, with a campaign in it', async () => {
    const program = start()
    const [, address] = await answering(program)
    expect(address).toBe(url)

    const places = program.output().match(/http:[^\s)]+/g) ?? []
    expect(places).toContain(`${url}/api/campaigns`)
    for (const place of places) {
      // GraphQL asks for a query; the admin may still be being built.
      expect((await fetch(place)).status, place).toBeOneOf([200, 400, 503])
    }
    const campaigns = await (await fetch(`${url}/api/campaigns?locale=es`)).json()
    expect(campaigns.docs).toMatchObject([{ slug: 'no-cloud-for-deportations' }])
  })

  test('prints the address that makes the first account, the same one until it is used', async () => {
    const first = start()
    const [printed] = await first.printed(/http\S+create-first-user\?token=\w+/)
    first.send('SIGTERM')
    await first.ended
    const second = start()
    expect((await second.printed(/http\S+create-first-user\?token=\w+/))[0]).toBe(printed)

    const setupToken = new URL(printed).searchParams.get('token')
    const account = { email: 'ana@example.org', name: 'Ana', password: 'a long password' }
    const made = await post('/api/users/first-register', { ...account, setupToken })
    expect(made.status).toBe(200)
    second.send('SIGTERM')
    await second.ended

    const third = start()
    await answering(third)
    expect(third.output()).not.toContain('create-first-user')
  })

  test('makes the account that ADMIN_EMAIL and ADMIN_PASSWORD name, and the campaign too', async () => {
    const credentials = { email: 'ana@example.org', password: 'a long password' }
    const env = { ADMIN_EMAIL: credentials.email, ADMIN_PASSWORD: credentials.password }
    const program = start(env)
    await answering(program)
    await program.printed(/The first account has been made: ana@example.org/)
    expect(program.output()).toContain('sample campaign')
    expect((await post('/api/users/login', credentials)).status).toBe(200)
    program.send('SIGTERM')
    await program.ended

    const again = start({ ...env, ADMIN_PASSWORD: 'another password' })
    await answering(again)
    expect(again.output()).not.toContain('has been made')
    expect((await post('/api/users/login', credentials)).status).toBe(200)
  })
})

test('a database that held something stays as it was left', async () => {
  const env = { ADMIN_EMAIL: 'ana@example.org', ADMIN_PASSWORD: 'a long password' }
  const first = start(env)
  await answering(first)
  const login = await post('/api/users/login', {
    email: env.ADMIN_EMAIL,
    password: env.ADMIN_PASSWORD,
  })
  const { token } = (await login.json()) as { token: string }
  for (const collection of ['campaigns', 'claims', 'demands', 'resources']) {
    const everything = `${url}/api/${collection}?where[id][exists]=true`
    await fetch(everything, { method: 'DELETE', headers: { Authorization: `JWT ${token}` } })
  }
  first.send('SIGTERM')
  await first.ended

  const second = start(env)
  await answering(second)
  expect(second.output()).not.toContain('sample campaign')
  expect((await (await fetch(`${url}/api/campaigns`)).json()).totalDocs).toBe(0)
})

describe('SIGTERM', () => {
  test('finishes what is under way, takes nothing new, and ends with 0', async () => {
    const program = start()
    await answering(program)
    const slow = slowly('/api/users/login', ['{"email":"a@example.org",', '"password":"wrong"}'])
    await slow.begun
    program.send('SIGTERM')
    await refused()

    slow.finish()
    const { status, body } = await slow.answer
    expect(status).toBe(401)
    expect(JSON.parse(body).errors).toHaveLength(1)
    expect(await program.ended).toEqual({ code: 0, signal: null })
  })

  test('does not wait for a client that keeps its connection', async () => {
    const program = start()
    await answering(program)
    const agent = new Agent({ keepAlive: true })
    await new Promise((resolve) =>
      request(`${url}/api/claims`, { agent }, (res) => res.resume().once('end', resolve)).end(),
    )
    program.send('SIGTERM')
    expect(await program.ended).toEqual({ code: 0, signal: null })
    agent.destroy()
  })
})

test('SIGINT ends it with 0 as well', async () => {
  const program = start()
  await answering(program)
  program.send('SIGINT')
  expect(await program.ended).toEqual({ code: 0, signal: null })
})

describe('what the starter can mend is said in a line, with exit code 1', () => {
  test('a port that is taken', async () => {
    const other = createServer().listen(port)
    const program = start()
    expect(await program.ended).toEqual({ code: 1, signal: null })
    expect(lines(program).at(-1)).toBe(`PORT: ${port} is taken by another program.`)
    other.close()
  })

  test('settings that are wrong, all of them', async () => {
    const program = start({ PORT: 'many', LOG_LEVEL: 'loud' })
    expect(await program.ended).toEqual({ code: 1, signal: null })
    expect(lines(program)).toEqual([
      'These settings are wrong:',
      '  PORT: accepted: a port, 0 to 65535',
      expect.stringContaining('  LOG_LEVEL: '),
    ])
  })

  test.each([
    ['a folder that cannot be made', 'file/content.db'],
    ['a file that is no database', 'file'],
  ])('%s', async (_, path) => {
    await writeFile(
      join(folder, 'file'),
      'a text, and a long one, for SQLite reads a header first. '.repeat(20),
    )
    const program = start({ DATABASE_URL: `file:${join(folder, path)}` })
    expect(await program.ended).toEqual({ code: 1, signal: null })
    expect(lines(program)).toEqual([expect.stringMatching(/^DATABASE_URL: .*\/file/)])
  })

  test('a MongoDB that is not there', async () => {
    const program = start({
      DATABASE_URL: `mongodb://127.0.0.1:${port}/handbill`,
      PAYLOAD_SECRET: 'a secret for the tests',
    })
    expect(await program.ended).toEqual({ code: 1, signal: null })
    expect(lines(program)).toEqual([
      `DATABASE_URL: MongoDB cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}`,
    ])
  })
})

const post = (path: string, data: object) =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(data),
  })

/** What was printed for people; the log beside it is JSON. */
const lines = (program: Program) =>
  program
    .output()
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('{'))

/** A request whose body comes in two pieces: it is under way from `begun` until `finish`. */
function slowly(path: string, [start, end]: [string, string]) {
  const headers = { 'Content-Type': 'application/json', Expect: '100-continue' }
  const req = request(url + path, { method: 'POST', headers })
  const begun = new Promise<void>((resolve) => req.once('continue', resolve))
  const answer = new Promise<{ status?: number; body: string }>((resolve, reject) => {
    req.once('error', reject)
    req.once('response', async (res) => {
      let body = ''
      for await (const chunk of res) body += chunk
      resolve({ status: res.statusCode, body })
    })
  })
  req.flushHeaders()
  void begun.then(() => req.write(start))
  return { begun, answer, finish: () => req.end(end) }
}

async function refused(): Promise<void> {
  await expect
    .poll(() => fetch(`${url}/api/claims`).then(String, (error) => error.cause?.code), {
      timeout: 20_000,
    })
    .toBe('ECONNREFUSED')
}
