import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { CollectionSlug, Payload } from 'payload'
import { changesSlug } from '../../cms/changes/changes-collection.ts'
import { openPayload } from '../../cms/open-payload.ts'
import { UsageError } from '../../errors.ts'
import type { Settings } from '../../settings.ts'
import { mongodbStore } from './mongodb-store.ts'
import { sqliteStore } from './sqlite-store.ts'
import type { Store } from './store.ts'

/** What the database held at one moment, whatever is written meanwhile. */
export type Moment = { at: Date; payload: Payload; store: Store; end(): Promise<void> }

/**
 * Holds the moment of a database that may be in use.
 *
 * @param folder of its own, for what it keeps meanwhile
 */
export const holdMoment = (settings: Settings, folder: string): Promise<Moment> =>
  settings.database.kind === 'sqlite'
    ? holdSqlite(settings, settings.database.file, folder)
    : holdMongodb(settings)

/** SQLite copies a moment of itself into another file, while others read and write. */
async function holdSqlite(settings: Settings, file: string, folder: string): Promise<Moment> {
  const copy = join(folder, 'content.db')
  const client = createClient({ url: `file:${file}` })
  // All that has been committed is in it, and some of what follows may be.
  const at = new Date()
  try {
    await client.execute('PRAGMA busy_timeout = 10000')
    await client.execute({ sql: 'VACUUM INTO ?', args: [copy] })
  } finally {
    client.close()
  }
  const payload = await openPayload({ ...settings, database: { kind: 'sqlite', file: copy } })
  return { at, payload, store: sqliteStore(payload), end: async () => payload.destroy() }
}

/** How often it is tried to meet the change log at rest, which it is most of the time. */
const attempts = 200

async function holdMongodb(settings: Settings): Promise<Moment> {
  const payload = await openPayload(settings)
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const { connection } = payload.db as unknown as MongooseAdapter
      const at = new Date()
      const session = await connection.startSession({ snapshot: true })
      // The first thing that is read says which moment it is.
      const isAtRest = (await countPending(payload, session)) === 0
      if (isAtRest) {
        const end = async () => {
          await session.endSession()
          await payload.destroy()
        }
        return { at, payload, store: mongodbStore(payload, { session }), end }
      }
      await session.endSession()
      await sleep(20 + Math.random() * 30)
    }
  } catch (error) {
    await payload.destroy()
    throw error
  }
  await payload.destroy()
  throw new UsageError('The change log did not come to rest; is a server running that writes?')
}

/** Entries that are committed and have no place in the log yet, which SQLite has no word for. */
function countPending(payload: Payload, session: Session): Promise<number> {
  const model = (payload.db as unknown as MongooseAdapter).collections[
    changesSlug as CollectionSlug
  ] as NonNullable<MongooseAdapter['collections'][string]>
  return model.collection.countDocuments({ pending: true }, { session })
}

type Session = Awaited<ReturnType<MongooseAdapter['connection']['startSession']>>
