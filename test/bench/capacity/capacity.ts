/*
 * `npm run bench -- --capacity`: what a server takes with so many documents, half of them claims and half their sources,
 * on both databases, or on the one that is named (sqlite, mongodb). BENCH_SIZES says other sizes, to try it. What comes
 * of all sizes on both is put into docs/operations.md.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../../../src/admin-app/build.ts'
import { startReplicaSet } from '../../support/mongod.ts'
import { provideMongod } from '../../support/mongod-binary.ts'
import { machine } from '../machine.ts'
import { measure } from './measure.ts'
import { onMongodb, onSqlite, type Place } from './place.ts'
import { type Capacity, keepFigures, keepTable } from './report.ts'

const usual = [1_000, 10_000, 100_000]
const sizes = process.env.BENCH_SIZES?.split(',').map(Number) ?? usual
const databases = process.argv.slice(2).filter((one) => !one.startsWith('--'))

const folder = mkdtempSync(join(tmpdir(), 'handbill-capacity-'))
const capacity: Capacity = { machine: machine(), rows: [] }
try {
  await ensureBuilt({})
  if (isAsked('sqlite')) await ofEachSize((size) => onSqlite(join(folder, `${size}.db`)))
  if (isAsked('mongodb')) await withMongod()
  keepTable(capacity, { isWhole: sizes === usual && databases.length === 0 })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function isAsked(database: string): boolean {
  return databases.length === 0 || databases.includes(database)
}

async function withMongod(): Promise<void> {
  const binary = await provideMongod()
  if ('missing' in binary) throw new Error(binary.missing)
  for (const size of sizes) {
    // One for each size: what it holds in memory is told, too.
    const mongod = await startReplicaSet(binary.path)
    await add(onMongodb(mongod.uri), size).finally(mongod.stop)
  }
}

async function ofEachSize(placeOf: (size: number) => Place): Promise<void> {
  for (const size of sizes) await add(placeOf(size), size)
}

async function add(place: Place, size: number): Promise<void> {
  console.log(`${place.database}, ${size} documents …`)
  const row = await measure(place, size, folder)
  console.log(JSON.stringify(row))
  capacity.rows.push(row)
  keepFigures(capacity)
}
