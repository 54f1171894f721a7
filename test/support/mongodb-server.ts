import { randomBytes } from 'node:crypto'
import { MongoClient } from 'mongodb'
import type { TestProject } from 'vitest/node'
import { startReplicaSet } from './mongod.ts'
import { provideMongod } from './mongod-binary.ts'

/** Gives the project `mongodb` its server: the one in MONGODB_URI, else one of its own. */
export default async function setup(project: TestProject) {
  const given = process.env.MONGODB_URI
  const prefix = `handbill_${randomBytes(4).toString('hex')}_`
  project.provide('mongodbPrefix', prefix)
  if (given) {
    await ensureReplicaSet(given)
    project.provide('mongodbUri', given)
    return () => dropDatabases(given, prefix)
  }
  const mongod = await provideMongod()
  if ('missing' in mongod) throw new Error(mongod.missing)
  const server = await startReplicaSet(mongod.path)
  project.provide('mongodbUri', server.uri)
  return server.stop
}

async function ensureReplicaSet(uri: string): Promise<void> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 10_000 })
  try {
    const { setName, msg } = await client.db('admin').command({ hello: 1 })
    // A mongos has no set name of its own, and transactions.
    if (!setName && msg !== 'isdbgrid') {
      throw new Error('it is no replica set, so it has no transactions')
    }
  } catch (error) {
    throw new Error(`MONGODB_URI cannot be used: ${(error as Error).message}`)
  } finally {
    await client.close()
  }
}

/** Those that were kept for the next file. */
async function dropDatabases(uri: string, prefix: string): Promise<void> {
  const client = new MongoClient(uri)
  try {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true })
    const ours = databases.filter(({ name }) => name.startsWith(prefix))
    await Promise.all(ours.map(({ name }) => client.db(name).dropDatabase()))
  } finally {
    await client.close()
  }
}
