import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type Server = { name: string; url: string; stop(): Promise<void> }

/** Starts a server as a process of its own and waits until it answers. */
export async function startServer(
  name: string,
  args: (port: number) => string[],
  env: Record<string, string>,
): Promise<Server> {
  const port = await freePort()
  const child = spawn(process.execPath, args(port), {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await answers(`${url}/api/claims`, child)
  return { name, url, stop: () => stop(child) }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`)
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    await sleep(200)
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
