/*
 * `npm run faults [-- NAME …]`: every fault that a server must survive, in full, on SQLite and on a MongoDB set of three;
 * up to an hour. Names choose cases by a part of their name. The table is printed, and kept as JSON.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { markdownTable } from '../bench/table.ts'
import { startSetOfThree } from '../support/mongod.ts'
import { provideMongod } from '../support/mongod-binary.ts'
import { endPrograms } from '../support/program.ts'
import type { Arena, Database, Fault, Outcome } from './fault.ts'
import { faults } from './faults.ts'
import { membersOf } from './members.ts'
import { startServer } from './server.ts'

type Row = { name: string; database: Database; done: string; times: number; mark: string } & Outcome

const resultsFile = '.cache/faults/results.json'
const asked = process.argv.slice(2)
const chosen = faults.filter(
  ({ name }) => asked.length === 0 || asked.some((part) => name.includes(part)),
)
const folder = mkdtempSync(join(tmpdir(), 'handbill-faults-'))
const rows: Row[] = []
let databases = 0
try {
  for (const fault of chosen) {
    for (const database of fault.on) {
      console.log(`${fault.name}, ${database} …`)
      const outcome = await outcomeOf(fault, database)
      rows.push({ ...fault, database, times: fault.times.full, ...outcome })
      for (const failure of [...outcome.failures, ...(outcome.late ?? [])])
        console.log(`  ${failure}`)
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
mkdirSync(join(resultsFile, '..'), { recursive: true })
writeFileSync(resultsFile, JSON.stringify(rows, null, 2))
console.log(`\n${table(rows)}\n\nKept in ${resultsFile}`)
process.exit(rows.every(hasPassed) ? 0 : 1)

async function outcomeOf(fault: Fault, database: Database): Promise<Outcome> {
  const arena = await prepare(database)
  try {
    return await fault.run(arena, fault.times.full)
  } catch (error) {
    return { result: 'it broke', failures: [(error as Error).message] }
  } finally {
    await endPrograms()
    await arena.stop()
  }
}

async function prepare(database: Database): Promise<Arena & { stop(): Promise<void> }> {
  databases += 1
  if (database === 'sqlite') {
    const url = `file:${join(folder, `${databases}.db`)}`
    return { database, start: (options) => startServer(url, options), stop: async () => {} }
  }
  const mongod = await provideMongod()
  if ('missing' in mongod) throw new Error(mongod.missing)
  const { stop, uri } = await startSetOfThree(mongod.path)
  const url = uri.replace('/?', '/faults?')
  return {
    ...{ database, stop },
    start: (options) => startServer(url, options),
    members: membersOf(uri),
  }
}

function hasPassed({ failures, late = [] }: Row): boolean {
  return failures.length + late.length === 0
}

function table(all: readonly Row[]): string {
  const head = ['case', 'what was done', 'times', 'pass mark', 'result']
  return markdownTable(
    head,
    all.map((row) => [
      `${row.name} (${row.database})`,
      row.done,
      String(row.times),
      row.mark,
      `${hasPassed(row) ? 'passed' : 'FAILED'}: ${row.result}`,
    ]),
  )
}
