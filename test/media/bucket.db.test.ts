import { readdir } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Bucket, startBucket } from '../support/bucket.ts'
import { picture, uploadForm } from '../support/picture.ts'
import { startService, type TestService } from '../support/service.ts'

const wide = () =>
  sharp({ create: { width: 1600, height: 800, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()

let bucket: Bucket
const services: TestService[] = []
let here: Awaited<ReturnType<typeof start>>
let there: typeof here
beforeAll(async () => {
  bucket = await startBucket()
  here = await start()
  there = await start(bucket.env)
}, 120_000)
afterAll(async () => {
  for (const service of services) await service.stop()
  await bucket.stop()
})

async function start(env: Record<string, string> = {}) {
  const service = await startService(env)
  services.push(service)
  const editor = await service.as('editor')
  const upload = async (file: Uint8Array, name: string) => {
    const form = uploadForm(file, name, { alt: 'x' })
    const { body, status, text } = await editor.post('/api/media', form)
    expect(status, text).toBe(201)
    return body.doc
  }
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(new URL(path, service.url), { headers })
    const kept = Object.fromEntries(response.headers)
    delete kept.date
    delete kept['x-request-id']
    // It is of the document, of which each service has its own.
    if (kept.etag) kept.etag = 'there is one'
    const body = Buffer.from(await response.arrayBuffer())
    return { status: response.status, headers: kept, body }
  }
  return { editor, upload, get }
}

test('files in a bucket are served from the same addresses, with the same headers as from the disk', async () => {
  const file = await wide()
  const [mine, theirs] = [await here.upload(file, 'a.jpg'), await there.upload(file, 'a.jpg')]
  const { id: _a, createdAt: _b, updatedAt: _c, ...shown } = mine
  expect(theirs).toMatchObject(shown)
  expect(Object.keys(theirs).toSorted()).toEqual(Object.keys(mine).toSorted())

  for (const url of [mine.url, mine.sizes.small.url, mine.sizes.medium.url]) {
    for (const range of ['', 'bytes=10-19', 'bytes=99999999-']) {
      const headers = range ? { Range: range } : undefined
      expect(await there.get(url, headers)).toEqual(await here.get(url, headers))
    }
  }
  expect((await there.get('/api/media/file/none.jpg')).status).toBe(404)
  expect((await here.get('/api/media/file/none.jpg')).status).toBe(404)
})

test('what is deleted or replaced goes from the bucket', async () => {
  const { editor, upload, get } = there
  const doc = await upload(await wide(), 'to-be-replaced.jpg')
  const files = async () =>
    (await readdir(bucket.folder)).filter((name) => name.endsWith('_object'))
  const others = (await files()).length - 3
  expect(others).toBeGreaterThanOrEqual(0)
  const replaced = await editor.patch(
    `/api/media/${doc.id}`,
    uploadForm(await picture(), 'b.png', { alt: 'Another' }),
  )
  expect(replaced.status, replaced.text).toBe(200)
  expect(await files()).toHaveLength(others + 1)
  expect((await get(replaced.body.doc.url)).status).toBe(200)
  expect((await editor.delete(`/api/media/${doc.id}`)).status).toBe(200)
  expect(await files()).toHaveLength(others)
})

test('a bucket that cannot be reached refuses the upload, and nothing is half there', async () => {
  const { editor } = await start({ ...bucket.env, HANDBILL_S3_BUCKET: 'no-such-bucket' })
  const { status } = await editor.post(
    '/api/media',
    uploadForm(await picture(), 'a.png', { alt: 'x' }),
  )
  expect(status).toBeGreaterThanOrEqual(400)
  expect((await editor.get('/api/media')).body.totalDocs).toBe(0)
})
