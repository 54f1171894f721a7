import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { inject } from 'vitest'
import { withDatabase } from './mongodb-uri.ts'

export type DatabaseKind = 'sqlite' | 'mongodb'

declare module 'vitest' {
  interface ProvidedContext {
    /** Named by the project in vitest.config.ts. */
    databaseKind: DatabaseKind
    /** Only in the project `mongodb`, from mongodb-server.ts. */
    mongodbUri: string
    /** What the names of its databases begin with. */
    mongodbPrefix: string
  }
}

/** The database that the current project runs its tests on. */
export const databaseKind: DatabaseKind = inject('databaseKind')

/** A database as a DATABASE_URL; `drop` removes it. */
export type FreshDatabase = { url: string; drop(): Promise<void> }

/** A new, empty database for one test file. */
export function freshDatabase(): Promise<FreshDatabase> {
  return databaseKind === 'sqlite' ? freshSqlite() : freshMongodb()
}

/**
 * An empty database for Handbill's own collections. On MongoDB it may have them and their indexes from a service
 * before: to make those takes longer than all that most files ask of them.
 */
export async function databaseForHandbill(): Promise<FreshDatabase> {
  if (databaseKind === 'sqlite') return freshSqlite()
  const url = emptied.pop() ?? newMongodbUrl()
  let isMine = true
  const drop = async () => {
    if (!isMine) return
    isMine = false
    await withClient(url, async (client) => {
      const collections = await client.db().collections()
      await Promise.all(collections.map((collection) => collection.deleteMany({})))
    })
    emptied.push(url)
  }
  return { url, drop }
}

/** Databases of this worker that nobody uses at the moment. */
const emptied: string[] = []

async function freshSqlite() {
  const folder = await mkdtemp(join(tmpdir(), 'handbill-sqlite-'))
  return {
    url: `file:${join(folder, 'content.db')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  }
}

async function freshMongodb() {
  const url = newMongodbUrl()
  const drop = () => withClient(url, async (client) => void (await client.db().dropDatabase()))
  return { url, drop }
}

const newMongodbUrl = () =>
  withDatabase(inject('mongodbUri'), inject('mongodbPrefix') + randomBytes(6).toString('hex'))

async function withClient(url: string, use: (client: MongoClient) => Promise<void>): Promise<void> {
  const client = new MongoClient(url)
  await use(client).finally(() => client.close())
}
