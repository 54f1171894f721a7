import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Db, MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { checkArchive } from '../../src/backup/archive/read-archive.ts'
import { makeBackup } from '../../src/backup/make-backup.ts'
import { openPlace } from '../../src/backup/place/place.ts'
import { restoreBackup } from '../../src/backup/restore-backup.ts'
import { changeLogOf } from '../../src/cms/changes/change-log.ts'
import { createService } from '../../src/service.ts'
import type { DatabaseSettings, Settings } from '../../src/settings.ts'
import { type Copy, catchUp, digestOf, publicCopy } from '../support/copies.ts'
import { freshDatabase } from '../support/databases.ts'
import { addEveryKind, type EveryKind } from '../support/every-kind.ts'
import { makePartner, type TestPartner } from '../support/partner.ts'
import { passwordOf } from '../support/quick-passwords.ts'
import { type Client, startBeside, startService, type TestService } from '../support/service.ts'

let service: TestService
let folder: string
let made: EveryKind
let partner: TestPartner

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handbill-drill-'))
  service = await startService()
  made = await addEveryKind(service)
  partner = await makePartner(service)
})
afterAll(async () => {
  await service?.stop()
  await rm(folder, { recursive: true, force: true })
})

let count = 0
const place = (database: (folder: string) => DatabaseSettings): Settings => {
  const dataDir = join(folder, `place-${++count}`)
  return { ...service.settings, dataDir, database: database(dataDir) }
}
const onSqlite = () => place((dir) => ({ kind: 'sqlite', file: join(dir, 'content.db') }))
async function onMongodb() {
  const { drop, url } = await freshDatabase()
  onTestFinished(drop)
  return place(() => ({ kind: 'mongodb', url, allowStandalone: false }))
}

async function backUp(settings: Settings) {
  const file = join(folder, `backup-${++count}.tar.gz`)
  await makeBackup(settings, file, { keys: false })
  return { file, manifest: await checkArchive(file) }
}

/** A server on a place, until the test has finished. */
async function serve(settings: Settings): Promise<TestService> {
  const started = await startBeside({ ...service, settings })
  onTestFinished(started.stop)
  return started
}

/** Edits a published claim, and makes others, until it is told to stop. */
function keepWriting() {
  let isOver = false
  let edits = 0
  const written = (async () => {
    const admin = await service.as('admin')
    while (!isOver) {
      const statement = `Edit ${++edits}`
      const [edited, added] = await Promise.all([
        admin.patch(`/api/claims/${made.claim}`, { statement, _status: 'published' }),
        admin.post('/api/claims', { statement, _status: 'published' }),
      ])
      expect([edited.status, added.status]).toEqual([200, 201])
    }
  })()
  return {
    edits: () => edits,
    async stop() {
      isOver = true
      await written
    },
  }
}

/** With the account and the password of before. */
async function signIn({ reader, with: withHeaders }: TestService): Promise<Client> {
  const credentials = { email: 'admin@example.org', password: passwordOf('admin') }
  const { body, text } = await reader.post('/api/users/login', credentials)
  expect(body?.token, text).toBeDefined()
  return withHeaders({ Authorization: `JWT ${body.token}` })
}

/** What is asked of a place by readers, a partner and an editor. */
async function readAll(restored: TestService) {
  const { reader } = restored
  const paths = [
    '/api/campaigns/everything/bundle?locale=es',
    '/api/campaigns/slug/old-name',
    '/api/claims/slug/gone',
    `/api/claims/${made.claim}/revisions/1`,
    `/api/claims/${made.claim}/timemap`,
    '/api/media/file/report.png',
    '/campaigns/everything',
  ]
  const admin = await signIn(restored)
  const answers = await Promise.all(paths.map((path) => reader.get(path)))
  const versions = await admin.get(
    `/api/claims/versions?where[parent][equals]=${made.claim}&limit=100&depth=0&locale=all&sort=createdAt`,
  )
  const drafts = await admin.get('/api/resources?depth=0&draft=true&locale=all&sort=id&limit=100')
  const known = await restored
    .with({ Authorization: `partners API-Key ${partner.key}` })
    .get('/api/claims?limit=1')
  return {
    answers: answers.map(({ status, text }) => ({ status, text })),
    // What has no value is null on one database, and left out on the other.
    versions: withoutNulls(versions.body.docs),
    drafts: withoutNulls(drafts.body.docs),
    partner: known.headers.get('ratelimit-policy') !== null && known.status,
  }
}

const withoutNulls = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => one ?? undefined))

