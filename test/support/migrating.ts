import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { migrations } from '../../src/cms/migrations/index.ts'

type Migration = (typeof migrations)[number]

/** Brings a database to where a release left it. */
export async function migrateTo(file: string, count: number, after = async (_name: string) => {}) {
  const client = createClient({ url: `file:${file}` })
  const db = drizzle(client)
  for (const { name, up } of migrations.slice(0, count)) {
    await up({ db } as unknown as Parameters<Migration['up']>[0])
    await client.execute({
      sql: "INSERT INTO payload_migrations (id, name, batch, updated_at, created_at) VALUES (?, ?, 1, '', '')",
      args: [name, name],
    })
    await after(name)
  }
  client.close()
}

/** The migrations that have been made. */
export async function migrated(file: string): Promise<string[]> {
  const client = createClient({ url: `file:${file}` })
  const { rows } = await client.execute('SELECT name FROM payload_migrations ORDER BY name')
  client.close()
  return rows.map(({ name }) => String(name))
}

/** How `npm run migrate` ended, which is killed after so many milliseconds. */
export async function migrate(file: string, args: string[] = [], killAfter?: number) {
  const child = spawn(process.execPath, ['src/cms/migrate/migrate.mjs', ...args], {
    env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: `file:${file}` },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      output += text
    })
  }
  const closed = once(child, 'close')
  if (killAfter !== undefined) void sleep(killAfter).then(() => child.kill('SIGKILL'))
  const [code] = await closed
  return { code, output }
}

export const allMigrations = migrations.map(({ name }) => name).sort()
