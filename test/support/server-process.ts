import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { MongoClient } from 'mongodb'
import { onTestFinished } from 'vitest'

export const account = { email: 'admin@example.org', password: 'a password of the admin' }

/** By which MongoDB knows the servers of this test. */
const appName = `killed-${process.pid}`

/** The same address, for servers whose transactions `endOrphans` is to end. */
export function withAppName(databaseUrl: string): string {
  if (!databaseUrl.startsWith('mongodb')) return databaseUrl
  return `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}appName=${appName}`
}

export type ServerProcess = { url: string; kill(): Promise<void>; ended: Promise<unknown> }

/**
 * A server in a process of its own, until it is killed or the test has finished.
 *
 * @param program in test/contracts/programs; is given the options as JSON, and prints where it listens
 */
export async function startProcess(
  program: string,
  databaseUrl: string,
  options: object,
): Promise<ServerProcess> {
  const script = `
    import { runCompiled } from './src/compile.mjs'
    await runCompiled('test/contracts/programs/${program}')`
  const args = ['--input-type=module', '--eval', script, '--', JSON.stringify(options)]
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      ADMIN_EMAIL: account.email,
      ADMIN_PASSWORD: account.password,
      DATABASE_URL: withAppName(databaseUrl),
      HANDBILL_ALLOWED_HOSTS: 'localhost',
      HANDBILL_EVIDENCE_REQUIRED: 'false',
      LOG_LEVEL: 'silent',
      NODE_ENV: 'test',
      PAYLOAD_SECRET: 'a secret for the tests',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  const kill = async () => {
    child.kill('SIGKILL')
    await closed
  }
  onTestFinished(kill)
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /^listening at (.*)$/.exec(line) ?? []
    if (url) return { url, kill, ended: closed }
  }
  throw new Error('The server has ended.')
}

/** Asks a server, and gives the body as JSON. */
export async function ask(url: string, method: string, data?: object, token?: string) {
  const response = await fetch(url, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token ? { Authorization: `JWT ${token}` } : {}),
    },
    ...(data ? { body: JSON.stringify(data) } : {}),
  })
  return { status: response.status, body: await response.json() }
}

/**
 * MongoDB keeps the transactions of a client that is gone open for a minute, and with them what they have
 * written; the test has them ended at once.
 */
export async function endOrphans(databaseUrl: string): Promise<void> {
  if (!databaseUrl.startsWith('mongodb')) return
  const client = new MongoClient(databaseUrl)
  const admin = client.db('admin')
  const sessions = await admin
    .aggregate([
      { $currentOp: { allUsers: true, idleSessions: true } },
      { $match: { appName: { $regex: `^${appName} ` }, lsid: { $exists: true } } },
    ])
    .toArray()
  // Without a pattern it would end everybody's.
  if (sessions.length > 0)
    await admin.command({ killAllSessionsByPattern: sessions.map(({ lsid }) => ({ lsid })) })
  await client.close()
}
