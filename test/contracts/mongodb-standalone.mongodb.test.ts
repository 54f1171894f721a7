import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { MongoClient } from 'mongodb'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { createService } from '../../src/service.ts'
import { readSettings } from '../../src/settings.ts'
import { freshDatabase } from '../support/databases.ts'
import { forgetInstance } from '../support/instances.ts'
import { type Mongod, startStandalone } from '../support/mongod.ts'
import { provideMongod } from '../support/mongod-binary.ts'
import { withDatabase } from '../support/mongodb-uri.ts'

let standalone: Mongod
beforeAll(async () => {
  const mongod = await provideMongod()
  if ('missing' in mongod) throw new Error(mongod.missing)
  standalone = await startStandalone(mongod.path)
})
afterAll(() => standalone?.stop())

async function startOn(url: string, env: Record<string, string> = {}) {
  const settings = readSettings({
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: url,
    PAYLOAD_SECRET: 'a secret for the tests',
    ...env,
  })
  const service = await createService(settings, { logger: pino({ level: 'silent' }) })
  onTestFinished(async () => {
    await service.close()
    forgetInstance(service.payload)
  })
  return service
}

test('a server without transactions is refused, and the message says what to do', async () => {
  const started = startOn(withDatabase(standalone.uri, 'refused'))
  await expect(started).rejects.toThrow(/DATABASE_URL: .*not a replica set.*--replSet.*HANDBILL_/)
})

test('a server without transactions is used where a setting accepts it', async () => {
  const { payload } = await startOn(withDatabase(standalone.uri, 'accepted'), {
    HANDBILL_ALLOW_STANDALONE_MONGODB: 'true',
  })
  const made = await payload.create({ collection: 'resources', data: { title: 'Kept' } })
  const read = await payload.findByID({ collection: 'resources', id: made.id })
  expect(read.title).toBe('Kept')
})

test('a replica set has transactions, also when the address does not name it', async () => {
  const database = await freshDatabase()
  onTestFinished(database.drop)
  const url = new URL(database.url)
  url.searchParams.delete('replicaSet')
  url.searchParams.set('directConnection', 'true')
  for (const address of [database.url, url.href]) {
    const { payload } = await startOn(address)
    const { hooks } = payload.collections.resources.config
    hooks.afterChange.push(() => {
      throw new Error('the hook fails')
    })
    const write = payload.create({ collection: 'resources', data: { title: 'Not kept' } })
    await expect(write).rejects.toThrow('the hook fails')
    expect((await payload.count({ collection: 'resources' })).totalDocs).toBe(0)
  }
})

test('collections and indexes are there before the service is', async () => {
  const database = await freshDatabase()
  const client = new MongoClient(database.url)
  onTestFinished(async () => {
    await client.close()
    await database.drop()
  })
  const { payload } = await startOn(database.url)
  const made = (await client.db().listCollections().toArray()).map(({ name }) => name)
  const { models } = (payload.db as unknown as MongooseAdapter).connection
  expect(Object.keys(models)).toContain('_claims_versions')
  expect(made).toEqual(
    expect.arrayContaining(Object.values(models).map(({ collection }) => collection.name)),
  )
  const indexes = await client.db().collection('claims').indexes()
  expect(indexes.find(({ key }) => 'slug' in key)).toMatchObject({ unique: true })
  expect(indexes.some(({ key }) => 'campaign' in key)).toBe(true)
})

test('a server that does not answer is said to be away', async () => {
  expect(inject('mongodbUri')).toBeTruthy()
  await expect(startOn('mongodb://127.0.0.1:1/nowhere')).rejects.toThrow(/DATABASE_URL|connect/)
}, 60_000)
