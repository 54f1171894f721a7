import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBeside, startService, type TestService } from '../support/service.ts'

const publicUrl = 'https://content.example.org'

let service: TestService
beforeAll(async () => {
  service = await startService({ PUBLIC_URL: publicUrl })
})
afterAll(() => service.stop())

/** The path of the script that never changes. */
const pinnedOf = async ({ reader }: TestService): Promise<string> => {
  const { body } = await reader.get('/embed.json')
  return new URL(body.pinned).pathname
}

test('the script is under 10 kB gzipped, and stands alone', async () => {
  const { headers, status, text } = await service.reader.get('/embed.js')
  expect([status, headers.get('Content-Type')]).toEqual([200, 'text/javascript; charset=utf-8'])
  expect(gzipSync(text).length).toBeLessThan(10_000)
  expect(text).not.toMatch(/\bimport\b|\beval\b|new Function|setAttribute\("style"/)
  const addresses = new Set([...text.matchAll(/https?:\/\/[\w.-]+/g)].map(([address]) => address))
  expect([...addresses]).toEqual([publicUrl])
})

test('any page may load it, and a copy that is current is not sent again', async () => {
  const { headers } = await service.reader.get('/embed.js')
  expect(Object.fromEntries(headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=60',
    'x-content-type-options': 'nosniff',
    etag: expect.stringMatching(/^"[\w-]+"$/),
  })
  const again = { 'If-None-Match': headers.get('ETag') ?? '' }
  expect((await service.reader.get('/embed.js', { headers: again })).status).toBe(304)
  const head = await service.reader.get('/embed.js', { method: 'HEAD' })
  expect([head.status, head.text]).toEqual([200, ''])
})

test('embed.json says where it is, what it must hash to, and what a page has to allow', async () => {
  const { body, headers } = await service.reader.get('/embed.json')
  expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
  const { text } = await service.reader.get('/embed.js')
  expect(body).toEqual({
    latest: `${publicUrl}/embed.js`,
    pinned: expect.stringMatching(/^https:\/\/content\.example\.org\/embed\.[0-9a-f]{16}\.js$/),
    integrity: `sha384-${createHash('sha384').update(text).digest('base64')}`,
    elements: ['handbill-campaign', 'handbill-claim', 'handbill-demand'],
    contentSecurityPolicy: `script-src ${publicUrl}; connect-src ${publicUrl}; img-src ${publicUrl}`,
  })
  const pinned = await service.reader.get(new URL(body.pinned).pathname)
  expect(pinned.text).toBe(text)
  expect(pinned.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(pinned.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
})

test('a script that another server made is there under its hash, with its bytes', async () => {
  const path = await pinnedOf(service)
  const { text } = await service.reader.get(path)
  const other = await startBeside(service, { PUBLIC_URL: 'https://other.example.org' })
  try {
    const otherPath = await pinnedOf(other)
    expect(otherPath).not.toBe(path)
    expect((await other.reader.get(path)).text).toBe(text)
    const theirs = await service.reader.get(otherPath)
    expect(theirs.text).toBe((await other.reader.get('/embed.js')).text)
    expect(theirs.headers.get('Cache-Control')).toContain('immutable')
  } finally {
    await other.stop()
  }
})

test('what is kept under a hash that is not its own is not served', async () => {
  await service.payload.kv.set('handbill.embed.0123456789abcdef', 'alert(1)')
  expect((await service.reader.get('/embed.0123456789abcdef.js')).status).toBe(404)
})

test.each([
  '/embed.0000000000000000.js',
  '/embed.x.js',
  '/embed..js',
  '/embed.js/x',
  '/embed.json/',
])('nothing is at %s', async (path) => {
  const { body, headers, status } = await service.reader.get(path)
  expect(status).toBe(404)
  expect(body.errors[0].message).toEqual(expect.any(String))
  expect(headers.get('Cache-Control') ?? 'no-store').toContain('no-store')
})

test.each(['/embed.js', '/embed.json', '/embed.0000000000000000.js'])(
  '%s takes no other method',
  async (path) => {
    const { body, headers, status } = await service.reader.post(path, {})
    expect([status, headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
    expect(body.errors[0].message).toContain('POST')
  },
)
