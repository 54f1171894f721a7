import { spawn } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { MongoClient } from 'mongodb'
import { freePort } from '../../support/free-port.ts'

const replicaSet = 'three'

// A member that is killed is started again, as systemd does it. The pipe on standard input is what it lives by:
// however the process at its other end goes, the member goes with it, and its folder.
const keeper = `
  folder=$1; shift
  while :; do
    "$@" </dev/null >/dev/null 2>&1 & echo $! > "$folder/pid"
    wait $!
    sleep 3
  done &
  loop=$!
  cat
  kill -9 $loop
  kill -9 $(cat "$folder/pid")
  sleep 0.2
  rm -rf "$folder"`

type Member = { port: number; pid(): Promise<number>; stop(): Promise<void> }

export type ThreeMongods = {
  url: string
  stepDown(): Promise<void>
  /** Sends a signal to the primary, and gives what sends it others. */
  signalPrimary(signal: NodeJS.Signals): Promise<(signal: NodeJS.Signals) => void>
  /** Resolves when there is a primary, and every member follows it. */
  whole(): Promise<void>
  stop(): Promise<void>
}

/**
 * How soon a new primary leads when nothing is heard of the old one, as compose.yaml has it. By default it is elected
 * after 10 s, and then waits for the one that hangs to tell how far it has come.
 */
const settings = {
  electionTimeoutMillis: 5000,
  heartbeatTimeoutSecs: 5,
  catchUpTimeoutMillis: 5000,
}

/** A replica set of three with its data below a folder, as compose.yaml starts it. */
export async function startThreeMongods(
  mongod: string,
  database: string,
  parent = tmpdir(),
): Promise<ThreeMongods> {
  const members = await Promise.all([1, 2, 3].map(() => startMember(mongod, parent)))
  const hosts = members.map(({ port }) => `127.0.0.1:${port}`)
  await Promise.all(hosts.map(answer))
  await initiate(hosts)
  const url = `mongodb://${hosts.join(',')}/${database}?replicaSet=${replicaSet}`
  const client = new MongoClient(url)
  const admin = client.db('admin')

  async function status(): Promise<{ name: string; stateStr: string }[]> {
    return (await admin.command({ replSetGetStatus: 1 })).members
  }

  const set: ThreeMongods = {
    url,
    async stepDown() {
      // The connection may break with it.
      await admin.command({ replSetStepDown: 20, force: true }).catch(() => {})
    },
    async signalPrimary(signal) {
      const primary = (await status()).find(({ stateStr }) => stateStr === 'PRIMARY')?.name
      const pid = await members[hosts.indexOf(primary ?? '')]?.pid()
      if (!pid) throw new Error('There is no primary.')
      process.kill(pid, signal)
      return (next) => void process.kill(pid, next)
    },
    async whole() {
      for (const end = Date.now() + 120_000; Date.now() < end; await sleep(200)) {
        const states = (await status().catch(() => [])).map(({ stateStr }) => stateStr)
        if (states.sort().join() === 'PRIMARY,SECONDARY,SECONDARY') return
      }
      throw new Error('The replica set did not become whole.')
    },
    async stop() {
      await client.close()
      await Promise.all(members.map(({ stop }) => stop()))
    },
  }
  await set.whole()
  return set
}

async function startMember(mongod: string, parent: string): Promise<Member> {
  const folder = await mkdtemp(join(parent, 'handbill-member-'))
  const port = await freePort()
  const args = [
    ...['--bind_ip', '127.0.0.1', '--port', String(port), '--replSet', replicaSet],
    ...['--dbpath', folder, '--nounixsocket', '--wiredTigerCacheSizeGB', '0.25'],
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  ]
  const child = spawn('sh', ['-c', keeper, 'sh', folder, mongod, ...args], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const closed = new Promise((resolve) => child.once('close', resolve))
  return {
    port,
    pid: async () => Number(await readFile(join(folder, 'pid'), 'utf8')),
    async stop() {
      child.stdin.end()
      await closed
    },
  }
}

async function answer(host: string): Promise<void> {
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`)
  const ping = client.db('admin').command({ ping: 1 })
  await ping.finally(() => client.close())
}

async function initiate(hosts: readonly string[]): Promise<void> {
  const client = new MongoClient(`mongodb://${hosts[0]}/?directConnection=true`)
  const members = hosts.map((host, _id) => ({ _id, host }))
  try {
    await client.db('admin').command({ replSetInitiate: { _id: replicaSet, members, settings } })
  } finally {
    await client.close()
  }
}
