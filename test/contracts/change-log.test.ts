import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../src/changes/change.ts'
import type { ChangeLog } from '../../src/changes/change-log.ts'
import { changeLogOf } from '../../src/cms/changes/change-log.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
let log: ChangeLog
let seen = 0
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
  log = changeLogOf(service.payload)?.log as ChangeLog
})
afterAll(() => service.stop())
beforeEach(async () => {
  seen = await log.latest()
})

/** What the log has gained since the last look, or since the test began. */
async function news(): Promise<Change[]> {
  const changes = await log.readAfter(seen, 1000)
  seen = changes.at(-1)?.sequence ?? seen
  return changes
}
const kinds = async () => (await news()).map(({ kind }) => kind)

type Made = { id: string; slug: string }
const make = async (data: object, collection = 'claims'): Promise<Made> =>
  (await admin.post(`/api/${collection}`, data)).body.doc
const makePublished = async (statement: string): Promise<Made> => {
  const made = await make({ statement, _status: 'published' })
  await news()
  return made
}
const patch = async (id: string, data: object, query = '') => {
  const { status, text } = await admin.patch(`/api/claims/${id}${query}`, data)
  expect(status, text).toBe(200)
}

describe('an entry is appended when', () => {
  test('a document is created published', async () => {
    const { id } = await make({ statement: 'Rents rise', _status: 'published' })
    expect(await news()).toEqual([
      {
        sequence: seen,
        collection: 'claims',
        id,
        revision: 1,
        slug: 'rents-rise',
        kind: 'published',
        locales: ['en'],
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ])
  })

  test('a draft is published', async () => {
    const { id } = await make({ statement: 'First a draft' })
    expect(await kinds()).toEqual([])
    await patch(id, { _status: 'published' })
    expect(await kinds()).toEqual(['published'])
  })

  test('something published is edited', async () => {
    const { id } = await makePublished('To edit')
    await patch(id, { statement: 'Edited', _status: 'published' })
    expect(await news()).toMatchObject([{ id, kind: 'updated', locales: ['en'] }])
  })

  test('a newer draft of it is published', async () => {
    const { id } = await makePublished('To draft')
    await patch(id, { statement: 'Newer' }, '?draft=true')
    expect(await kinds()).toEqual([])
    await patch(id, { _status: 'published' })
    expect(await kinds()).toEqual(['updated'])
  })

  test('a translation is added, naming its language alone', async () => {
    const { id } = await makePublished('To translate')
    await patch(id, { statement: 'Traducido', _status: 'published' }, '?locale=es')
    expect(await news()).toMatchObject([{ kind: 'updated', locales: ['es'] }])
  })

  test('a value for all languages changes, naming those the document exists in', async () => {
    const { id } = await makePublished('Figures')
    await patch(id, { statement: 'Cifras', _status: 'published' }, '?locale=es')
    await news()
    await patch(id, { figures: [{ value: 7 }], _status: 'published' })
    expect(await news()).toMatchObject([{ kind: 'updated', locales: ['en', 'es'] }])
  })

  test('it is unpublished', async () => {
    const { id, slug } = await makePublished('To unpublish')
    await patch(id, { _status: 'draft' })
    expect(await news()).toMatchObject([{ id, slug, kind: 'unpublished', digest: null }])
  })

  test('it is put into the trash, and comes back', async () => {
    const { id } = await makePublished('To bin')
    await patch(id, { deletedAt: new Date().toISOString() })
    expect(await kinds()).toEqual(['deleted'])
    await patch(id, { deletedAt: null, _status: 'published' }, '?trash=true')
    expect(await kinds()).toEqual(['published'])
  })

  test('it is deleted for good', async () => {
    const { id, slug } = await makePublished('To delete')
    await admin.delete(`/api/claims/${id}`)
    expect(await news()).toMatchObject([{ id, slug, kind: 'deleted', locales: ['en'] }])
  })

  test('its slug changes, under the new name', async () => {
    const { id } = await makePublished('To rename')
    await patch(id, { slug: 'renamed', _status: 'published' })
    expect(await news()).toMatchObject([{ id, slug: 'renamed', kind: 'updated' }])
  })

  test('a claim is retracted; a correction of it is an update', async () => {
    const { id } = await makePublished('Wrong')
    await patch(id, { verification: { status: 'retracted', note: 'Wrong.' }, _status: 'published' })
    expect(await kinds()).toEqual(['retracted'])
    await patch(id, {
      verification: { status: 'retracted', note: 'Miscounted' },
      _status: 'published',
    })
    expect(await kinds()).toEqual(['updated'])
  })

  test('an older version is restored', async () => {
    const { id } = await makePublished('Original')
    await patch(id, { statement: 'Changed', _status: 'published' })
    const { docs } = (
      await admin.get(
        `/api/claims/versions?where[parent][equals]=${id}&where[version.statement][equals]=Original`,
      )
    ).body
    await news()
    const { status } = await admin.post(`/api/claims/versions/${docs[0].id}`)
    expect(status).toBe(200)
    expect(await kinds()).toEqual(['updated'])
  })

  test('many are changed at once, each one', async () => {
    const made = [await makePublished('Bulk A'), await makePublished('Bulk B')]
    const ids = made.map(({ id }) => id)
    const where = ids.map((id, i) => `where[id][in][${i}]=${id}`).join('&')
    await admin.patch(`/api/claims?${where}`, { figures: [{ value: 1 }], _status: 'published' })
    const changes = await news()
    expect(changes.map(({ kind }) => kind)).toEqual(['updated', 'updated'])
    expect(new Set(changes.map(({ id }) => id))).toEqual(new Set(ids))
    await admin.delete(`/api/claims?${where}`)
    expect(await kinds()).toEqual(['deleted', 'deleted'])
  })

  test('it is written over GraphQL', async () => {
    const { id } = await makePublished('By GraphQL')
    const mutation = `mutation { updateClaim(id: "${id}", data: { statement: "Q", _status: published }) { id } }`
    const { body } = await admin.graphql(mutation)
    expect(body.errors).toBeUndefined()
    expect(await kinds()).toEqual(['updated'])
  })

  test('it is written through the Local API', async () => {
    const { id } = await service.payload.create({
      collection: 'claims',
      data: { statement: 'Local', _status: 'published' },
    })
    await service.payload.delete({ collection: 'claims', id })
    expect(await kinds()).toEqual(['published', 'deleted'])
  })

  test('a job publishes it at the set time', async () => {
    const { id } = await make({ statement: 'Later' })
    await service.payload.jobs.queue({
      task: 'schedulePublish',
      input: { type: 'publish', doc: { relationTo: 'claims', value: id } },
    })
    await service.payload.jobs.run()
    expect(await news()).toMatchObject([{ id, kind: 'published' }])
  })

  test('it is written to the database directly, as a hook might', async () => {
    const { id } = await makePublished('Directly')
    await service.payload.db.updateOne({ collection: 'claims', id, data: { slug: 'direct' } })
    expect(await news()).toMatchObject([{ id, slug: 'direct', kind: 'updated' }])
    await service.payload.db.deleteMany({ collection: 'claims', where: { id: { equals: id } } })
    expect(await news()).toMatchObject([{ id, kind: 'deleted' }])
  })

  test('a document without drafts is created, changed and deleted', async () => {
    const file = {
      data: Buffer.from(pixel, 'base64'),
      mimetype: 'image/png',
      name: 'a.png',
      size: 68,
    }
    const { id } = await service.payload.create({ collection: 'media', data: { alt: 'A' }, file })
    await service.payload.update({ collection: 'media', id, data: { alt: 'B' } })
    await service.payload.delete({ collection: 'media', id })
    expect(await kinds()).toEqual(['published', 'updated', 'deleted'])
  })
})

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

describe('no entry is appended by', () => {
  test('drafts, autosaves, and the end of a document that was never public', async () => {
    const { id } = await make({ statement: 'A draft' })
    await patch(id, { statement: 'Still one' }, '?draft=true')
    await patch(id, { statement: 'Autosaved' }, '?draft=true&autosave=true')
    await patch(id, { deletedAt: new Date().toISOString() })
    await admin.delete(`/api/claims/${id}?trash=true`)
    expect(await news()).toEqual([])
  })

  test('the end of a document that has been unpublished before', async () => {
    const { id } = await makePublished('Twice gone')
    await patch(id, { _status: 'draft' })
    await news()
    await admin.delete(`/api/claims/${id}`)
    expect(await news()).toEqual([])
  })

  test('what readers cannot see: accounts and partners', async () => {
    await service.payload.create({
      collection: 'partners',
      data: { name: 'P', contact: 'p@example.org' },
    })
    expect(await news()).toEqual([])
  })

  test('a write that is aborted', async () => {
    const { hooks } = service.payload.collections.claims.config
    const fail = () => {
      throw new Error('the hook fails')
    }
    hooks.afterChange.push(fail)
    const { status } = await admin.post('/api/claims', { statement: 'No', _status: 'published' })
    hooks.afterChange = hooks.afterChange.filter((hook) => hook !== fail)
    expect(status).toBe(500)
    expect(await news()).toEqual([])
  })
})

test('a document that is changed several times in one transaction has one entry', async () => {
  const { db } = service.payload
  const transactionID = (await db.beginTransaction()) as string
  const req = { transactionID }
  const { id } = await service.payload.create({
    collection: 'claims',
    data: { statement: 'One', _status: 'published' },
    req,
  })
  await service.payload.update({
    collection: 'claims',
    id,
    data: { statement: 'Two', _status: 'published' },
    req,
  })
  await db.commitTransaction(transactionID)
  expect(await news()).toMatchObject([{ id, kind: 'published' }])
})

test('the digest is of what a reader gets, in canonical form', async () => {
  const { id } = await make({ statement: 'Digest', _status: 'published' })
  const { body } = await service.reader.get(`/api/claims/${id}?depth=0&locale=all`)
  const digest = createHash('sha256')
    .update(String(canonicalize(body)))
    .digest('hex')
  expect((await news())[0]?.digest).toBe(digest)
})

test('every entry has its place, without gaps, and none is earlier than the one ahead', async () => {
  const all = await log.readAfter(0, 10_000)
  expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, i) => i + 1))
  expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted())
})

test('what was public before there was a log is appended, once', async () => {
  const before = await log.readAfter(0, 10_000)
  const isPublic = new Set<string>()
  for (const { id, kind } of before) {
    if (kind === 'unpublished' || kind === 'deleted') isPublic.delete(id)
    else isPublic.add(id)
  }
  // A database from before the log: none of its documents is in it, and nothing says so.
  const collection = 'changes' as 'claims'
  await service.payload.db.deleteMany({ collection, where: {} })
  await service.payload.kv.clear()
  const { catchUp } = changeLogOf(service.payload) ?? {}
  await catchUp?.(() => false)
  const after = await log.readAfter(0, 10_000)
  expect(new Set(after.map(({ id }) => id))).toEqual(isPublic)
  expect(after.length).toBe(isPublic.size)
  expect(after.every(({ kind }) => kind === 'published' || kind === 'retracted')).toBe(true)

  await catchUp?.(() => false)
  expect(await log.latest()).toBe(after.length)
})