test('a server that is written to is restored on SQLite, and from there on MongoDB', {
  timeout: 180_000,
}, async () => {
  const early: Copy = new Map()
  const token = await catchUp(service.reader, early)

  const writing = keepWriting()
  await expect.poll(writing.edits).toBeGreaterThan(3)
  const first = await backUp(service.settings)
  const editsAtBackup = writing.edits()
  await expect.poll(writing.edits).toBeGreaterThan(editsAtBackup + 2)
  await writing.stop()
  const late = await catchUp(service.reader, new Map())

  expect((await stat(first.file)).mode & 0o777).toBe(0o600)
  expect(await readdir(service.settings.dataDir)).toEqual(['media'])

  const sqlite = onSqlite()
  const unchanged = { keys: [], reshaped: 0 }
  expect(await restoreBackup(sqlite, first.file, first.manifest)).toEqual(unchanged)
  const second = await backUp(sqlite)
  const mongodb = await onMongodb()
  expect(await restoreBackup(mongodb, second.file, second.manifest)).toEqual(unchanged)
  const third = await backUp(mongodb)

  // Nothing is lost or changed on the way there and back.
  const stated = ({ parts, public: seen, sequence }: typeof first.manifest) => ({
    parts,
    seen,
    sequence,
  })
  expect(stated(second.manifest)).toEqual(stated(first.manifest))
  expect(stated(third.manifest)).toEqual(stated(first.manifest))

  // What the log said at that moment is what the public reads now.
  const log = changeLogOf(service.payload)?.log
  const entries = (await log?.readAfter(0, 100_000)) ?? []
  const expected = new Map<string, string>()
  for (const { collection, digest, id, sequence } of entries) {
    if (sequence > first.manifest.sequence) break
    if (digest) expected.set(`${collection}/${id}`, digest)
    else expected.delete(`${collection}/${id}`)
  }
  const [onOne, onOther] = [await serve(sqlite), await serve(mongodb)]
  for (const restored of [onOne, onOther]) {
    const copy = await publicCopy(restored.reader)
    expect(new Map([...copy].map(([key, text]) => [key, digestOf(text)]))).toEqual(expected)

    // A partner goes on with the token of before; one of after belongs to another history.
    const partners = new Map(early)
    const next = await catchUp(restored.reader, partners, token)
    expect(partners).toEqual(copy)
    expect(await catchUp(restored.reader, new Map(), late)).toBeUndefined()
    const admin = await signIn(restored)
    const added = await admin.post('/api/claims', { statement: 'After', _status: 'published' })
    expect(added.status, added.text).toBe(201)
    await catchUp(restored.reader, partners, next)
    expect(partners).toEqual(await publicCopy(restored.reader))
    await admin.delete(`/api/claims/${added.body.doc.id}`)
  }
  const read = await readAll(onOne)
  expect(await readAll(onOther)).toEqual(read)
  expect(read.answers.map(({ status }) => status)).toEqual([200, 308, 410, 200, 200, 200, 200])
  expect(read.partner).toBe(200)
  expect(await readFile(join(mongodb.dataDir, 'media/report.png'))).toEqual(
    await readFile(join(service.settings.dataDir, 'media/report.png')),
  )
})

test('a restore that fails leaves nothing, and what a killed one has left is cleared away', async () => {
  const { file, manifest } = await backUp(service.settings)
  const [sqlite, mongodb] = [onSqlite(), await onMongodb()]
  for (const settings of [sqlite, mongodb]) {
    const other = { ...manifest, public: { ...manifest.public, rows: 1 } }
    await expect(restoreBackup(settings, file, other)).rejects.toThrow('What the public reads')
    expect(await readdir(settings.dataDir)).toEqual([])
  }

  // As it is between moving the files and the end.
  for (const { dataDir } of [sqlite, mongodb]) {
    await mkdir(join(dataDir, '.restoring'))
    await writeFile(join(dataDir, '.restoring/whole'), '')
    await mkdir(join(dataDir, 'media'))
    await writeFile(join(dataDir, 'media/report.png'), 'half')
  }
  await inDatabase(mongodb, async (db) => {
    await marksIn(db).insertOne({ _id: 'restore' })
    await db.collection('claims').insertOne({ statement: 'Half' })
  })
  await expect(createService(mongodb)).rejects.toThrow(
    'a restore of this database has not come to its end',
  )

  // The mark is taken away at the end, and not with what is cleared.
  await inDatabase(mongodb, async (db) => {
    const gone = db.watch([{ $match: { operationType: 'delete', 'documentKey._id': 'restore' } }])
    const left = gone.next().then(() => db.collection('claims').countDocuments())
    await restoreBackup(mongodb, file, manifest)
    expect(await left).toBeGreaterThan(1)
    await gone.close()
  })
  await restoreBackup(sqlite, file, manifest)
  for (const settings of [sqlite, mongodb]) {
    await expect(restoreBackup(settings, file, manifest)).rejects.toThrow(/already.*empty place/)
    expect((await backUp(settings)).manifest.parts).toEqual(manifest.parts)
  }
})

test('a restore that another one has taken over from writes and clears nothing more', async () => {
  const settings = await onMongodb()
  const place = await openPlace(settings)
  await inDatabase(settings, async (db) => {
    await marksIn(db).updateMany({}, { $set: { by: 'another' } })
    await db.collection('claims').insertOne({ statement: 'Its own' })
    const late = 'another restore has taken over'
    const part = { of: 'documents', collection: 'claims', name: 'documents/claims' } as const
    await expect(place.store.write(part, [])).rejects.toThrow(late)
    await expect(place.finish()).rejects.toThrow(late)
    await place.close()
    expect(await db.collection('claims').countDocuments()).toBe(1)
    expect(await marksIn(db).countDocuments()).toBe(2)
  })
})

const marksIn = (db: Db) => db.collection<{ _id: string }>('restore-under-way')

async function inDatabase({ database }: Settings, use: (db: Db) => Promise<void>): Promise<void> {
  const client = new MongoClient((database as { url: string }).url)
  await use(client.db()).finally(() => client.close())
}
