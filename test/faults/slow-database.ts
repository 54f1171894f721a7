import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault, Given, Measured } from './fault.ts'
import { Readers } from './support/readers.ts'
import { type Server, startServer } from './support/server.ts'
import { startSlowProxy } from './support/slow-proxy.ts'

const passMark =
  'cached reads all answered, p99 under 50 ms; others 503 or answered within 3 s; no acknowledged write lost; memory +100 MB at most; well again by itself'

/** Megabytes that what is waiting may take. */
const mostMemory = 100

/** What the other requests came to: how long each took, and what it was answered. */
type Other = { what: string; status: number; milliseconds: number; statement?: string }

async function measure(given: Given, server: Server, slow: () => Promise<void>): Promise<Measured> {
  const missed: string[] = []
  const others: Other[] = []
  const readers = await Readers.begin(server, 4)
  await sleep(500)
  readers.times.length = 0
  let isOver = false
  const running = Array.from({ length: 10 }, async (_, client) => {
    for (let turn = 0; !isOver; turn++) {
      const statement = `Slow client ${client} turn ${turn}`
      const isWrite = client % 2 === 0
      const began = performance.now()
      const { status } = await (isWrite
        ? server.askAsAdmin('/api/claims?depth=0', 'POST', { statement, _status: 'draft' })
        : server.ask(`/api/claims?depth=0&where[statement][equals]=${client}-${turn}`)
      ).catch(() => ({ status: 0 }))
      const milliseconds = performance.now() - began
      const what = isWrite ? 'write' : 'uncached read'
      others.push({ what, status, milliseconds, ...(isWrite ? { statement } : {}) })
      await sleep(100)
    }
  })
  const before = server.memory()
  let grown = 0
  const watch = setInterval(() => {
    grown = Math.max(grown, (server.memory() ?? 0) - (before ?? 0))
  }, 200)
  await slow()
  clearInterval(watch)
  const p99 = readers.percentile(99)
  isOver = true
  await Promise.all([...running, readers.stop()])

  missed.push(...readers.failures)
  if (p99 > (given.isShort ? 1000 : 50)) missed.push(`cached reads p99 ${Math.round(p99)} ms`)
  if (!given.isShort && grown > mostMemory) missed.push(`the memory grew by ${grown} MB`)
  const isKept = ({ status }: Other) => status === 200 || status === 201 || status === 503
  const late = others.filter(({ milliseconds }) => milliseconds > 3000)
  const silent = others.filter(({ status }) => status === 503)
  if (silent.length === 0) missed.push('nobody was told that the database does not answer')
  const odd = others.filter((other) => !isKept(other))
  const isLate = given.isShort ? late.length > others.length / 2 : late.length > 0
  if (isLate) {
    const longest = Math.max(...late.map(({ milliseconds }) => milliseconds))
    missed.push(`${late.length} of ${others.length} others took up to ${Math.round(longest)} ms`)
  }
  for (const [status, count] of counted(odd)) missed.push(`${count} others were answered ${status}`)
  if (!(await isWell(server))) missed.push('no write was taken within 10 s afterwards')
  missed.push(...(await lost(server, others)))
  return {
    missed,
    result: [
      `${readers.times.length} cached reads, p99 ${Math.round(p99)} ms`,
      `${others.length} others: ${[...counted(others)].map(([status, count]) => `${count} of ${status}`).join(', ')}`,
      before === undefined ? 'memory is not told here' : `memory +${grown} MB`,
    ].join('; '),
  }
}

/** Whether a write is taken again, after a moment. */
async function isWell(server: Server): Promise<boolean> {
  const claim = { statement: 'After', _status: 'published' }
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(200)) {
    const { status } = await server.askAsAdmin('/api/claims', 'POST', claim)
    if (status === 201) return true
  }
  return false
}

function counted(others: readonly Other[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { status } of others) counts.set(status, (counts.get(status) ?? 0) + 1)
  return counts
}

async function lost(server: Server, others: readonly Other[]): Promise<string[]> {
  const { text } = await server.askAsAdmin('/api/claims?depth=0&limit=10000&draft=true')
  const stored = new Set(JSON.parse(text).docs.map((doc: { statement: string }) => doc.statement))
  return others
    .filter(({ status, statement }) => status === 201 && !stored.has(statement))
    .map(({ statement }) => `lost: ${statement}`)
}

export const slowDatabase: Fault = {
  name: 'Database slow by 5 s',
  done: 'what goes to MongoDB and back arrives 2.5 s later each, for 20 s, under 4 cached readers and 10 others',
  passMark,
  on: ['mongodb'],
  times: { short: 1, full: 1 },
  async run(given) {
    const address = new URL(given.databaseUrl)
    const proxy = await startSlowProxy(Number(address.port))
    given.after(() => proxy.close())
    // The rest of it stays, the name by which orphans are found included.
    address.port = String(proxy.port)
    address.searchParams.delete('replicaSet')
    address.searchParams.set('directConnection', 'true')
    const databaseUrl = address.href
    const server = await startServer({ ...given, databaseUrl })
    return measure(given, server, async () => {
      proxy.delay(2500)
      await sleep(given.isShort ? 8000 : 20_000)
      proxy.delay(0)
    })
  },
}

/** Holds SQLite's only place for a writer. */
const locker = `
  const { default: Database } = await import('libsql')
  const database = new Database(process.argv[1])
  database.pragma('busy_timeout = 10000')
  database.exec('BEGIN IMMEDIATE')
  console.log('locked')
  setTimeout(() => { database.exec('COMMIT'); process.exit(0) }, Number(process.argv[2]))`

export const lockedDatabase: Fault = {
  name: 'Database locked for 10 s',
  done: 'another process holds the lock of SQLite, under 4 cached readers and 10 others',
  passMark,
  on: ['sqlite'],
  times: { short: 1, full: 1 },
  async run(given) {
    const server = await startServer(given)
    const file = given.databaseUrl.replace(/^file:/, '')
    return measure(given, server, async () => {
      const args = ['--input-type=module', '--eval', locker, file, '10000']
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
      given.after(() => child.kill('SIGKILL'))
      await once(createInterface({ input: child.stdout }), 'line')
      await once(child, 'exit')
      await sleep(500)
    })
  },
}
