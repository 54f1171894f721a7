import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFiles } from '../support/open-files.ts'
import { picture, uploadForm } from '../support/picture.ts'
import { send } from '../support/raw-http.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
let bytes: Buffer
let url: string
beforeAll(async () => {
  service = await startService()
  const admin = await service.as('admin')
  const form = uploadForm(await picture(600), 'noise.png', { alt: 'Noise' })
  const uploaded = await admin.post('/api/media', form)
  expect(uploaded.status).toBe(201)
  bytes = readFileSync(join(service.settings.dataDir, 'media', 'noise.png'))
  url = new URL(uploaded.body.doc.url, service.url).href
})
afterAll(() => service.stop())

test('a picture comes whole, with its type and length', async () => {
  const answer = await send(url)
  expect(answer.status).toBe(200)
  expect(answer.header('content-type')).toBe('image/png')
  expect(answer.header('accept-ranges')).toBe('bytes')
  expect(answer.header('content-length')).toBe(String(bytes.length))
  expect(answer.body.equals(bytes)).toBe(true)
})

test.each([
  ['bytes=0-99', () => bytes.subarray(0, 100)],
  ['bytes=100000-199999', () => bytes.subarray(100_000, 200_000)],
  ['bytes=500000-', () => bytes.subarray(500_000)],
  ['bytes=-10', () => bytes.subarray(-10)],
  ['bytes=5-5', () => bytes.subarray(5, 6)],
  ['bytes=0-99999999', () => bytes],
])('%s gives that part of it', async (range, expected) => {
  const { status, header, body } = await send(url, { headers: { Range: range } })
  const part = expected()
  const start = bytes.indexOf(part)
  expect(status).toBe(206)
  expect(header('content-length')).toBe(String(part.length))
  expect(header('content-range')).toBe(`bytes ${start}-${start + part.length - 1}/${bytes.length}`)
  expect(body.equals(part)).toBe(true)
})

test.each(['bytes=99999999-', 'bytes=9-1', 'bytes=x', 'lines=0-1'])(
  '%s cannot be had',
  async (range) => {
    const { status, header, body } = await send(url, { headers: { Range: range } })
    expect(status).toBe(416)
    expect(header('content-range')).toBe(`bytes */${bytes.length}`)
    expect(body).toHaveLength(0)
  },
)

describe('a picture that somebody has', () => {
  const ask = (headers: Record<string, string>) => send(url, { headers })
  const etagOf = async () => (await send(url)).header('etag') ?? ''

  test('is not sent again, as long as it is the same', async () => {
    const whole = await send(url)
    const again = await ask({ 'If-None-Match': `"other", W/${whole.header('etag')}` })
    expect([again.status, again.body.length]).toEqual([304, 0])
    for (const name of ['etag', 'cache-control', 'vary']) {
      expect(again.header(name), name).toBe(whole.header(name))
    }
    expect((await ask({ 'If-None-Match': '"other"' })).status).toBe(200)
  })

  test('in part, is gone on with; of another it comes whole', async () => {
    const Range = 'bytes=0-9'
    expect((await ask({ Range, 'If-Range': await etagOf() })).status).toBe(206)
    for (const other of ['"other"', `W/${await etagOf()}`, new Date().toUTCString()]) {
      const { status, body } = await ask({ Range, 'If-Range': other })
      expect([status, body.length], other).toEqual([200, bytes.length])
    }
  })

  test('is asked for each time, and no cache mixes up who asks', async () => {
    const { header } = await send(url)
    expect(header('cache-control')).toBe('no-cache')
    expect(header('vary')).toMatch(/Authorization, Cookie/)
  })

  test('is another once it is replaced by one of its name', async () => {
    const admin = await service.as('admin')
    const upload = async () => {
      const form = uploadForm(await picture(), 'again.png', { alt: 'Again' })
      return (await admin.post('/api/media', form)).body.doc
    }
    const { id, url: at } = await upload()
    const address = new URL(at, service.url).href
    const before = (await send(address)).header('etag')
    await admin.delete(`/api/media/${id}`)
    expect((await upload()).url).toBe(at)
    expect((await send(address)).header('etag')).not.toBe(before)
  })
})

test('a client that goes away in the middle leaves no file open', async ({ skip }) => {
  skip(process.platform !== 'linux', 'only Linux lists what a process holds open')
  for (let i = 0; i < 5; i++) {
    const request = get(url, { agent: false })
    const [response] = await once(request, 'response')
    await once(response, 'data')
    request.destroy()
  }
  await expect.poll(() => openFiles('noise.png')).toEqual([])
})
