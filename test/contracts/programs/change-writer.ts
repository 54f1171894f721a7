/*
 * Writes to the database of DATABASE_URL, much of it at once and some of it aborted, and prints what it
 * has committed, as one line of JSON.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { openPayload } from '../../../src/cms/open-payload.ts'
import { readSettings } from '../../../src/settings.ts'

const [name = 'writer', shared = ''] = process.argv.slice(2)
const payload = await openPayload(readSettings())
/** How many entries each document should have: one for every committed change. */
const committed: Record<string, number> = {}
const aborted: string[] = []

console.log('ready')
await Promise.all(Array.from({ length: 4 }, (_, n) => writeOwn(n)).concat(writeShared()))
await payload.destroy()
console.log(`done ${JSON.stringify({ committed, aborted })}`)
process.exit(0)

async function writeOwn(lane: number): Promise<void> {
  for (let i = 0; i < 5; i++) {
    const statement = `${name} ${lane} ${i}`
    const { id } = await retried(() => create(statement))
    committed[id] = 1
    aborted.push(await retried(() => createAndAbort(statement)))
    await retried(() => update(id, { statement: `${statement} edited`, _status: 'published' }))
    await retried(() => updateAndAbort(id))
    committed[id] += 1
    if (i % 2 === 0) {
      await retried(() => update(id, { _status: 'draft' }))
      committed[id] += 1
    }
  }
}

/** All processes edit one document: on MongoDB many of these meet another one and fail. */
async function writeShared(): Promise<void> {
  for (let i = 0; i < 20; i++) {
    try {
      await update(shared, { statement: `${name} was here ${i}`, _status: 'published' })
      committed[shared] = (committed[shared] ?? 0) + 1
    } catch {
      // Aborted by the database, and so without an entry.
    }
  }
}

function create(statement: string, transactionID?: string) {
  const data = { statement, _status: 'published' as const }
  return payload.create({ collection: 'claims', data, req: { transactionID } })
}

function update(id: string, data: object, transactionID?: string) {
  return payload.update({ collection: 'claims', id, data, req: { transactionID } })
}

async function createAndAbort(statement: string): Promise<string> {
  const transactionID = (await payload.db.beginTransaction()) as string
  const { id } = await create(`${statement} aborted`, transactionID).finally(() =>
    payload.db.rollbackTransaction(transactionID),
  )
  return id
}

async function updateAndAbort(id: string): Promise<void> {
  const transactionID = (await payload.db.beginTransaction()) as string
  await update(id, { statement: 'aborted', _status: 'published' }, transactionID).finally(() =>
    payload.db.rollbackTransaction(transactionID),
  )
}

/** Slugs are looked up, so that writers of other documents can meet too. */
async function retried<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write()
    } catch (error) {
      if (attempt === 50) throw error
      await sleep(Math.random() * 5 * attempt)
    }
  }
}
