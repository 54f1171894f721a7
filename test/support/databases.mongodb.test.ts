import { MongoClient } from 'mongodb'
import { expect, onTestFinished, test } from 'vitest'
import { databaseForHandbill, freshDatabase } from './databases.ts'

test('a fresh MongoDB database is its own and has transactions', async () => {
  const [notes, others] = await Promise.all([freshNotes(), freshNotes()])
  expect(notes.url).toContain('replicaSet=')
  await notes.write('kept', 'commit')
  await notes.write('taken back', 'abort')
  await others.write('elsewhere', 'commit')
  expect(await notes.read()).toEqual(['kept'])
  expect(await others.read()).toEqual(['elsewhere'])
})

test('a dropped MongoDB database is empty, and its neighbour is not', async () => {
  const [notes, others] = await Promise.all([freshNotes(), freshNotes()])
  await notes.write('gone', 'commit')
  await others.write('elsewhere', 'commit')
  await notes.drop()
  expect(await notes.read()).toEqual([])
  expect(await others.read()).toEqual(['elsewhere'])
})

test('a database of Handbill’s own is emptied and used again, and is nobody else’s meanwhile', async () => {
  const notes = await freshNotes(databaseForHandbill())
  await notes.write('gone', 'commit')
  const others = await freshNotes(databaseForHandbill())
  expect(others.url).not.toBe(notes.url)
  await notes.drop()
  const next = await databaseForHandbill()
  onTestFinished(next.drop)
  expect(next.url).toBe(notes.url)
  expect(await notes.read()).toEqual([])
})

async function freshNotes(database = freshDatabase()) {
  const { url, drop } = await database
  const client = new MongoClient(url)
  onTestFinished(async () => {
    await client.close()
    await drop()
  })
  const notes = client.db().collection<{ text: string }>('notes')
  const write = (text: string, end: 'commit' | 'abort') =>
    client.withSession(async (session) => {
      session.startTransaction()
      await notes.insertOne({ text }, { session })
      await (end === 'commit' ? session.commitTransaction() : session.abortTransaction())
    })
  const read = async () => (await notes.find().toArray()).map(({ text }) => text)
  return { url, drop, write, read }
}
