import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { allMigrations, migrate, migrated, migrateTo } from '../support/migrating.ts'
import type { Fault } from './fault.ts'

const claims = 500

export const upgradeKilled: Fault = {
  name: 'Upgrade killed midway',
  done: 'npm run migrate on a database of the first release is killed again and again, each time a little later, then let be',
  passMark: 'every migration made once, nothing lost, and a second run changes nothing',
  on: ['sqlite'],
  times: { short: 0, full: 10 },
  async run({ after, times }) {
    const folder = await mkdtemp(join(tmpdir(), 'handbill-upgrade-'))
    after(() => rm(folder, { recursive: true, force: true }))
    const file = join(folder, 'content.db')
    await migrateTo(file, 1)
    await addClaims(file)
    const began = Date.now()
    await migrate(file, ['--dry-run'])
    const took = Date.now() - began
    const missed: string[] = []
    let killed = 0
    for (let i = 0; i < times; i++) {
      const { code } = await migrate(file, [], took * (0.5 + i / (2 * times)))
      if (code === null) killed++
    }
    const last = await migrate(file)
    if (last.code !== 0) missed.push(`it ended with ${last.code}: ${last.output}`)
    const made = await migrated(file)
    if (made.join() !== allMigrations.join()) missed.push(`made: ${made.join()}`)
    const again = await migrate(file)
    if (again.output !== 'There is nothing to migrate.\n') missed.push(`again: ${again.output}`)
    const left = await countClaims(file)
    if (left !== claims) missed.push(`${left} of ${claims} claims are left`)
    return { missed, result: `killed ${killed} times; ${made.length} migrations, ${left} claims` }
  },
}

async function addClaims(file: string): Promise<void> {
  const client = createClient({ url: `file:${file}` })
  await client.batch(
    Array.from({ length: claims }, (_, n) => ({
      sql: 'INSERT INTO claims (id) VALUES (?)',
      args: [n.toString(16).padStart(24, '0')],
    })),
  )
  client.close()
}

async function countClaims(file: string): Promise<number> {
  const client = createClient({ url: `file:${file}` })
  const { rows } = await client.execute('SELECT count(*) AS count FROM claims')
  client.close()
  return Number(rows[0]?.count)
}
