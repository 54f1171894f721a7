import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'
import { restoreMark, restoresName } from '../../cms/database/restore-mark.ts'
import { openPayload } from '../../cms/open-payload.ts'
import { UsageError } from '../../errors.ts'
import type { DatabaseSettings, Settings } from '../../settings.ts'
import { mongodbStore } from '../content/mongodb-store.ts'
import { uploadCollections } from '../media-files.ts'
import { takeDatabaseTurn } from './database-turn.ts'
import { workingFolder } from './files.ts'
import type { Place } from './place.ts'

/** What belongs to a server or a restore that has been there and to no content. */
const passing = new Set(['request-counts', 'payload-migrations', restoresName])

/** A database that is marked as half filled until it is whole; no server starts on it meanwhile. */
export async function mongodbPlace(settings: Settings): Promise<Place> {
  const database = { ...settings.database, isRestoring: true as const } as DatabaseSettings
  const payload = await openPayload({ ...settings, database })
  const uploads = uploadCollections(payload.config)
  const work = workingFolder(settings.dataDir)
  const mark = restoreMark(connectionOf(payload))
  const turn = await takeDatabaseTurn(adapterOf(payload)).catch(async (error) => {
    await payload.destroy()
    throw error
  })
  const letGo = async () => {
    await work.abandon()
    await turn.end()
    await payload.destroy()
  }
  try {
    await work.take()
    if (await mark.isSet()) await clear(payload)
    await refuseOccupied(payload)
    await work.begin(uploads)
    await mark.set(turn.by)
  } catch (error) {
    await letGo()
    throw error
  }
  const store = mongodbStore(payload)
  return {
    payload,
    store: {
      ...store,
      async write(part, rows) {
        await turn.keep()
        await store.write(part, rows)
      },
    },
    files: work.folder,
    async check() {},
    async finish() {
      await turn.keep()
      await work.move(uploads)
      // The last of it, by which the place is one.
      if (!(await mark.remove(turn.by))) await turn.keep()
      await work.end()
      await turn.end()
      await payload.destroy()
    },
    async close() {
      // What another restore fills now is that one's to clear.
      if (await turn.isKept()) {
        await clear(payload)
        await mark.remove(turn.by)
      }
      await letGo()
    },
  }
}

const adapterOf = ({ db }: Payload) => db as unknown as MongooseAdapter
const connectionOf = (payload: Payload) => adapterOf(payload).connection

async function collectionsOf(payload: Payload) {
  const all = (await connectionOf(payload).db?.collections()) ?? []
  return all.filter(({ collectionName: name }) => !passing.has(name) && !name.startsWith('system.'))
}

/** @throws UsageError saying what is there */
async function refuseOccupied(payload: Payload): Promise<void> {
  const found: string[] = []
  for (const collection of await collectionsOf(payload)) {
    const count = await collection.countDocuments()
    if (count > 0) found.push(`${count} ${collection.collectionName}`)
  }
  if (found.length === 0) return
  throw new UsageError(
    `DATABASE_URL: ${found.join(', ')} are in that database already; a restore needs an empty place`,
  )
}

/** Nothing else was there when the mark was set. */
async function clear(payload: Payload): Promise<void> {
  for (const collection of await collectionsOf(payload)) await collection.deleteMany({})
}
