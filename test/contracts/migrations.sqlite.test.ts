import { readdir, readFile } from 'node:fs/promises'
import { createClient } from '@libsql/client'
import { sql } from '@payloadcms/db-sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { sqlite } from '../../src/cms/database/sqlite.ts'
import { migrations } from '../../src/cms/migrations/index.ts'
import { startService } from '../support/service.ts'

type Adapter = ReturnType<ReturnType<typeof sqlite>['init']>
type Kit = ReturnType<Adapter['requireDrizzleKit']>
type Schema = Awaited<ReturnType<Kit['generateDrizzleJson']>>

const folder = 'src/cms/migrations'

async function start() {
  const service = await startService()
  onTestFinished(() => service.stop())
  const db = service.payload.db as unknown as Adapter
  return { ...service, db, kit: db.requireDrizzleKit() }
}

test('the committed migrations make the schema that the collections need', async () => {
  const { db, kit } = await start()
  const last = (await readdir(folder))
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .at(-1)
  const committed = JSON.parse(await readFile(`${folder}/${last}`, 'utf8')) as Schema
  const needed = await kit.generateDrizzleJson(db.schema)
  const missing = await kit.generateMigration(committed, needed)
  expect(missing, 'Collections have changed: npm run migrate:create -- NAME').toEqual([])
})

test('a migrated database has the tables, columns and indexes that the schema says', async () => {
  const { db, kit } = await start()
  const needed = await kit.generateDrizzleJson(db.schema)
  const fresh = createClient({ url: ':memory:' })
  onTestFinished(() => fresh.close())
  const empty = db.defaultDrizzleSnapshot as Schema
  for (const statement of await kit.generateMigration(empty, needed)) {
    await fresh.executeMultiple(statement)
  }
  const { rows } = await fresh.execute(shape)
  const migrated = await db.drizzle.all<{ name: string }>(sql.raw(shape))
  expect(migrated.map(({ name }) => name)).toEqual(rows.map(({ name }) => name))
})

test('every migration in the folder is in the list, and has been run once', async () => {
  const { payload } = await start()
  const files = (await readdir(folder)).filter((name) => /^\d.*\.ts$/.test(name))
  const names = files.map((name) => name.replace(/\.ts$/, '')).toSorted()
  expect(migrations.map(({ name }) => name)).toEqual(names)
  const { docs } = await payload.find({ collection: 'payload-migrations', limit: 0, sort: 'name' })
  expect(docs.map(({ name }) => name)).toEqual(names)
})

test('in production mode too the schema comes from the migrations', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { as, payload } = await start()
  const admin = await as('admin')
  expect((await admin.post('/api/claims', { statement: 'Rents rose' })).status).toBe(201)
  const { totalDocs } = await payload.count({ collection: 'payload-migrations' })
  expect(totalDocs).toBe(migrations.length)
})

/** Every column and every index by its name. */
const shape = `
  SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" AS name
    FROM sqlite_master m, pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
  UNION SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
  ORDER BY name`
