import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { markdownTable } from '../table.ts'
import type { Row } from './measure.ts'

export type Capacity = { machine: string; rows: Row[] }

const folder = '.cache/bench'
const document = 'docs/operations.md'
const [begin, end] = ['<!-- npm run bench -- --capacity -->', '<!-- /capacity -->']

/** Keeps the figures so far: it takes an hour to have them all. */
export function keepFigures(capacity: Capacity): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/capacity.json`, `${JSON.stringify(capacity, null, 2)}\n`)
}

/** Keeps what was measured as Markdown; in the docs, too, when nothing of it is missing. */
export function keepTable(capacity: Capacity, { isWhole }: { isWhole: boolean }): void {
  const text = markdown(capacity)
  writeFileSync(`${folder}/capacity.md`, text)
  console.log(`\n${text}\nKept in ${folder}/capacity.json and .md`)
  if (!isWhole) return
  const [before, after] = readFileSync(document, 'utf8').split(
    new RegExp(`(?<=${begin}\n)[^]*(?=${end})`),
  )
  if (after === undefined) throw new Error(`${document} has no place for it.`)
  writeFileSync(document, `${before}\n${text}\n${after}`)
  console.log(`Put into ${document}`)
}

function markdown({ machine, rows }: Capacity): string {
  return `${capacityTable(rows)}

${requestTable(rows)}

${machine}.
`
}

const capacityTable = (rows: Row[]): string =>
  markdownTable(
    [
      'database',
      'documents',
      'start s',
      'MB at rest',
      'MB, hits',
      'MB, misses',
      'MB, mongod',
      'req/s, hits',
      'req/s, misses',
      'MB on disk',
      'backup s',
      'MB, backup',
      'first entries s',
      'MB, entries',
    ],
    rows.map((row) => [
      row.database,
      row.documents.toLocaleString('en'),
      row.start.toFixed(1),
      ...[row.memory.rest, row.memory.hits, row.memory.misses].map(whole),
      row.memory.database > 0 ? whole(row.memory.database) : '',
      ...[row.rate.hits, row.rate.misses].map(whole),
      whole(row.onDisk),
      ...(row.backup ? [row.backup.seconds, row.backup.peakMemory].map(whole) : ['failed', '']),
      ...[row.entering.seconds, row.entering.peakMemory].map(whole),
    ]),
  )

/** A line for each request on each database, a column for each size. */
function requestTable(rows: Row[]): string {
  const databases = [...new Set(rows.map(({ database }) => database))]
  const sizes = [...new Set(rows.map(({ documents }) => documents))]
  const what = [...new Set(rows.flatMap((row) => Object.keys(row.requests)))]
  return markdownTable(
    ['asked for, ms', 'database', ...sizes.map((size) => size.toLocaleString('en'))],
    what.flatMap((one) =>
      databases.map((database) => {
        const timeAt = (size: number) =>
          rows.find((row) => row.database === database && row.documents === size)?.requests[one]
        return [one, database, ...sizes.map((size) => timeAt(size)?.toFixed(1) ?? '')]
      }),
    ),
  )
}

const whole = (figure: number): string => figure.toFixed(0)
