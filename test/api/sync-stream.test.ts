import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { changeLogOf } from '../../src/cms/changes/change-log.ts'
import { compact } from '../../src/cms/changes/compact.ts'
import { createIntake } from '../../src/http/intake.ts'
import { createLane } from '../../src/http/lane.ts'
import { close, listen } from '../../src/http/listen.ts'
import { createHttpServer } from '../../src/http/server.ts'
import { createSync } from '../../src/sync/sync.ts'
import { applyChanges, type Copy, catchUp, publicCopy } from '../support/copies.ts'
import { type Client, startService, type TestService } from '../support/service.ts'
import { type Block, isChange, openEvents, type Stream } from '../support/sse.ts'

let service: TestService
let admin: Client
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
})
afterAll(() => service.stop())

const publish = async (statement: string, more: object = {}): Promise<string> =>
  (await admin.post('/api/claims', { statement, _status: 'published', ...more })).body.doc.id
const change = (id: string, data: object) => admin.patch(`/api/claims/${id}`, data)
const dataOf = ({ data = '' }: Block) => JSON.parse(data)

/** A stream that has begun: what happens from now on is in it. */
async function open(query = '', headers: Record<string, string> = {}, url = service.url) {
  const stream = await openEvents(`${url}/api/changes/stream${query}`, headers)
  onTestFinished(stream.close)
  return stream
}
async function begun(query = '', headers: Record<string, string> = {}): Promise<Stream> {
  const stream = await open(query, headers)
  expect((await stream.next()).retry).toMatch(/^\d+$/)
  return stream
}

describe('a stream', () => {
  test('tells of a change when it happens, as a page does', async () => {
    const token = await catchUp(service.reader, new Map())
    const stream = await begun()
    const id = await publish('It rains')
    const event = await stream.next(isChange)
    const { body } = await service.reader.get(`/api/changes?since=${token}`)
    expect(dataOf(event)).toEqual(body.changes[0])
    expect(dataOf(event).id).toBe(id)
    await change(id, { _status: 'draft' })
    expect(dataOf(await stream.next(isChange))).toMatchObject({
      id,
      document: null,
      tombstone: true,
    })
    // What comes after the event's id is what comes after the event.
    const { body: after } = await service.reader.get(`/api/changes?since=${event.id}`)
    expect(after.changes).toMatchObject([{ id, kind: 'unpublished' }])
  })

  test('has the headers of one', async () => {
    const { status, headers } = await open()
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    })
  })

  test('may be of some collections, and without documents', async () => {
    const stream = await begun('?collections=demands,media&documents=false')
    await publish('Not wanted')
    await admin.post('/api/demands', { title: 'Wanted', _status: 'published' })
    const event = dataOf(await stream.next(isChange))
    expect(event).toMatchObject({ collection: 'demands', slug: 'wanted' })
    expect(event).not.toHaveProperty('document')
  })

  test('goes on where the client was, by its last event before the address', async () => {
    const first = await begun()
    await publish('One')
    const { id } = await first.next(isChange)
    await publish('Two')
    const { id: later } = await first.next(isChange)
    first.close()
    await publish('Three')
    const slugs = async (stream: Stream, count: number) => {
      const events = []
      while (events.length < count) events.push(dataOf(await stream.next(isChange)).slug)
      return events
    }
    expect(await slugs(await begun(`?since=${id}`), 2)).toEqual(['two', 'three'])
    expect(await slugs(await begun(`?since=${id}`, { 'Last-Event-ID': `${later}` }), 1)).toEqual([
      'three',
    ])
  })

  test('that was cut off before its first event goes on from its beginning', async () => {
    const stream = await open()
    const { id } = await stream.next()
    stream.close()
    await publish('While away')
    const again = await begun('', { 'Last-Event-ID': `${id}` })
    expect(dataOf(await again.next(isChange)).slug).toBe('while-away')
  })

  test('from the beginning of a copy gives all of it, and all that comes', async () => {
    for (let i = 0; i < 3; i++) await publish(`Many ${i}`)
    await change(await publish('Withdrawn'), { _status: 'draft' })
    const { body } = await service.reader.get('/api/changes?limit=1')
    const copy: Copy = new Map()
    applyChanges(copy, body.changes)
    const stream = await begun(`?since=${body.next}`)
    await change(await publish('Withdrawn meanwhile'), { _status: 'draft' })
    const last = await publish('The last one')
    for (let id = ''; id !== last; ) {
      const event = dataOf(await stream.next(isChange))
      applyChanges(copy, [event])
      id = event.id
    }
    expect(copy).toEqual(await publicCopy(service.reader))
    expect(stream.text()).not.toContain('"withdrawn"')
  })

  test('is there for many at once', async () => {
    const streams = await Promise.all(Array.from({ length: 30 }, () => begun()))
    const slugs = ['for-all', 'for-all-again']
    await publish('For all')
    await publish('For all again')
    for (const stream of streams) {
      const events = [await stream.next(isChange), await stream.next(isChange)]
      expect(events.map((event) => dataOf(event).slug)).toEqual(slugs)
    }
  })
})

