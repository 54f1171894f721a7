import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createClient } from '@libsql/client'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { openPayload } from '../../cms/open-payload.ts'
import { UsageError } from '../../errors.ts'
import type { Settings } from '../../settings.ts'
import { sqliteStore } from '../content/sqlite-store.ts'
import { uploadCollections } from '../media-files.ts'
import { workingFolder } from './files.ts'
import type { Place } from './place.ts'

/** A database that is filled under another name, and given its own when it is whole. */
export async function sqlitePlace(settings: Settings, file: string): Promise<Place> {
  const work = workingFolder(dirname(file))
  await work.take()
  const filled = join(work.folder, 'content.db')
  const payload = await open().catch(async (error) => {
    await work.abandon()
    throw error
  })
  const adapter = payload.db as unknown as SQLiteAdapter
  // Rows come in no order of who refers to whom.
  await adapter.client.executeMultiple('PRAGMA foreign_keys = OFF')

  async function open() {
    await refuseOccupied(file)
    await work.begin(['media'])
    return openPayload({
      ...settings,
      database: { kind: 'sqlite', file: filled },
      // Nothing is signed here, and the secret may come with the backup.
      secret: settings.secret || 'of a place that is being filled',
    })
  }

  return {
    payload,
    store: sqliteStore(payload),
    files: work.folder,
    async check() {
      const { rows } = await adapter.client.execute('PRAGMA foreign_key_check')
      const [first] = rows
      if (first) throw new Error(`A row of ${first.table} refers to what is not there.`)
    },
    async finish() {
      await payload.destroy()
      await foldLog(filled)
      // A server may have been started here meanwhile.
      await refuseOccupied(file)
      await work.move(uploadCollections(payload.config))
      // The last of it, by which the place is one.
      await rename(filled, file)
      await work.end()
    },
    async close() {
      await payload.destroy()
      await work.abandon()
    },
  }
}

/** Takes what is in the write-ahead log into the file, which is going to have another name. */
async function foldLog(file: string): Promise<void> {
  const client = createClient({ url: `file:${file}` })
  try {
    const { rows } = await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    if (rows[0]?.busy !== 0) throw new Error(`${file} is in use.`)
  } finally {
    client.close()
  }
}

/** @throws UsageError saying what is there */
async function refuseOccupied(file: string): Promise<void> {
  if (existsSync(file)) throw new UsageError(await occupied(file))
}

/** What is there, as somebody would name it who has forgotten. */
async function occupied(file: string): Promise<string> {
  const client = createClient({ url: `file:${file}` })
  try {
    const counts: string[] = []
    for (const table of ['campaigns', 'claims', 'demands', 'resources', 'media', 'users']) {
      const { rows } = await client.execute(`SELECT count(*) AS n FROM ${table}`)
      counts.push(`${rows[0]?.n} ${table}`)
    }
    return `${file}: a database is there already, with ${counts.join(', ')}; a restore needs an empty place`
  } catch {
    return `${file}: a file is there already; a restore needs an empty place`
  } finally {
    client.close()
  }
}
