import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'
import { restoreMark } from '../../cms/database/restore-mark.ts'
import { openPayload } from '../../cms/open-payload.ts'
import { UsageError } from '../../errors.ts'
import type { DatabaseSettings, Settings } from '../../settings.ts'
import { mongodbStore } from '../content/mongodb-store.ts'
import { uploadCollections } from '../media-files.ts'
import { workingFolder } from './files.ts'
import type { Place } from './place.ts'

/** What belongs to a server that has been there and to no content. */
const passing = new Set(['request-counts', 'payload-migrations'])

/** A database that is marked as half filled until it is whole; no server starts on it meanwhile. */
export async function mongodbPlace(settings: Settings): Promise<Place> {
  const database = { ...settings.database, isRestoring: true as const } as DatabaseSettings
  const payload = await openPayload({ ...settings, database })
  const work = workingFolder(settings.dataDir)
  try {
    const mark = restoreMark(connectionOf(payload))
    if (await mark.isSet()) await clear(payload)
    const found = await countRows(payload)
    if (found.length > 0) {
      throw new UsageError(
        `DATABASE_URL: ${found.join(', ')} are in that database already; a restore needs an empty place`,
      )
    }
    await mark.set()
    const uploads = uploadCollections(payload.config)
    await work.begin(uploads)
    return {
      payload,
      store: mongodbStore(payload),
      files: work.folder,
      async check() {},
      async finish() {
        await work.move(uploads)
        // The last of it, by which the place is one.
        await mark.remove()
        await work.end()
        await payload.destroy()
      },
      async close() {
        await clear(payload)
        await mark.remove()
        await work.end()
        await payload.destroy()
      },
    }
  } catch (error) {
    await payload.destroy()
    throw error
  }
}

const connectionOf = ({ db }: Payload) => (db as unknown as MongooseAdapter).connection

async function collectionsOf(payload: Payload) {
  const all = (await connectionOf(payload).db?.collections()) ?? []
  return all.filter(({ collectionName: name }) => !passing.has(name) && !name.startsWith('system.'))
}

async function countRows(payload: Payload): Promise<string[]> {
  const found: string[] = []
  for (const collection of await collectionsOf(payload)) {
    const count = await collection.countDocuments()
    if (count > 0) found.push(`${count} ${collection.collectionName}`)
  }
  return found
}

/** Nothing else was there when the mark was set. */
async function clear(payload: Payload): Promise<void> {
  for (const collection of await collectionsOf(payload)) await collection.deleteMany({})
}
