import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DatabaseBusyError } from '../../../src/cms/database/single-writer/busy.ts'
import type { Limits } from '../../../src/cms/database/single-writer/limits.ts'
import {
  openSingleWriter,
  type SingleWriter,
} from '../../../src/cms/database/single-writer/single-writer.ts'
import { runProgram } from '../../support/program.ts'

async function openDatabase(limits?: Partial<Limits>): Promise<SingleWriter & { file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'handbill-writer-'))
  const file = join(folder, 'content.db')
  const client = await openSingleWriter(file, limits)
  onTestFinished(async () => {
    await client.end()
    await rm(folder, { recursive: true, force: true })
  })
  await client.execute(
    'CREATE TABLE notes (id INTEGER PRIMARY KEY, of INTEGER REFERENCES notes(id))',
  )
  return Object.assign(client, { file })
}

const insert = (id: number) => ({ sql: 'INSERT INTO notes (id) VALUES (?)', args: [id] })

async function idsOf(client: Pick<SingleWriter, 'execute'>): Promise<number[]> {
  const { rows } = await client.execute('SELECT id FROM notes ORDER BY id')
  return rows.map((row) => Number(row.id))
}

describe('transactions', () => {
  test('in any interleaving none overlap, and exactly what was acknowledged is kept', async () => {
    const client = await openDatabase()
    const write = fc.record({
      kind: fc.constantFrom('plain', 'batch', 'commit', 'rollback', 'mistake', 'refused', 'close'),
      before: fc.nat(3),
      between: fc.nat(3),
    })
    let id = 0
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 12 }), async (writes) => {
        await client.execute('DELETE FROM notes')
        const kept: number[] = []
        let open = 0
        const inTransaction = async (kind: string, between: number) => {
          const transaction = await client.transaction()
          expect(++open).toBe(1)
          const [first, second] = [++id, ++id]
          try {
            await transaction.execute(insert(first))
            for (let i = 0; i < between; i++) await pause()
            if (kind === 'mistake') await transaction.execute('INSERT INTO nowhere VALUES (1)')
            if (kind === 'refused') await transaction.batch(belongsToNothing(second))
            else await transaction.execute(insert(second))
            open--
            if (kind === 'rollback') return await transaction.rollback()
            if (kind === 'close') return transaction.close()
            await transaction.commit()
            kept.push(first, second)
          } catch {
            if (kind === 'mistake') open--
            await transaction.rollback()
          }
        }
        await Promise.all(
          writes.map(async ({ kind, before, between }) => {
            for (let i = 0; i < before; i++) await pause()
            if (kind === 'plain' || kind === 'batch') {
              const mine = ++id
              await (kind === 'plain' ? client.execute(insert(mine)) : client.batch([insert(mine)]))
              kept.push(mine)
            } else await inTransaction(kind, between)
          }),
        )
        expect(await idsOf(client)).toEqual(kept.toSorted((a, b) => a - b))
      }),
      { numRuns: 60 },
    )
  })

  test('a commit that fails says so, keeps nothing, and lets the next one write', async () => {
    const client = await openDatabase()
    const transaction = await client.transaction()
    await transaction.batch([insert(1), ...belongsToNothing(2)])
    await expect(transaction.commit()).rejects.toThrow('FOREIGN KEY')
    await client.execute(insert(3))
    expect(await idsOf(client)).toEqual([3])
  })

  test('what has ended takes nothing more, and ending it twice is nothing', async () => {
    const client = await openDatabase()
    const transaction = await client.transaction()
    await transaction.commit()
    await expect(transaction.execute(insert(1))).rejects.toThrow('has ended')
    await expect(transaction.commit()).rejects.toThrow('has ended')
    const next = await client.transaction()
    await transaction.rollback()
    transaction.close()
    await next.execute(insert(2))
    await next.commit()
    expect(await idsOf(client)).toEqual([2])
  })

  test('one that nobody ends is taken back, and its owner is told', async () => {
    const client = await openDatabase({ lifetime: 20 })
    const forgotten = await client.transaction()
    await forgotten.execute(insert(1))
    await client.execute(insert(2))
    await expect(forgotten.execute(insert(3))).rejects.toThrow('was open for 0.02 s')
    await expect(forgotten.commit()).rejects.toThrow('was taken back')
    expect(await idsOf(client)).toEqual([2])
  })

  test('one that has no hurry is not taken back, and waits for whoever writes', async () => {
    const client = await openDatabase({ lifetime: 20, patience: 20 })
    const other = createClient({ url: `file:${client.file}` })
    onTestFinished(() => other.close())
    await other.execute('BEGIN IMMEDIATE')
    const made = client.unhurried(async () => {
      await client.execute(insert(1))
      const transaction = await client.transaction()
      await sleep(60)
      await transaction.execute(insert(2))
      await transaction.commit()
    })
    await sleep(60)
    await other.execute('COMMIT')
    await made
    expect(await idsOf(client)).toEqual([1, 2])

    const hurried = await client.transaction()
    await sleep(60)
    await expect(hurried.commit()).rejects.toThrow('was taken back')
  })

  test('a long one lets others be heard between its statements', async () => {
    const database = await openDatabase()
    let heard = 0
    const listening = setInterval(() => heard++, 1)
    const transaction = await database.transaction()
    const until = performance.now() + 300
    while (performance.now() < until) await transaction.execute('SELECT 1')
    await transaction.rollback()
    while (performance.now() < until + 300) await database.execute('SELECT 1')
    clearInterval(listening)
    expect(heard).toBeGreaterThan(5)
  })

  test('readers see what is committed, and never wait', async () => {
    const client = await openDatabase()
    const transaction = await client.transaction()
    await transaction.execute(insert(1))
    expect(await idsOf(client)).toEqual([])
    expect(await idsOf(transaction)).toEqual([1])
    await transaction.commit()
    expect(await idsOf(client)).toEqual([1])
  })

  test('a statement that begins as a reading one and writes waits for its turn', async () => {
    const client = await openDatabase()
    const transaction = await client.transaction()
    await transaction.execute(insert(1))
    const sql = 'WITH next AS (SELECT 2 AS id) INSERT INTO notes (id) SELECT id FROM next'
    const written = client.execute(sql)
    await transaction.commit()
    await written
    expect(await idsOf(client)).toEqual([1, 2])
  })
})

