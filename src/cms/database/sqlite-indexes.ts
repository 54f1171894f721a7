import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { type AnySQLiteColumn, index } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import { listIndexes } from './list-indexes.ts'

/**
 * Adds the indexes of lists to Payload's tables on SQLite, and one for what belongs to a document in the tables of
 * translations and lists, which Payload gives none; with that they are in the migrations it makes.
 */
export function withIndexes(adapter: SQLiteAdapter): void {
  adapter.afterSchemaInit.push(({ extendTable, schema }) => {
    for (const [name, table] of Object.entries(schema.tables)) {
      const extraConfig = (columns: Columns) =>
        Object.fromEntries(
          sqliteIndexes(adapter, name).map((one) => [one.name, indexOn(one, columns)]),
        )
      extendTable({ table, extraConfig })
    }
    return schema
  })
}

export type SqliteIndex = { name: string; fields: string[] }
type Columns = Record<string, AnySQLiteColumn>

/** The indexes that a table is given beside Payload's. */
export function sqliteIndexes(
  { payload, tableNameMap }: SQLiteAdapter,
  table: string,
): SqliteIndex[] {
  if (table.endsWith('_locales')) return [{ name: `${table}_owner_idx`, fields: ['_parentID'] }]
  if (/_(texts|numbers)$/.test(table)) return [{ name: `${table}_owner_idx`, fields: ['parent'] }]
  const collection = payload.config.collections.find(
    ({ slug }) => (tableNameMap.get(slug) ?? slug) === table,
  )
  return listIndexes(collection).map((fields) => ({
    name: [table, ...namesOf(fields), 'list_idx'].join('_'),
    fields,
  }))
}

/** Those that tell one list's index from another's: its relation, and its time unless that is the usual one. */
const namesOf = (fields: string[]): string[] => [
  ...fields.slice(0, fields.indexOf('_status')),
  ...(fields.includes('updatedAt') ? ['updated'] : []),
]

function indexOn({ name, fields }: SqliteIndex, columns: Columns) {
  const [first, ...rest] = fields.flatMap((field) => columns[field] ?? [])
  return first && index(name).on(first, ...rest)
}
