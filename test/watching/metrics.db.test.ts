import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeKey } from '../../src/partners/key.ts'
import { type Answer, startBeside, startService, type TestService } from '../support/service.ts'

const token = 'a token for the tests'

let service: TestService
beforeAll(async () => {
  service = await startService({ HANDBILL_METRICS_TOKEN: token })
})
afterAll(() => service.stop())

const asBearer = (shown: string) => ({ headers: { Authorization: `Bearer ${shown}` } })
const metrics = (from = service): Promise<Answer> => from.reader.get('/metrics', asBearer(token))

/** The lines of a metric, each with its labels. */
const linesOf = (text: string, name: string): string[] =>
  text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))

async function requests(labels: Record<string, string>): Promise<number> {
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`)
  return linesOf((await metrics()).text, 'handbill_http_requests_total')
    .filter((line) => wanted.every((label) => line.includes(label)))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}

test('whoever shows the token may read them', async () => {
  const { status, headers, text } = await metrics()
  expect(status).toBe(200)
  expect(headers.get('Content-Type')).toMatch(/^text\/plain; version=0.0.4/)
  expect(headers.get('Cache-Control')).toBe('no-store')
  expect(text).toContain('# TYPE handbill_http_requests_total counter')
})

test.each([
  ['nobody else', undefined],
  ['not with another token', 'another token, as long'],
  ['nor with a part of it', token.slice(0, -1)],
  ['nor with nothing', ''],
])('%s', async (_, shown) => {
  const init = shown === undefined ? {} : asBearer(shown)
  const { status, headers, text } = await service.reader.get('/metrics', init)
  expect(status).toBe(401)
  expect(headers.get('WWW-Authenticate')).toBe('Bearer realm="metrics"')
  expect(text).not.toContain('handbill_http')
})

test('without a token there are none', async () => {
  const other = await startBeside(service)
  expect((await metrics(other)).status).toBe(404)
  expect((await other.reader.get('/metrics', asBearer('undefined'))).status).toBe(404)
  await other.stop()
})

test('requests are counted by route and by how they were answered', async () => {
  const path = '/api/demands?limit=7'
  const route = '/api/demands'
  const first = await service.reader.get(path)
  await service.reader.get(path)
  await service.reader.get(path)
  const ETag = first.headers.get('ETag') ?? ''
  expect((await service.reader.get(path, { headers: { 'If-None-Match': ETag } })).status).toBe(304)
  expect(await requests({ route, outcome: 'miss', status: '2xx' })).toBe(1)
  expect(await requests({ route, outcome: 'hit', status: '2xx' })).toBe(2)
  expect(await requests({ route, outcome: 'hit', status: '304' })).toBe(1)

  await service.reader.get('/api/demands?nothing=1')
  expect(await requests({ route, outcome: 'miss', status: '4xx' })).toBe(1)
  await service.reader.post('/api/demands', {})
  expect(await requests({ route, outcome: 'pass', status: '4xx' })).toBe(1)
  await service.reader.get('/api/demands', asBearer('hb_not_a_key'))
  expect(await requests({ route: 'gate', outcome: 'refused', status: '4xx' })).toBe(1)
})

test('a stream is counted when it ends, and its length is no time that somebody waited', async () => {
  const route = '/api/changes/stream'
  const leaving = new AbortController()
  const stream = await fetch(`${service.url}${route}`, { signal: leaving.signal })
  await stream.body?.getReader().read()
  expect((await metrics()).text).toMatch(/^handbill_http_requests_under_way 1$/m)
  leaving.abort()
  await expect.poll(() => requests({ route, outcome: 'pass', status: '2xx' })).toBe(1)
  const { text } = await metrics()
  expect(text).toMatch(/^handbill_http_requests_under_way 0$/m)
  expect(text).not.toMatch(`duration_seconds_count{route="${route}"`)
})

test('hits and misses are the cache’s own', async () => {
  const { text } = await metrics()
  const { hits, misses, entries, bytes } = service.delivery?.stats() ?? {}
  expect(linesOf(text, 'handbill_cache_hits_total')).toEqual([`handbill_cache_hits_total ${hits}`])
  expect(linesOf(text, 'handbill_cache_misses_total')).toEqual([
    `handbill_cache_misses_total ${misses}`,
  ])
  expect(linesOf(text, 'handbill_cache_entries')).toEqual([`handbill_cache_entries ${entries}`])
  expect(linesOf(text, 'handbill_cache_bytes')).toEqual([`handbill_cache_bytes ${bytes}`])
})

test('only what is not answered from memory has an id', async () => {
  const path = '/api/resources?limit=3'
  const made = await service.reader.get(path)
  const again = await service.reader.get(path)
  expect(made.headers.get('X-Request-Id')).toMatch(/^[\da-f]{16}-[\da-z]+$/)
  expect(again.headers.get('X-Request-Id')).toBeNull()
  const missing = await service.reader.get('/nowhere')
  expect(missing.headers.get('X-Request-Id')).toBeTruthy()
  const malformed = await service.reader.post('/api/users/login', '{', {
    headers: { 'Content-Type': 'application/json' },
  })
  expect(malformed.headers.get('X-Request-Id')).toBeTruthy()
  const refused = await service.reader.get('/api/claims', asBearer('hb_not_a_key'))
  expect(refused.headers.get('X-Request-Id')).toBeTruthy()
})

test('no label grows with the content or with what clients make up', async () => {
  const admin = await service.as('admin')
  const seriesOf = async () => {
    const { text } = await metrics()
    // What Node tells of itself comes and goes.
    const lines = text.split('\n').filter((line) => line.startsWith('handbill_'))
    return lines.map((line) => line.slice(0, line.lastIndexOf(' '))).sort()
  }
  const ask = async (made: string) => {
    const { body } = await admin.post('/api/campaigns', { title: `A campaign ${made}` })
    const { id } = body.doc
    await admin.patch(`/api/campaigns/${id}`, { _status: 'published' })
    for (const path of [
      `/api/campaigns/${id}`,
      `/api/campaigns/slug/a-campaign-${made}`,
      `/campaigns/a-campaign-${made}`,
      `/campaigns/a-campaign-${made}/cite/more`,
      `/feeds/a-campaign-${made}.atom`,
      `/${made}/${made}`,
      `/${made}`,
      `/api/${made}/${made}`,
      `/preview/${made}`,
      `/embed.${made}.js`,
      `/api/campaigns?where[title][equals]=${made}`,
    ]) {
      await service.reader.get(path)
      await service.reader.get(path, { headers: { Host: made } })
      await service.reader.get(path, asBearer(makeKey().key))
    }
  }
  await ask('first')
  const before = await seriesOf()
  for (const made of ['second', 'third']) await ask(made)
  expect(await seriesOf()).toEqual(before)
  expect(before.join('\n')).not.toMatch(/first|hb_/)
})

test('what waits to be done is counted in the database', async () => {
  const depth = linesOf((await metrics()).text, 'handbill_queue_depth')
  expect(depth).toEqual(
    ['jobs waiting', 'jobs running', 'jobs failed', 'webhooks waiting', 'webhooks due'].map(
      (one) => {
        const [queue, state] = one.split(' ')
        return expect.stringMatching(`queue="${queue}",state="${state}"} \\d+$`)
      },
    ),
  )
})

test('this server has applied the changes that there are', async () => {
  await expect
    .poll(async () => {
      const { text } = await metrics()
      const [applied, latest] = ['applied', 'latest'].map((name) =>
        Number(linesOf(text, `handbill_changes_${name}`)[0]?.split(' ')[1]),
      )
      return latest && latest > 0 ? applied === latest : false
    })
    .toBe(true)
})

test('the dashboard shows what there is, and nothing else', async () => {
  const { text } = await metrics()
  const known = new Set([...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name))
  const dashboard = readFileSync(
    new URL('../../docs/grafana-dashboard.json', import.meta.url),
    'utf8',
  )
  const shown = [...dashboard.matchAll(/\b(?:handbill|nodejs|process)_\w+/g)].map(([name]) =>
    name.replace(/_bucket$|(?<=duration_seconds)_(?:sum|count)$/, ''),
  )
  expect(shown.length).toBeGreaterThan(20)
  for (const name of shown) expect(known).toContain(name)
  const ours = [...known].filter((name) => name?.startsWith('handbill_'))
  for (const name of ours) expect(shown).toContain(name)
})
