import type { BaseDatabaseAdapter } from 'payload'
import { expect, test } from 'vitest'
import { withKnownTotals } from '../../../src/cms/database/known-totals.ts'

type Args = { collection: string; limit?: number; page?: number; pagination?: boolean }

/** A database of `total` documents that tells how often it has counted them. */
function counting(total: number) {
  const database = { counts: 0, total, version: 0 }
  const find = async ({ pagination = true }: Args) => {
    if (pagination) database.counts++
    return { docs: [{}, {}], totalDocs: pagination ? database.total : 2 }
  }
  const adapter = { find } as unknown as { find(args: Args): Promise<{ totalDocs: number }> }
  withKnownTotals(adapter as unknown as BaseDatabaseAdapter, () => database.version)
  return { adapter, database }
}

const list = { collection: 'claims', limit: 2 }

test('a list is counted once, and again when something has been written', async () => {
  const { adapter, database } = counting(5)
  expect(await adapter.find(list)).toMatchObject({ totalDocs: 5 })
  expect(await adapter.find(list)).toMatchObject({ totalDocs: 5, totalPages: 3, nextPage: 2 })
  expect(database.counts).toBe(1)

  Object.assign(database, { total: 6, version: 1 })
  expect(await adapter.find(list)).toMatchObject({ totalDocs: 6 })
})

test('each list has a total of its own', async () => {
  const { adapter, database } = counting(5)
  await adapter.find(list)
  await adapter.find({ ...list, collection: 'demands' })
  await adapter.find({ ...list, where: { slug: { equals: 'a' } } } as Args)
  expect(database.counts).toBe(3)
})
