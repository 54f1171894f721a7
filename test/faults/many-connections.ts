import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { workLimits } from '../../src/limits.ts'
import type { Fault, Given, Measured } from './fault.ts'
import { Readers } from './support/readers.ts'
import { startServer } from './support/server.ts'

/** Opens so many connections, and lets them say what they say while others read and write. */
async function run(given: Given, say: (socket: Socket) => void): Promise<Measured> {
  const server = await startServer(given)
  const readers = await Readers.begin(server, 4)
  const sockets: Socket[] = []
  given.after(() => {
    for (const socket of sockets) socket.destroy()
  })
  const missed: string[] = []
  const refused = new Map<string, number>()
  let ended = 0
  while (sockets.length < given.times) {
    const batch = Array.from({ length: Math.min(100, given.times - sockets.length) }, async () => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
      sockets.push(socket)
      socket.on('error', () => {})
      await once(socket, 'connect').catch(({ code }: NodeJS.ErrnoException) => {
        // EMFILE is the machine's limit of open files: `ulimit -n`.
        refused.set(String(code), (refused.get(String(code)) ?? 0) + 1)
      })
      socket.once('close', () => ended++)
    })
    await Promise.all(batch)
  }
  const saying = setInterval(() => {
    for (const socket of sockets) if (!socket.destroyed) say(socket)
  }, 1000)
  given.after(() => clearInterval(saying))
  for (let write = 0; write < 5; write++) {
    const claim = { statement: `Beside others ${write}`, _status: 'published' }
    const { status } = await server.askAsAdmin('/api/claims', 'POST', claim)
    if (status !== 201) missed.push(`a write was answered ${status}`)
    await sleep(given.isShort ? 200 : 5000)
  }
  const failed = [...refused].map(([code, count]) => `${count} of them ${code}`)
  const open = sockets.filter(({ readyState }) => readyState === 'open').length
  await readers.stop()
  missed.push(...readers.failures)
  if (readers.times.length === 0) missed.push('nobody read')
  return {
    missed,
    result: `${[`${given.times} connections`, ...failed].join(', ')}, ${ended} ended, ${open} open in the end; ${readers.times.length} reads, p99 ${Math.round(readers.percentile(99))} ms`,
  }
}

const passMark = `all other requests answered; a process takes ${workLimits.connections} connections`

export const slowClients: Fault = {
  name: 'Slow-loris',
  done: 'clients that send a header a second and never end their request',
  passMark,
  on: ['sqlite'],
  times: { short: 200, full: 1000 },
  run: (given) => {
    const begun = new WeakSet<Socket>()
    return run(given, (socket) => {
      socket.write(
        begun.has(socket) ? 'X-Slow: yes\r\n' : 'GET /api/claims HTTP/1.1\r\nHost: a\r\n',
      )
      begun.add(socket)
    })
  },
}

export const idleConnections: Fault = {
  name: 'Idle connections',
  done: 'connections that are opened and say nothing',
  passMark,
  on: ['sqlite'],
  times: { short: 0, full: 10_000 },
  run: (given) => run(given, () => {}),
}
