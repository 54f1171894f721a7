import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { checkArchive } from '../../src/backup/archive/read-archive.ts'
import { makeBackup } from '../../src/backup/make-backup.ts'
import { restoreBackup } from '../../src/backup/restore-backup.ts'
import { openBucket } from '../../src/media/bucket.ts'
import type { S3Settings, Settings } from '../../src/settings.ts'
import { type Bucket, startBucket } from '../support/bucket.ts'
import { picture, uploadForm } from '../support/picture.ts'
import { startBeside, startService, type TestService } from '../support/service.ts'

let bucket: Bucket
let service: TestService
let folder: string
let backup: string
let uploaded: Buffer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handbill-bucket-'))
  backup = join(folder, 'backup.tar.gz')
  bucket = await startBucket()
  service = await startService(bucket.env)
  const editor = await service.as('editor')
  const form = uploadForm(await picture(), 'a.png', { alt: 'x' })
  expect((await editor.post('/api/media', form)).status).toBe(201)
  uploaded = await served(service)
  await makeBackup(service.settings, backup, { keys: false })
})
afterAll(async () => {
  await service?.stop()
  await bucket.stop()
  await rm(folder, { recursive: true, force: true })
})

async function served({ url }: TestService): Promise<Buffer> {
  const response = await fetch(`${url}/api/media/file/a.png`)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
  return Buffer.from(await response.arrayBuffer())
}

/** Restores into a new place, and says where. */
async function restore(settings: Settings): Promise<Settings> {
  const dataDir = await mkdtemp(join(folder, 'place-'))
  const place = { ...settings, dataDir, database: { kind: 'sqlite' as const, file: '' } }
  place.database.file = join(dataDir, 'content.db')
  await restoreBackup(place, backup, await checkArchive(backup))
  return place
}

test('files of a bucket are in the backup, and restored to a disk or into a bucket', async () => {
  const { entries, media } = await checkArchive(backup)
  expect(media).toEqual({ kept: 'here', missing: [] })
  expect(entries.map(({ path }) => path)).toContain('media/media/a.png')

  const { s3: _, ...onDisk } = service.settings
  const { dataDir } = await restore(onDisk)
  expect(await readFile(join(dataDir, 'media/a.png'))).toEqual(uploaded)

  const kept = await openBucket(service.settings.s3 as S3Settings)
  onTestFinished(() => kept.close())
  const other = join(folder, 'other.png')
  await writeFile(other, 'another')
  await kept.put('a.png', other, 'image/png')
  await expect(restore(service.settings)).rejects.toThrow('another a.png is in pictures already')

  await kept.remove('a.png')
  const inBucket = await restore(service.settings)
  // Once more, with the file there.
  await restore(service.settings)
  expect(await readdir(inBucket.dataDir)).toEqual(['content.db'])
  const restored = await startBeside({ ...service, settings: inBucket }, bucket.env)
  onTestFinished(restored.stop)
  expect(await served(restored)).toEqual(uploaded)
})
