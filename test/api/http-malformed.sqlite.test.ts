import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send, sendBytes } from '../support/raw-http.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** One request, as its bytes. */
const ask = (line: string, host = new URL(service.url).host, more = '') =>
  sendBytes(service.url, `${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${more}\r\n`)

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])
const messageOf = (answer: string) =>
  JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)).errors[0].message

describe('an address that cannot be read is a mistake of the client', () => {
  test.each([
    'GET /api/claims/%E0%A4%A',
    'GET /api/claims/%',
    'GET /api/%ff/x',
    'GET /api/media/file/%c0%ae%c0%ae',
    'GET /%E0%A4%A',
    'GET /graphql/%',
    'GET http://[/api/claims',
    'GET nonsense',
  ])('%s', async (line) => {
    const answer = await ask(line)
    expect(statusOf(answer)).toBeGreaterThanOrEqual(400)
    expect(statusOf(answer)).toBeLessThan(500)
  })

  test.each(['/api/claims?limit=%E0%A4%A', '/api/claims?%', '/api/claims?where[%ff]=1'])(
    'GET %s',
    async (path) => {
      const answer = await ask(`GET ${path}`)
      expect(statusOf(answer)).toBe(400)
      expect(messageOf(answer)).toBeTruthy()
    },
  )
})

test.each([
  '',
  ' ',
  'a b',
  'localhost:99999',
  'localhost:x',
  '[::1',
  'user:pass@localhost',
  'localhost/api/users/me?',
  'localhost#',
  'localhost\\x',
  '%00',
  'x<y>',
])('the host "%s" is refused', async (host) => {
  const answer = await ask('GET /api/claims', host)
  expect(statusOf(answer)).toBe(400)
  expect(messageOf(answer)).toContain('Host')
})

test.each([
  'localhost',
  'example.org',
  'example.org:8080',
  '127.0.0.1:1',
  '[::1]:3000',
  'xn--e1a.x',
])('the host "%s" is served', async (host) =>
  expect(statusOf(await ask('GET /api/claims', host))).toBe(200),
)

test('an address with its origin is served as the one without', async () => {
  const answer = await ask(`GET ${service.url}/api/claims?limit=1`)
  expect(statusOf(answer)).toBe(200)
  expect(answer).toContain('"limit":1')
})

test.each(['TRACE', 'PROPFIND', 'LINK', 'QUERY', 'PURGE', 'PUT', 'PATCH', 'DELETE', 'POST'])(
  '%s of what takes no such method is a 4xx',
  async (method) => {
    for (const path of ['/api/claims/count', '/api', '/', '/nonsense']) {
      const status = statusOf(await ask(`${method} ${path}`))
      expect([path, Math.floor(status / 100)]).toEqual([path, 4])
    }
  },
)

describe('a path that there is not answers 404 in Payload’s form of an error', () => {
  test.each([
    '/nonsense',
    '/api',
    '/api/',
    '/api/nonsense',
    '/api/nonsense/deep/er',
    '/api/claims/x/y/z',
    '/api/globals/nonsense',
    '/apix',
    '/API/claims',
    '//api/claims',
    '/api//claims',
    '/api/../api/claims/..',
    '/api/__proto__',
    '/api/constructor',
    '/api/toString/1',
    '/graphqlx',
  ])('%s', async (path) => {
    const answer = await ask(`GET ${path}`)
    expect(statusOf(answer)).toBe(404)
    expect(messageOf(answer)).toBeTruthy()
  })
})

describe('a body that cannot be read is a mistake of the client', () => {
  test.each([
    ['{"statement":', 'application/json'],
    ['{"statement": "x"', 'application/json'],
    ['nonsense', 'application/json'],
    ['null', 'application/json'],
    ['5', 'application/json'],
    ['[]', 'application/json'],
    ['"x"', 'application/json'],
    ['', 'application/json'],
    ['statement=x', 'application/x-www-form-urlencoded'],
    ['statement', 'text/plain'],
    ['<a/>', 'application/xml'],
    ['\u0000', 'nonsense'],
  ])('%s as %s', async (body, type) => {
    const admin = await service.as('admin')
    for (const path of ['/api/claims', '/api/users/login', '/api/users/forgot-password']) {
      const { status } = await admin.post(path, body, { headers: { 'Content-Type': type } })
      expect([path, status, Math.floor(status / 100)]).toEqual([path, status, 4])
    }
  })
})

test('a preflight is answered as Payload answers it', async () => {
  const { status, header } = await send(`${service.url}/api/claims`, {
    method: 'OPTIONS',
    headers: { Origin: 'https://example.org', 'Access-Control-Request-Method': 'GET' },
  })
  expect(status).toBe(200)
  expect(header('access-control-allow-origin')).toBe('*')
  expect(header('access-control-allow-methods')).toBe('PUT, PATCH, POST, GET, DELETE, OPTIONS')
  expect(header('access-control-allow-headers')).toContain('X-Payload-HTTP-Method-Override')
  expect(header('access-control-allow-credentials')).toBeUndefined()
})

test('an answer carries what a page on another site needs to read it', async () => {
  for (const path of ['/api/claims', '/api/claims/x', '/api/claims?limit=0', '/api/nonsense']) {
    const headers = { Origin: 'https://example.org' }
    const { header } = await send(service.url + path, { headers })
    expect([path, header('access-control-allow-origin')]).toEqual([path, '*'])
  }
})

test.each(['campaign.createdAt', 'evidence.source.publishedOn'])(
  'a date of a related document is a date: %s',
  async (path) => {
    const admin = await service.as('admin')
    const ask = (value: string) => admin.get(`/api/claims?where[or][0][${path}][equals]=${value}`)
    const { body, status } = await ask('kanari')
    expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('a date')])
    expect((await ask('2001-01-01')).status).toBe(200)
  },
)
