import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import { forNobody } from '../dependencies/track.ts'
import { migrations } from '../migrations/index.ts'
import type { SingleWriter } from './single-writer/single-writer.ts'

/**
 * @param signal gives it up, where it is a server that is asked
 * @throws what stands in the way of reading and writing
 */
export async function pingDatabase({ db }: Payload, signal?: AbortSignal): Promise<void> {
  if (db.name === 'mongoose') {
    const { connection } = db as unknown as MongooseAdapter
    await connection.db?.command({ ping: 1 }, signal && { signal })
    return
  }
  const client = (db as unknown as SQLiteAdapter).client as Partial<SingleWriter>
  // Another project may have an adapter of its own.
  await (client.ping ? client.ping() : client.execute?.('SELECT 1'))
}

/** How many of this release's migrations the database lacks; MongoDB has no schema and needs none. */
export async function pendingMigrations({ db }: Payload): Promise<number> {
  if (db.name !== 'sqlite') return 0
  const { docs } = await db.find<{ name?: string | null }>({
    collection: 'payload-migrations',
    limit: 0,
    pagination: false,
    req: forNobody({}),
  })
  const done = new Set(docs.map(({ name }) => name))
  return migrations.filter(({ name }) => !done.has(name)).length
}
