import { statSync } from 'node:fs'
import { MongoClient } from 'mongodb'
import { copyInMongodb } from '../growth/fill-mongodb.ts'
import { copyInSqlite } from '../growth/fill-sqlite.ts'
import type { Campaigns } from '../growth/template.ts'

/** Where documents are kept, and what it takes there. */
export type Place = {
  database: 'SQLite' | 'MongoDB'
  url: string
  /** Copies a claim and its source so many times, past the server. */
  copy(count: number): Campaigns | Promise<Campaigns>
  /** Megabytes on disk, indexes included. */
  onDisk(): number | Promise<number>
  /** Megabytes that a database server of its own holds in memory; 0 where there is none. */
  inMemory(): number | Promise<number>
}

export const onSqlite = (file: string): Place => ({
  database: 'SQLite',
  url: `file:${file}`,
  copy: (count) => copyInSqlite(file, count),
  onDisk: () => (sizeOf(file) + sizeOf(`${file}-wal`)) / 1e6,
  inMemory: () => 0,
})

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

export function onMongodb(server: string): Place {
  const url = server.replace('/?', '/capacity?')
  const ask = async (database: string, command: object) => {
    const client = await MongoClient.connect(url)
    return client
      .db(database)
      .command(command)
      .finally(() => client.close())
  }
  return {
    database: 'MongoDB',
    url,
    copy: (count) => copyInMongodb(url, count),
    async onDisk() {
      await ask('admin', { fsync: 1 })
      const { storageSize, indexSize } = await ask('capacity', { dbStats: 1 })
      return (storageSize + indexSize) / 1e6
    },
    inMemory: async () => (await ask('admin', { serverStatus: 1 })).mem.resident,
  }
}
