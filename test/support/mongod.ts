import { mkdtemp, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { MongoClient } from 'mongodb'
import { spawnTied } from './tied-process.ts'

/** A running server; `stop` ends it and removes its data. */
export type Mongod = { uri: string; stop(): Promise<void> }

const replicaSet = 'rs0'
const patience = 30_000
const hasExited = 'it exited'

/** Starts a replica set of one on a free port of 127.0.0.1 and returns once it is a primary. */
export async function startReplicaSet(mongod: string, more: string[] = []): Promise<Mongod> {
  const { uri, stop } = await start(mongod, ['--replSet', replicaSet, ...more], becomePrimary)
  return { uri: `${uri}?replicaSet=${replicaSet}`, stop }
}

/** Starts a server that is no replica set, and so has no transactions. */
export const startStandalone = (mongod: string): Promise<Mongod> => start(mongod, [], answer)

type Ready = (port: number) => Promise<void>

async function start(mongod: string, args: string[], ready: Ready): Promise<Mongod> {
  // Another process can take the free port before mongod does.
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(mongod, await freePort(), args, ready)
    } catch (error) {
      if (attempt === 3 || !(error as Error).message.includes(hasExited)) throw error
    }
  }
}

async function startOnce(
  mongod: string,
  port: number,
  more: string[],
  ready: Ready,
): Promise<Mongod> {
  const folder = await mkdtemp(join(tmpdir(), 'handbill-mongod-'))
  const log = join(folder, 'mongod.log')
  const args = [
    ...['--bind_ip', '127.0.0.1', '--port', String(port)],
    ...['--dbpath', folder, '--logpath', log, '--nounixsocket'],
    ...['--wiredTigerCacheSizeGB', '0.5'],
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    ...more,
  ]
  const { exited, stop } = spawnTied(folder, mongod, args)
  try {
    await Promise.race([ready(port), exited.then(() => Promise.reject(new Error(hasExited)))])
  } catch (error) {
    const lines = await readFile(log, 'utf8').catch(() => '')
    await stop()
    const reason = lines.trim().split('\n').slice(-3).join('\n')
    throw new Error(`mongod did not start: ${(error as Error).message}\n${reason}`)
  }
  return { uri: `mongodb://127.0.0.1:${port}/`, stop }
}

async function answer(port: number): Promise<void> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}`, {
    serverSelectionTimeoutMS: patience,
  })
  await client
    .db('admin')
    .command({ ping: 1 })
    .finally(() => client.close())
}

async function becomePrimary(port: number): Promise<void> {
  const host = `127.0.0.1:${port}`
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, {
    serverSelectionTimeoutMS: patience,
  })
  const admin = client.db('admin')
  try {
    await admin.command({
      replSetInitiate: {
        _id: replicaSet,
        members: [{ _id: 0, host }],
        writeConcernMajorityJournalDefault: false,
      },
    })
    for (const end = Date.now() + patience; Date.now() < end; await sleep(50)) {
      const { isWritablePrimary } = await admin.command({ hello: 1 })
      if (isWritablePrimary) return
    }
    throw new Error(`no primary within ${patience / 1000} s`)
  } finally {
    await client.close()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