describe('a token that is too old', () => {
  test('is a reset, after which the stream goes on from now', async () => {
    const { body } = await service.reader.get('/api/changes?limit=500')
    await admin.delete(`/api/claims/${await publish('Forgotten')}`)
    await publish('After it')
    await compact(service.payload, { history: 0, tombstones: 0 }, Date.now() + 1000)
    const stream = await begun(`?since=${body.next}`)
    const reset = await stream.next(({ event }) => event === 'reset')
    expect(dataOf(reset).errors[0]).toMatchObject({ data: { startOver: true } })
    await publish('Afterwards')
    expect(dataOf(await stream.next(isChange)).slug).toBe('afterwards')
    // A client that comes back with the reset's id is not reset again.
    const again = await begun(`?since=${body.next}`, { 'Last-Event-ID': `${reset.id}` })
    expect(dataOf(await again.next(isChange)).slug).toBe('afterwards')
  })
})

test.each([
  ['?since=x', {}, 'since'],
  ['', { 'Last-Event-ID': 'x' }, 'Last-Event-ID'],
  ['?limit=1', {}, 'limit'],
  ['?documents=no', {}, 'documents'],
  ['?collections=users', {}, 'collections[0]'],
])('%s %o is refused, and the parameter named', async (query, headers, parameter) => {
  const path = `/api/changes/stream${query}`
  const { status, body } = await service.reader.get(path, { headers: headers as HeadersInit })
  expect([status, body.errors[0].data]).toEqual([400, { parameter }])
})

const connectionsOf = (server: Server) =>
  new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)))

const words = { type: 'text', version: 1, detail: 0, format: 0, mode: 'normal', style: '' }
const paragraph = { type: 'paragraph', version: 1, direction: null, format: '', indent: 0 }
const longText = {
  root: {
    ...paragraph,
    type: 'root',
    children: [{ ...paragraph, children: [{ ...words, text: 'x'.repeat(400_000) }] }],
  },
}

describe('a server of its own', () => {
  /** The endpoints alone, with a pulse that a test can wait for. */
  async function start(heartbeat: number) {
    const logged = changeLogOf(service.payload)
    if (!logged) throw new Error('There is no log.')
    const { logger } = service.payload
    const sync = await createSync({ ...logged, path: '/api/changes', logger, heartbeat })
    const routes = { handlers: {}, sources: { [sync.path]: sync.source } }
    const lane = createLane({ atOnce: 100, waiting: 0, patience: 0 })
    const server = createHttpServer(routes, {
      logger,
      front: (_req, _res, next) => next(),
      watch: { answer: () => false, pass: (_req, _res, run) => run() },
      intake: createIntake({ isEditor: () => false, reading: [] }),
      laneOf: () => ({ lane }),
      headers: {},
    })
    const url = `http://localhost:${await listen(server, 0)}`
    onTestFinished(async () => {
      sync.hangUp()
      server.closeAllConnections()
      await close(server)
      await sync.stop()
    })
    return { url, sync, server }
  }

  test('shows that it is there, and how far a client has come with nothing that it wants', async () => {
    const { url } = await start(50)
    const stream = await open('?collections=media', {}, url)
    const { id } = await stream.next()
    expect(await stream.next()).toEqual({ '': '' })
    await publish('Nothing for it')
    const beat = await stream.next((block) => block.id !== undefined)
    expect(beat).toEqual({ '': '', id: expect.any(String) })
    expect(beat.id).not.toBe(id)
    const { body } = await service.reader.get(`/api/changes?since=${beat.id}`)
    expect(body).toEqual({ changes: [], next: beat.id, more: false })
  })

  test('cuts off a reader who takes nothing, and spares the others', async () => {
    const { url, server } = await start(200)
    const slow = await open('', {}, url)
    await slow.next()
    slow.pause()
    const quick = await open('', {}, url)
    await quick.next()
    const id = await publish('Long', { body: longText })
    const before = process.memoryUsage().rss
    // What the connection itself holds is the system's choice.
    for (let i = 0; i < 100 && (await connectionsOf(server)) > 1; i++) {
      await change(id, { statement: `Long ${i}`, _status: 'published' })
      await quick.next(isChange)
    }
    expect(await connectionsOf(server)).toBe(1)
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
    slow.resume()
    expect(await slow.ended).toBe(false)
    await publish('Still there')
    while (dataOf(await quick.next(isChange)).slug !== 'still-there');
  })

  test('ends its streams when it stops, and says when to come back', async () => {
    const { url, sync, server } = await start(15_000)
    const stream = await open('', {}, url)
    await stream.next()
    sync.hangUp()
    const closed = close(server)
    expect((await stream.next()).retry).toMatch(/^\d+$/)
    expect(await stream.ended).toBe(true)
    await closed
  })
})

test('the whole service stops although streams are open', async () => {
  const other = await startService()
  const streams = await Promise.all(
    Array.from({ length: 5 }, () => openEvents(`${other.url}/api/changes/stream`)),
  )
  for (const stream of streams) await stream.next()
  await other.stop()
  expect(await Promise.all(streams.map(({ ended }) => ended))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ])
})