describe('a turn that does not come', () => {
  test('is given up with a clear error, and the queue behind goes on', async () => {
    const client = await openDatabase({ patience: 50 })
    const holder = await client.transaction()
    await expect(client.execute(insert(1))).rejects.toThrow(DatabaseBusyError)
    await expect(client.transaction()).rejects.toMatchObject({ status: 503 })

    const behind = client.execute(insert(2))
    await holder.commit()
    await behind
    expect(await idsOf(client)).toEqual([2])
  })

  test('is not taken later by the one that gave it up', async () => {
    const client = await openDatabase({ patience: 50 })
    const holder = await client.transaction()
    const late = await Promise.allSettled([1, 2, 3].map((id) => client.execute(insert(id))))
    expect(late.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    await holder.rollback()
    await client.execute(insert(4))
    expect(await idsOf(client)).toEqual([4])
  })

  test('because of another process is waited for', async () => {
    const client = await openDatabase()
    const other = createClient({ url: `file:${client.file}` })
    onTestFinished(() => other.close())
    await other.execute('BEGIN IMMEDIATE')
    const written = client.execute(insert(1))
    const transaction = client.transaction()
    await pause()
    await other.execute('COMMIT')
    await written
    await (await transaction).commit()
    expect(await idsOf(client)).toEqual([1])
  })

  test('because of another process is given up in the end', async () => {
    const client = await openDatabase({ patience: 50 })
    const other = createClient({ url: `file:${client.file}` })
    onTestFinished(() => other.close())
    await other.execute('BEGIN IMMEDIATE')
    await expect(client.transaction()).rejects.toThrow(DatabaseBusyError)
    await expect(client.execute(insert(1))).rejects.toThrow(DatabaseBusyError)
    await other.execute('ROLLBACK')
    await client.execute(insert(2))
    expect(await idsOf(client)).toEqual([2])
    expect(await idsOf(other)).toEqual([2])
  })
})

test('two processes that write at once lose nothing of what either was told', async () => {
  const one = await openDatabase()
  const other = await openSingleWriter(one.file)
  onTestFinished(() => other.end())
  const writes = Array.from({ length: 100 }, async (_, n) => {
    const client = n % 2 ? one : other
    if (n % 4 < 2) return client.execute(insert(n))
    const transaction = await client.transaction()
    await pause()
    await transaction.execute(insert(n))
    return transaction.commit()
  })
  await Promise.all(writes)
  const third = createClient({ url: `file:${one.file}` })
  onTestFinished(() => third.close())
  expect(await idsOf(third)).toHaveLength(100)
})

test('a process that writes without a pause does not keep another from its turn', async () => {
  const client = await openDatabase({ patience: 2000 })
  const program = 'test/cms/database/programs/busy-writer.ts'
  const busy = runProgram(process.cwd(), program, {}, [client.file], ['--import', 'tsx'])
  onTestFinished(async () => {
    busy.send('SIGKILL')
    await busy.ended
  })
  await busy.printed(/writing/)
  for (let id = -10; id < 0; id++) await client.execute(insert(id))
  expect((await idsOf(client)).filter((id) => id < 0)).toHaveLength(10)
})

test('the end waits for the write that is under way', async () => {
  const client = await openDatabase()
  const transaction = await client.transaction()
  await transaction.execute(insert(1))
  const ended = client.end()
  await transaction.commit()
  await ended
  expect(client.closed).toBe(true)
  const later = await openSingleWriter(client.file)
  expect(await idsOf(later)).toEqual([1])
  await later.end()
})

/** A row whose parent is not there, which is found out at the commit. */
const belongsToNothing = (id: number) => [
  'PRAGMA defer_foreign_keys = ON',
  { sql: 'INSERT INTO notes (id, of) VALUES (?, 0)', args: [id] },
]

const pause = () => new Promise((resolve) => setImmediate(resolve))

test('the version differs after every write, of this process or another', async () => {
  const client = await openDatabase()
  const first = await client.version()
  expect(await client.version()).toBe(first)
  await client.execute(insert(1))
  const second = await client.version()
  const other = createClient({ url: `file:${client.file}` })
  await other.execute(insert(2))
  other.close()
  expect(new Set([first, second, await client.version()]).size).toBe(3)
})

test('a query that is kept sees what was written since', async () => {
  const client = await openDatabase()
  for (const id of [1, 2, 3]) {
    await client.execute(insert(id))
    expect((await idsOf(client)).length).toBe(id)
  }
})
