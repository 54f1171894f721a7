/*
 * `npm run bench:streams`: what a thousand idle streams of changes cost the server in memory, and how long it takes until
 * all of them have a change.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fill } from './fill.ts'
import { machine } from './machine.ts'
import { logIn, publish } from './publishing.ts'
import { type Server, startServer } from './servers.ts'
import { median } from './statistics.ts'

const streams = 1000
const account = { email: 'bench@example.org', password: 'for the benchmark' }

const folder = mkdtempSync(join(tmpdir(), 'handbill-streams-'))
try {
  await measure(`file:${join(folder, 'content.db')}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(url: string): Promise<void> {
  const env = { DATABASE_URL: url, PAYLOAD_SECRET: 'for the benchmark', LOG_LEVEL: 'error' }
  const claim = fill(env)
  const withAccount = { ...env, ADMIN_EMAIL: account.email, ADMIN_PASSWORD: account.password }
  const probe = '/api/claims?limit=1'
  const server = await startServer(() => ['test/bench/serve.mjs'], withAccount, probe)
  try {
    const authorization = await logIn(server.url, account)
    // What a first write loads is no stream's.
    await publish(server.url, claim, 'Before', authorization)
    const before = await settled(server)
    const open = await Promise.all(Array.from({ length: streams }, () => openStream(server.url)))
    const opened = await settled(server)
    const from = performance.now()
    const arrived = Promise.all(open.map((one) => one.has('A change for all').then(sinceThen)))
    await publish(server.url, claim, 'A change for all', authorization)
    const delays = await arrived
    const after = await settled(server)
    console.log(machine())
    console.log(
      `${streams} idle streams: ${opened - before} MB more (${before} → ${opened} MB), after a change for all ${after} MB`,
    )
    console.log(
      `the change was with all after ${Math.max(...delays).toFixed(0)} ms (median ${median(delays).toFixed(0)} ms)`,
    )
    for (const one of open) one.close()
    function sinceThen(): number {
      return performance.now() - from
    }
  } finally {
    await server.stop()
  }
}

/** The memory that a server holds once it has come to rest. */
async function settled(server: Server): Promise<number> {
  await sleep(20_000)
  return server.memory() ?? Number.NaN
}

type Opened = { has(text: string): Promise<void>; close(): void }

function openStream(url: string): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/changes/stream`, { agent: false }, (response) => {
      let text = ''
      let changed = () => {}
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
        changed()
      })
      response.on('error', () => {})
      const has = async (wanted: string) => {
        while (!text.includes(wanted)) {
          await new Promise<void>((wake) => {
            changed = wake
          })
        }
      }
      void has('id: ').then(() => resolve({ has, close: () => void sent.destroy() }))
    })
    sent.once('error', reject)
    sent.end()
  })
}
