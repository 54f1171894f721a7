import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Change, isTombstone } from '../../src/changes/change.ts'
import type { ChangeLog } from '../../src/changes/change-log.ts'
import { changeLogOf } from '../../src/cms/changes/change-log.ts'
import { compact } from '../../src/cms/changes/compact.ts'
import { startService, type TestService } from '../support/service.ts'

const retention = { history: 7, tombstones: 90 }
const inDays = (days: number) => Date.now() + days * 24 * 60 * 60 * 1000

let service: TestService
let log: ChangeLog
beforeAll(async () => {
  service = await startService()
  log = changeLogOf(service.payload)?.log as ChangeLog
})
afterAll(() => service.stop())

const all = () => log.readAfter(0, 1000)
const create = async (statement: string) =>
  (
    await service.payload.create({
      collection: 'claims',
      data: { statement, _status: 'published' },
    })
  ).id
const update = (id: string, data: object) =>
  service.payload.update({ collection: 'claims', id, data })
const edit = (id: string, statement: string) => update(id, { statement, _status: 'published' })

/** What somebody who follows from the start ends with. */
const outcome = (changes: Change[]) =>
  Object.fromEntries(changes.map(({ id, kind, digest, slug }) => [id, { kind, digest, slug }]))

const latestEach = (changes: Change[]) => new Set(changes.map(({ id }) => id)).size

test('the log folds to what followers need, and each later step of it', async () => {
  const kept = await create('Kept')
  const renamed = await create('Renamed')
  const gone = await create('Gone')
  for (let i = 0; i < 5; i++) for (const id of [kept, renamed, gone]) await edit(id, `Edit ${i}`)
  await update(renamed, { slug: 'under-a-new-name', _status: 'published' })
  await service.payload.delete({ collection: 'claims', id: gone })
  await edit(kept, 'The last word')
  const before = await all()

  // Nothing is old enough yet.
  expect(await compact(service.payload, retention)).toBe(0)
  expect(await all()).toEqual(before)

  await compact(service.payload, retention, inDays(8))
  const folded = await all()
  expect(outcome(folded)).toEqual(outcome(before))
  // One for each document, and one for the name that readers knew another one by.
  expect(folded.length).toBe(latestEach(before) + 1)
  expect(
    folded.every((change) => before.some(({ sequence }) => sequence === change.sequence)),
  ).toBe(true)
  expect(await log.latestNamed('claims', 'renamed')).toMatchObject({
    id: renamed,
    slug: 'under-a-new-name',
  })
  expect(await log.latestNamed('claims', 'gone')).toMatchObject({ id: gone, kind: 'deleted' })
  expect(await log.horizon()).toBe(0)

  await compact(service.payload, retention, inDays(91))
  const later = await all()
  expect(later.some(isTombstone)).toBe(false)
  expect(await log.latestNamed('claims', 'gone')).toBeUndefined()
  const tombstone = before.find(isTombstone)
  expect(await log.horizon()).toBe(tombstone?.sequence)

  const latest = await log.latest()
  expect(latest).toBe(before.at(-1)?.sequence)
  await edit(kept, 'Once more')
  expect((await log.readAfter(latest, 10)).map(({ sequence }) => sequence)).toEqual([latest + 1])
})

test('the newest entry stays, even an old tombstone: the next one counts on from it', async () => {
  const id = await create('The last one')
  await service.payload.delete({ collection: 'claims', id })
  const latest = await log.latest()
  await compact(service.payload, retention, inDays(1000))
  expect(await log.latest()).toBe(latest)
  await create('The next one')
  expect(await log.latest()).toBe(latest + 1)
})

test('a document whose tombstone was dropped can be published again', async () => {
  const id = await create('Back again')
  await update(id, { _status: 'draft' })
  await create('Something after it')
  await compact(service.payload, retention, inDays(1000))
  const latest = await log.latest()
  await update(id, { _status: 'published' })
  expect(await log.readAfter(latest, 10)).toMatchObject([{ id, kind: 'published' }])
})
