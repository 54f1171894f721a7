import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createClient } from '@libsql/client'
import { readArguments } from '../../run-command.ts'
import { readSettings, type Settings } from '../../settings.ts'
import { migrations } from '../migrations/index.ts'
import { openPayload } from '../open-payload.ts'

const usage = `npm run migrate [-- --dry-run]

Makes the migrations that the database has not been through, as npm start does. Servers of the release before
may be running; killed, it goes on where it was. On MongoDB it makes the indexes that are missing.

  --dry-run   says which would be made, and tries them on a copy of the database`

/**
 * Runs `npm run migrate` with its arguments.
 *
 * @returns the exit code
 */
export async function migrateCommand(args: string[]): Promise<number> {
  const { values } = readArguments('npm run migrate', {
    args,
    options: {
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const settings = readSettings()
  const isDry = values['dry-run']
  if (settings.database.kind === 'mongodb') return migrateMongodb(settings, isDry)
  return migrateSqlite(settings, settings.database.file, isDry)
}

async function migrateMongodb(settings: Settings, isDry: boolean): Promise<number> {
  if (!isDry) await open(settings)
  console.log(
    isDry
      ? 'MongoDB has no schema to migrate: indexes that are missing would be made, and no document changed.'
      : 'MongoDB has every index.',
  )
  return 0
}

async function migrateSqlite(settings: Settings, file: string, isDry: boolean): Promise<number> {
  const pending = await pendingMigrations(file)
  if (pending.length === 0) {
    console.log('There is nothing to migrate.')
    return 0
  }
  if (isDry) await tryOnCopy(settings, file)
  else await open(settings)
  console.log(`${isDry ? 'Would be made, and was on a copy' : 'Made'}:\n  ${pending.join('\n  ')}`)
  return 0
}

async function open(settings: Settings): Promise<void> {
  const payload = await openPayload(settings)
  await payload.destroy()
}

/** The names of those that the database has not been through. */
async function pendingMigrations(file: string): Promise<string[]> {
  const names = migrations.map(({ name }) => name)
  if (!existsSync(file)) return names
  const client = createClient({ url: `file:${file}` })
  try {
    const { rows } = await client
      .execute('SELECT name FROM payload_migrations')
      .catch(() => ({ rows: [] }))
    const made = new Set(rows.map(({ name }) => name))
    return names.filter((name) => !made.has(name))
  } finally {
    client.close()
  }
}

/** The copy is a moment of the database, which servers go on using. */
async function tryOnCopy(settings: Settings, file: string): Promise<void> {
  const folder = mkdtempSync(join(dirname(file), '.migrating-'))
  const copy = join(folder, 'content.db')
  try {
    if (existsSync(file)) {
      const client = createClient({ url: `file:${file}` })
      await client.execute('PRAGMA busy_timeout = 10000')
      await client.execute({ sql: 'VACUUM INTO ?', args: [copy] }).finally(() => client.close())
    }
    await open({ ...settings, database: { kind: 'sqlite', file: copy } })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
