import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'

/**
 * The time by the clock that all servers on a database share, in milliseconds since 1970: MongoDB's own. The
 * file of SQLite is on this machine, whose clock it is then.
 */
export async function databaseTime({ db }: Payload): Promise<number> {
  if (db.name !== 'mongoose') return Date.now()
  const { connection } = db as unknown as MongooseAdapter
  const hello = await connection.db?.admin().command({ hello: 1 })
  return new Date(hello?.localTime).getTime()
}
