import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrations } from '../../src/cms/migrations/index.ts'
import { allMigrations, migrate, migrated, migrateTo } from '../support/migrating.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handbill-migrations-'))
  file = join(folder, 'content.db')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

type Column = { table: string; name: string; isNeeded: boolean }

async function columns(): Promise<Map<string, Column>> {
  const client = createClient({ url: `file:${file}` })
  const { rows } = await client.execute(
    `SELECT t.name AS "table", c.name, c."notnull" AND c.dflt_value IS NULL AND NOT c.pk AS needed
     FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'`,
  )
  client.close()
  const found = rows.map((row): [string, Column] => [
    `${row.table}.${row.name}`,
    { table: String(row.table), name: String(row.name), isNeeded: Boolean(row.needed) },
  ])
  return new Map(found)
}

/**
 * The release before goes on reading and writing while a migration runs: first a release adds, and later,
 * when nothing uses it any more, another one takes away. What is taken away is named here with the
 * first release that does not use it.
 */
const takenAway: Record<string, string> = {}

/** From here on there are releases before. */
const firstRelease = '20261128_075421_file_names'

test('a migration takes nothing away that the release before uses, and asks it for nothing', async () => {
  let before: Map<string, Column> | undefined
  const mistakes: string[] = []
  await migrateTo(file, migrations.length, async (name) => {
    if (name < firstRelease) return
    const after = await columns()
    if (before) {
      for (const key of before.keys()) {
        if (!after.has(key) && !takenAway[key]) mistakes.push(`${name} takes away ${key}`)
      }
      const tables = new Set([...before.values()].map(({ table }) => table))
      for (const [key, { table, isNeeded }] of after) {
        if (isNeeded && tables.has(table) && !before.has(key)) {
          mistakes.push(`${name} needs ${key}, which the release before does not write`)
        }
      }
    }
    before = after
  })
  expect(before?.size).toBeGreaterThan(100)
  expect(mistakes).toEqual([])
})

test('a dry run tells and changes nothing; then it is made once, whoever else starts', async () => {
  await migrateTo(file, 2)
  const told = await migrate(file, ['--dry-run'])
  expect(told.code, told.output).toBe(0)
  expect(told.output).toBe(
    `Would be made, and was on a copy:\n  ${allMigrations.slice(2).join('\n  ')}\n`,
  )
  expect(await migrated(file)).toEqual(allMigrations.slice(0, 2))
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])

  const both = await Promise.all([migrate(file), migrate(file)])
  expect(both.map(({ code, output }) => [code, code === 0 ? '' : output])).toEqual([
    [0, ''],
    [0, ''],
  ])
  expect(await migrated(file)).toEqual(allMigrations)
  expect(await migrate(file)).toEqual({ code: 0, output: 'There is nothing to migrate.\n' })
})

test('killed whenever, it goes on where it was', async () => {
  await migrateTo(file, 1)
  const started = Date.now()
  expect((await migrate(file, ['--dry-run'])).output).toContain(allMigrations[1])
  // Around the time at which it migrates.
  const took = Date.now() - started
  for (const part of [0.7, 0.85]) await migrate(file, [], took * part)
  const last = await migrate(file)
  expect(last.code, last.output).toBe(0)
  expect(await migrated(file)).toEqual(allMigrations)
})
