import { mkdtemp, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { MongoClient } from 'mongodb'
import { spawnTied } from './tied-process.ts'

/** A running single-node replica set; `stop` ends it and removes its data. */
export type ReplicaSet = { uri: string; stop(): Promise<void> }

const replicaSet = 'rs0'
const patience = 30_000
const hasExited = 'it exited'

/** Starts `mongod` on a free port of 127.0.0.1 and returns once it is a primary. */
export async function startReplicaSet(mongod: string): Promise<ReplicaSet> {
  // Another process can take the free port before mongod does.
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(mongod, await freePort())
    } catch (error) {
      if (attempt === 3 || !(error as Error).message.includes(hasExited)) throw error
    }
  }
}

async function startOnce(mongod: string, port: number): Promise<ReplicaSet> {
  const folder = await mkdtemp(join(tmpdir(), 'handbill-mongod-'))
  const log = join(folder, 'mongod.log')
  const args = [
    ...['--replSet', replicaSet, '--bind_ip', '127.0.0.1', '--port', String(port)],
    ...['--dbpath', folder, '--logpath', log, '--nounixsocket'],
    ...['--wiredTigerCacheSizeGB', '0.5'],
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  ]
  const { exited, stop } = spawnTied(folder, mongod, args)
  try {
    await Promise.race([
      becomePrimary(port),
      exited.then(() => Promise.reject(new Error(hasExited))),
    ])
  } catch (error) {
    const lines = await readFile(log, 'utf8').catch(() => '')
    await stop()
    const reason = lines.trim().split('\n').slice(-3).join('\n')
    throw new Error(`mongod did not start: ${(error as Error).message}\n${reason}`)
  }
  return { uri: `mongodb://127.0.0.1:${port}/?replicaSet=${replicaSet}`, stop }
}

async function becomePrimary(port: number): Promise<void> {
  const host = `127.0.0.1:${port}`
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, {
    serverSelectionTimeoutMS: patience,
  })
  const admin = client.db('admin')
  try {
    await admin.command({
      replSetInitiate: { _id: replicaSet, members: [{ _id: 0, host }] },
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
