import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { memoryOf } from '../support/memory-of.ts'

export type Server = {
  url: string
  /** The most memory that the process has held so far, in MB; undefined where there is no /proc. */
  peakMemory(): number | undefined
  /** The memory that the process holds, in MB; undefined where there is no /proc. */
  memory(): number | undefined
  /** Milliseconds until it answered. */
  startedIn: number
  stop(): Promise<void>
}

/**
 * Starts a server as a process of its own and waits until it answers.
 *
 * @param args of Node, given the port on which it has to listen
 * @param probe the path that is asked until it is answered
 */
export async function startServer(
  args: (port: number) => string[],
  env: Record<string, string>,
  probe: string,
): Promise<Server> {
  const port = await freePort()
  const child = spawn(process.execPath, args(port), {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const from = performance.now()
  const url = `http://127.0.0.1:${port}`
  await answers(url + probe, child).catch(async (error) => {
    await stop(child)
    throw error
  })
  return {
    url,
    peakMemory: () => memoryOf(child.pid, 'VmHWM'),
    memory: () => memoryOf(child.pid, 'VmRSS'),
    startedIn: performance.now() - from,
    stop: () => stop(child),
  }
}

/** Runs a program of Node to its end; tells how many seconds it took, and its most memory in MB. */
export async function runToEnd(
  args: string[],
  env: Record<string, string>,
): Promise<{ seconds: number; peakMemory: number }> {
  const from = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let peakMemory = 0
  // Once it has ended, nothing tells of its memory.
  const looking = setInterval(() => {
    peakMemory = Math.max(peakMemory, memoryOf(child.pid, 'VmHWM') ?? 0)
  }, 50)
  const [code] = await once(child, 'exit').finally(() => clearInterval(looking))
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}.`)
  return { seconds: (performance.now() - from) / 1000, peakMemory }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let i = 0; i < 2400; i++) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`)
    const response = await fetch(url).catch(() => undefined)
    await response?.body?.cancel()
    if (response && response.status < 400) return
    await sleep(25)
  }
  throw new Error(`Nothing answers at ${url}.`)
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill()
  if (child.exitCode === null) await once(child, 'exit')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}
