import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startReplicaSet } from '../support/mongod.ts'
import { provideMongod } from '../support/mongod-binary.ts'
import { withDatabase } from '../support/mongodb-uri.ts'
import type { DatabaseKind, Fault } from './fault.ts'
import { faults } from './faults.ts'
import { runFault } from './run-fault.ts'

/*
 * `npm run faults [-- --short] [-- NAME …]`: every case on every database that it is about, as a table.
 * It ends with 1 when a pass mark was missed.
 */
const { values, positionals } = parseArgs({
  options: { short: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const isWanted = ({ name }: Fault) =>
  positionals.length === 0 ||
  positionals.some((part) => name.toLowerCase().includes(part.toLowerCase()))
const timesOf = ({ times }: Fault) => (values.short ? times.short : times.full)
const wanted = faults.filter((fault) => isWanted(fault) && timesOf(fault) > 0)
if (wanted.length === 0) {
  console.error(`No such case. There are: ${faults.map(({ name }) => name).join('; ')}`)
  process.exit(2)
}

type Row = {
  case: string
  database: DatabaseKind
  done: string
  times: number
  passMark: string
  passed: boolean
  result: string
  seconds: number
}

const mongod = await provideMongod()
const folder = await mkdtemp(join(tmpdir(), 'handbill-faults-'))
const isOnMongodb = wanted.some(({ on }) => on.includes('mongodb'))
const set = 'path' in mongod && isOnMongodb ? await startReplicaSet(mongod.path) : undefined
if (isOnMongodb && !set)
  console.error(`Without MongoDB: ${'missing' in mongod ? mongod.missing : ''}`)
let databases = 0
const urlOf = (kind: DatabaseKind): string | undefined => {
  const name = `faults_${++databases}`
  if (kind === 'sqlite') return `file:${join(folder, name, 'content.db')}`
  return set && withDatabase(set.uri, name)
}

const rows: Row[] = []
for (const fault of wanted) {
  for (const kind of fault.on) {
    const databaseUrl = urlOf(kind)
    if (databaseUrl) rows.push(told(await measure(fault, kind, databaseUrl)))
  }
}
await set?.stop()
await rm(folder, { recursive: true, force: true })

const file = join('.cache', 'faults.json')
await mkdir('.cache', { recursive: true })
await writeFile(file, `${JSON.stringify({ at: new Date().toISOString(), rows }, null, 2)}\n`)
console.log(`\n${table(rows)}\n\nAlso in ${file}.`)
process.exit(rows.every(({ passed }) => passed) ? 0 : 1)

async function measure(fault: Fault, kind: DatabaseKind, databaseUrl: string): Promise<Row> {
  console.error(`${fault.name}, ${kind} …`)
  const began = Date.now()
  const { missed, result } = await runFault(fault, {
    kind,
    databaseUrl,
    isShort: values.short,
  }).catch((error: Error) => ({ missed: [error.message], result: '' }))
  return {
    case: fault.name,
    database: kind,
    done: fault.done,
    times: timesOf(fault),
    passMark: fault.passMark,
    passed: missed.length === 0,
    result: [
      result,
      ...missed.slice(0, 3),
      missed.length > 3 ? `and ${missed.length - 3} more` : '',
    ]
      .filter(Boolean)
      .join('; '),
    seconds: Math.round((Date.now() - began) / 1000),
  }
}

/** Said at once, since a run takes an hour and may be broken off. */
function told(row: Row): Row {
  console.error(`  ${row.passed ? 'passed' : 'MISSED'} in ${row.seconds} s: ${row.result}`)
  return row
}

function table(list: readonly Row[]): string {
  const head = ['case', 'database', 'what was done', 'times', 'pass mark', 'passed', 'result']
  const cells = list.map((row) =>
    [
      row.case,
      row.database,
      row.done,
      row.times,
      row.passMark,
      row.passed ? 'yes' : '**no**',
      row.result,
    ].map((cell) => String(cell).replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')),
  )
  return [head, head.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
