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
  }
}

/** The database that the current project runs its tests on. */
export const databaseKind: DatabaseKind = inject('databaseKind')

/** A new, empty database for one test file, as a DATABASE_URL; `drop` removes it. */
export function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  return databaseKind === 'sqlite' ? freshSqlite() : freshMongodb()
}

async function freshSqlite() {
  const folder = await mkdtemp(join(tmpdir(), 'handbill-sqlite-'))
  return {
    url: `file:${join(folder, 'content.db')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  }
}

async function freshMongodb() {
  const url = withDatabase(inject('mongodbUri'), `handbill_${randomBytes(6).toString('hex')}`)
  const drop = async () => {
    const client = new MongoClient(url)
    await client.db().dropDatabase()
    await client.close()
  }
  return { url, drop }
}
