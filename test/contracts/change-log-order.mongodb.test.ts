import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '../../src/changes/change.ts'
import { orderAfterCommit } from '../../src/cms/changes/order/after-commit.ts'
import { startBeside, startService, type TestService } from '../support/service.ts'

const collection = 'changes' as CollectionSlug

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

let made = 0
/** An entry as the transaction of its change leaves it. */
const leavePending = (document = `document ${++made}`, revision = 1, transactionID?: string) =>
  service.payload.db.create({
    collection,
    req: { transactionID },
    data: {
      pending: true,
      of: 'claims',
      document,
      revision,
      kind: 'published',
      locales: [],
      at: new Date().toISOString(),
      state: { locales: {}, retracted: false },
    },
  })

test('an entry whose server died before it had a place gets one from another server', async () => {
  const order = orderAfterCommit(service.payload)
  const before = await order.latest()
  await leavePending('left behind')
  const beside = await startBeside(service)
  const found = await order.readAfter(before, 10)
  expect(found).toMatchObject([{ id: 'left behind', sequence: before + 1 }])
  await beside.stop()
})

test('changes of one document keep their order, in whatever order they are found', async () => {
  const order = orderAfterCommit(service.payload)
  const before = await order.latest()
  // All there at once: a revision is committed only after those before it.
  const transactionID = (await service.payload.db.beginTransaction()) as string
  for (const revision of [3, 1, 2]) await leavePending('in order', revision, transactionID)
  await service.payload.db.commitTransaction(transactionID)
  const places = await order.readAfter(before, 10)
  const entries = await service.payload.db.find<{ sequence: number; revision: number }>({
    collection,
    pagination: false,
    sort: 'sequence',
    where: { document: { equals: 'in order' } },
  })
  expect(entries.docs.map(({ revision }) => revision)).toEqual([1, 2, 3])
  expect(places.map(({ sequence }) => sequence)).toEqual([1, 2, 3].map((n) => before + n))
})

test('many who give places at once give each number once, and leave out none', async () => {
  const orders = Array.from({ length: 6 }, () => orderAfterCommit(service.payload))
  const before = await (orders[0] as (typeof orders)[0]).latest()
  const read = orders.map((): Change[] => [])
  let isDone = false
  const reading = orders.map(async (order, i) => {
    const own = read[i] as Change[]
    while (!isDone || own.length < 240) {
      own.push(...(await order.readAfter(own.at(-1)?.sequence ?? before, 17)))
    }
  })
  for (let i = 0; i < 24; i++) await Promise.all(Array.from({ length: 10 }, () => leavePending()))
  isDone = true
  await Promise.all(reading)
  const numbers = Array.from({ length: 240 }, (_, i) => before + 1 + i)
  for (const own of read) {
    expect(own.map(({ sequence }) => sequence)).toEqual(numbers)
    expect(own).toEqual(read[0])
  }
})
