import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { MongoClient } from 'mongodb'
import { type Copy, catchUp, digestOf } from '../support/copies.ts'
import { runProgram } from '../support/program.ts'
import type { Client } from '../support/service.ts'
import { both, type Fault } from './fault.ts'
import { type Server, startServer } from './support/server.ts'
import { Writers } from './support/writers.ts'

export const backedUpUnderLoad: Fault = {
  name: 'Backup under load',
  done: 'npm run backup beside a server under 10 writers; restored into an empty SQLite, and served from there',
  passMark: 'what is public there is what the log said at the change that the backup names',
  on: both,
  times: { short: 0, full: 5 },
  async run(given) {
    const { databaseUrl } = given
    const folder = await mkdtemp(join(tmpdir(), 'handbill-backups-'))
    given.after(() => rm(folder, { recursive: true, force: true }))
    const server = await startServer(given)
    const writers = new Writers(server, 10)
    const missed: string[] = []
    const told: string[] = []
    for (let round = 0; round < given.times; round++) {
      await writers.more(40)
      const file = join(folder, `${round}.tar.gz`)
      const taken = await command('backup', databaseUrl, file)
      await writers.more(20)
      const sequence = Number(/change (\d+)/.exec(taken)?.[1])
      const elsewhere = `file:${join(folder, String(round), 'content.db')}`
      await command('restore', elsewhere, file)
      const restored = await startServer({ ...given, databaseUrl: elsewhere })
      const there = await publicDigests(restored)
      await restored.kill()
      const expected = await digestsAt(databaseUrl, sequence)
      for (const name of new Set([...there.keys(), ...expected.keys()]))
        if (there.get(name) !== expected.get(name))
          missed.push(`other than at ${sequence}: ${name}`)
      told.push(`${there.size} documents at change ${sequence}`)
    }
    await writers.stop()
    return { missed, result: `${told.join(', ')}; ${writers.acknowledged} writes acknowledged` }
  },
}

async function command(name: 'backup' | 'restore', databaseUrl: string, file: string) {
  const env = {
    DATABASE_URL: databaseUrl,
    PAYLOAD_SECRET: 'a secret for the tests',
    NODE_ENV: 'production',
  }
  const program = runProgram(process.cwd(), `src/backup/${name}.mjs`, env, [file])
  const { code } = await program.ended
  if (code !== 0) throw new Error(`npm run ${name} ended with ${code}: ${program.output()}`)
  return program.output()
}

/** The digests of what partners are told, each computed from the document that came with it. */
async function publicDigests(server: Server): Promise<Map<string, string>> {
  const get = async (path: string) => {
    const answer = await server.ask(path)
    return { ...answer, body: JSON.parse(answer.text) }
  }
  const copy: Copy = new Map()
  await catchUp({ get } as Client, copy)
  return new Map([...copy].map(([name, text]) => [name, digestOf(text)]))
}

type Entry = { of: string; document: string; digest: string | null }

/** The digests that the log of a database had of each document when it came to a change. */
async function digestsAt(databaseUrl: string, sequence: number): Promise<Map<string, string>> {
  const digests = new Map<string, string>()
  for (const { of, document, digest } of await entriesUpTo(databaseUrl, sequence)) {
    if (digest) digests.set(`${of}/${document}`, digest)
    else digests.delete(`${of}/${document}`)
  }
  return digests
}

async function entriesUpTo(databaseUrl: string, sequence: number): Promise<Entry[]> {
  if (databaseUrl.startsWith('file:')) {
    const client = createClient({ url: databaseUrl })
    const sql = 'SELECT "of", document, digest FROM changes WHERE sequence <= ? ORDER BY sequence'
    const { rows } = await client.execute({ sql, args: [sequence] })
    client.close()
    return rows as unknown as Entry[]
  }
  const client = new MongoClient(databaseUrl)
  const entries = client.db().collection<Entry & { sequence: number }>('changes')
  const found = await entries
    .find({ sequence: { $lte: sequence } })
    .sort({ sequence: 1 })
    .toArray()
  await client.close()
  return found
}
