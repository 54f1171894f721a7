import { createClient } from '@libsql/client'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passwordOf } from '../support/quick-passwords.ts'
import { startService, type TestService } from '../support/service.ts'
import { Server } from './support/server.ts'
import { compare, Writers } from './support/writers.ts'

let service: TestService
let server: Server
beforeAll(async () => {
  service = await startService()
  await service.as('admin')
  server = new Server('', Number(new URL(service.url).port), {})
  await server.signIn({ email: 'admin@example.org', password: passwordOf('admin') })
})
afterAll(() => service.stop())

type Rows = 'claims' | 'versions' | 'changes'

/** Takes away what is there of a claim, behind the server's back. */
async function takeAway(rows: Rows, claim: string): Promise<void> {
  const { database } = service.settings
  if (database.kind === 'sqlite') {
    const client = createClient({ url: `file:${database.file}` })
    const [table, column] = {
      claims: ['claims', 'id'],
      versions: ['_claims_v', 'parent_id'],
      changes: ['changes', 'document'],
    }[rows]
    await client.execute({ sql: `DELETE FROM ${table} WHERE ${column} = ?`, args: [claim] })
    return client.close()
  }
  const client = new MongoClient(database.url)
  const [collection, where] = {
    claims: ['claims', { $expr: { $eq: [{ $toString: '$_id' }, claim] } }],
    versions: ['_claims_versions', { $expr: { $eq: [{ $toString: '$parent' }, claim] } }],
    changes: ['changes', { document: claim }],
  }[rows] as [string, object]
  await client.db().collection(collection).deleteMany(where)
  await client.close()
}

test('what a server has lost is named, whichever part of a write it is', async () => {
  const writers = new Writers(server, 3)
  await writers.more(6)
  await writers.stop()
  expect(await compare(server, writers)).toEqual([])

  const published = [...writers.written.values()].filter(({ isPublished }) => isPublished)
  const [document, version, change] = published.map(({ id }) => id) as [string, string, string]
  await takeAway('claims', document)
  await takeAway('versions', version)
  await takeAway('changes', change)
  const told = (await compare(server, writers)).map((line) => line.replace(/ is .*/, ''))
  const expected = [
    `lost: ${document}`,
    `without its version: ${version}`,
    `without its change: ${change}`,
  ]
  expect(told.toSorted()).toEqual(expected.toSorted())
})
