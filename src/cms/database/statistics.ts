import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { SingleWriter } from './single-writer/single-writer.ts'
import { sqliteIndexes } from './sqlite-indexes.ts'

/** An index, and how many rows one value of its first column has, of its first two, and so on. */
type Statistic = [table: string, index: string, rows: string]

/**
 * Tells SQLite what to expect of its indexes. Unless it is told, it takes "published" for a better
 * choice than a list of ids, and goes through all published sources to show those of ten claims.
 *
 * They are fixed and not counted, so that no plan is made for the little there was at first.
 */
export async function tellStatistics(adapter: SQLiteAdapter, client: SingleWriter): Promise<void> {
  const wanted = Object.keys(adapter.tables).flatMap((table) => statisticsOf(adapter, table))
  const told = wanted.map((one) => one.join()).sort()
  // Makes the table of statistics, and counts nothing.
  await client.executeMultiple('ANALYZE sqlite_schema')
  const { rows } = await client.execute('SELECT tbl, idx, stat FROM sqlite_stat1')
  const known = rows.map(({ tbl, idx, stat }) => [tbl, idx, stat].join()).sort()
  if (known.join(';') === told.join(';')) return
  await client.batch([
    'DELETE FROM sqlite_stat1',
    ...wanted.map((args) => ({ sql: 'INSERT INTO sqlite_stat1 VALUES (?, ?, ?)', args })),
  ])
  // A connection reads them when it is opened.
  await client.reopen()
}

/** A site with many documents, nearly all of them published, each campaign with some of them. */
const all = 100_000
const ofOneRelation = 50

function statisticsOf(adapter: SQLiteAdapter, table: string): Statistic[] {
  const lists = sqliteIndexes(adapter, table).filter(({ fields }) => fields.includes('_status'))
  if (lists.length === 0) return []
  return [
    [table, `sqlite_autoindex_${table}_1`, `${all} 1`],
    [table, `${table}__status_idx`, `${all} ${all}`],
    [table, `${table}_deleted_at_idx`, `${all} ${all}`],
    ...lists.map(({ name, fields }): Statistic => {
      const inList = fields[0] === '_status' ? all : ofOneRelation
      const before = fields.slice(0, -2).map(() => inList)
      return [table, name, [all, ...before, 1, 1].join(' ')]
    }),
  ]
}
