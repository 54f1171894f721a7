import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { workLimits } from '../../src/limits.ts'
import { send, sendBytes } from '../support/raw-http.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let editor: Client
beforeAll(async () => {
  service = await startService()
  editor = await service.as('editor')
})
afterAll(() => service.stop())

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])
const json = { 'Content-Type': 'application/json' }
const deep = (open: string, close: string, times = 100_000) =>
  open.repeat(times) + close.repeat(times)

describe('an address', () => {
  test.each([
    ['of 20 KB', `/api/claims?x=${'y'.repeat(20_000)}`, 414],
    ['of 30 KB, which is more than a head may have', `/api/claims?x=${'y'.repeat(40_000)}`, 431],
    ['with 3,000 parameters', `/api/claims?${'x&'.repeat(3000)}`, 400],
    ['with a long list', `/api/claims?${'a[]&'.repeat(1900)}`, 400],
    [
      'with a filter nested in brackets',
      `/api/claims?where${'[and][0]'.repeat(700)}[id][equals]=1`,
      400,
    ],
    ['with a filter nested in JSON', `/api/claims?where=${deep('{"and":[', ']}', 500)}`, 400],
  ])('%s is refused', async (_, path, status) => {
    for (const headers of [{}, { Cookie: 'payload-token=x' }]) {
      expect((await send(service.url + path, { headers })).status).toBe(status)
    }
    if (status === 400) expect((await editor.get(path)).status).toBe(400)
  })

  test('with too many header fields is refused, and with few is not', async () => {
    const fields = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`X-Field-${n}`, 'x']))
    expect((await send(`${service.url}/api/claims`, { headers: fields(200) })).status).toBe(431)
    expect((await send(`${service.url}/api/claims`, { headers: fields(50) })).status).toBe(200)
  })
})

describe('a body', () => {
  const places = ['/api/claims', '/api/graphql', '/api/users/login', '/api/claims/import']

  test.each(places)('of 100 MB is refused before it is sent: POST %s', async (path) => {
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000000\r\n\r\n`
    expect(statusOf(await sendBytes(service.url, head))).toBe(413)
  })

  test.each(places)('without an end is refused once it is too long: POST %s', async (path) => {
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request(service.url + path, { method: 'POST', headers: json }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
        sent.destroy()
      })
      sent.once('error', reject)
      const more = () => {
        if (!sent.destroyed) sent.write(' '.repeat(100_000), () => setImmediate(more))
      }
      more()
    })
    expect(status).toBe(413)
  })

  test.each(['gzip', 'br', 'deflate', 'zstd', 'x'])('packed as %s is refused', async (coding) => {
    for (const path of places) {
      const headers = { ...json, 'Content-Encoding': coding }
      expect((await send(service.url + path, { method: 'POST', headers, body: '{}' })).status).toBe(
        415,
      )
    }
  })

  test.each([
    ['lists', deep('[', ']')],
    ['objects', deep('{"a":', '}').replace('{"a":}', '{}')],
    ['lists in a field', `{"statement":${deep('[', ']')}}`],
    ['an unfinished list', '['.repeat(500_000)],
  ])('of %s a hundred thousand deep is refused', async (_, body) => {
    for (const path of [...places, '/api/claims/000000000000000000000000']) {
      const { status } = await (path.endsWith('0') ? editor.patch : editor.post)(path, body, {
        headers: json,
      })
      expect([path, status]).toEqual([path, 400])
    }
  })

  test('in a form is held to the same', async () => {
    const form = new FormData()
    form.set('_payload', `{"statement":${deep('[', ']')}}`)
    expect((await editor.post('/api/claims', form)).status).toBe(400)
  })

  test('of an outsider may not be as large as an editor’s', async () => {
    const form = () => {
      const data = new FormData()
      data.set('file', new Blob([new Uint8Array(3_000_000)]), 'large.png')
      return data
    }
    expect((await service.reader.post('/api/media', form())).status).toBe(413)
    expect((await editor.post('/api/media', form())).status).toBe(400)
  })
})

test('more reads than there is room for are told to come back, and writes are done meanwhile', async () => {
  const narrow = { atOnce: 1, waiting: 1, patience: 60_000 }
  const lanes = { ...workLimits.lanes, readers: narrow }
  const small = await startService({}, { work: { lanes } })
  onTestFinished(() => small.stop())
  const client = await small.as('editor')
  const kept = '/api/claims?limit=1'
  await small.reader.get(kept)

  const reads = Promise.all(
    Array.from({ length: 50 }, (_, n) => small.reader.get(`/api/claims?limit=7&page=${n + 1}`)),
  )
  const writes = await Promise.all(
    Array.from({ length: 5 }, (_, n) => client.post('/api/claims', { statement: `Claim ${n}` })),
  )
  expect(writes.map(({ status }) => status)).toEqual(Array(5).fill(201))
  expect((await small.reader.get(kept)).status).toBe(200)
  const answers = await reads
  const refused = answers.filter(({ status }) => status === 503)
  // SQLite answers within a turn of the event loop, so that nobody ever waits.
  if (small.settings.database.kind === 'mongodb') expect(refused.length).toBeGreaterThan(0)
  expect(answers.filter(({ status }) => status === 200).length + refused.length).toBe(50)
  for (const { headers, body } of refused) {
    expect(headers.get('Retry-After')).toBe('1')
    expect(body.errors[0].message).toContain('busy')
  }
  expect((await small.reader.get('/api/claims?limit=7&page=50')).status).toBe(200)
})

test('a thousand sockets that send their heads a byte at a time leave room for others', async () => {
  const { port } = new URL(service.url)
  const sockets: Socket[] = []
  for (let n = 0; n < 1000; n++) {
    const socket = connect(Number(port), 'localhost')
    socket.on('error', () => {})
    socket.write('GET /api/claims HTTP/1.1\r\nHost: x\r\nX-Slow: ')
    sockets.push(socket)
  }
  try {
    for (let n = 0; n < 20; n++) {
      for (const socket of sockets) socket.write('x')
      const answers = [
        await service.reader.get('/api/claims'),
        await editor.get('/api/claims?depth=0'),
      ]
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
    }
  } finally {
    for (const socket of sockets) socket.destroy()
  }
})
