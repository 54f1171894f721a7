import { once } from 'node:events'
import { get, type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { aborted, createEvent, type Event, startOtherProject } from '../support/other-project.ts'
import { send } from '../support/raw-http.ts'
import type { TestService } from '../support/service.ts'

/** What the endpoints below see of their clients, by the path’s last part. */
const seen = new Map<string, Event>()
const next = new Map<string, Event>()
function at(events: Map<string, Event>, name: string): Event {
  const event = events.get(name) ?? createEvent()
  events.set(name, event)
  return event
}

let service: TestService
beforeAll(async () => {
  service = await startOtherProject({
    endpoints: [
      {
        // Sends `first`, and `second` when the test says so.
        method: 'get',
        path: '/two/:name',
        handler: (req) => {
          const name = String(req.routeParams?.name)
          let sent = 0
          return new Response(
            new ReadableStream({
              async pull(controller) {
                if (sent++ > 0) await at(next, name).happened
                controller.enqueue(new TextEncoder().encode(sent === 1 ? 'first' : 'second'))
                if (sent === 2) controller.close()
              },
              cancel: () => at(seen, name).happen(),
            }),
            { status: 201, statusText: 'Streaming', headers: { 'Content-Type': 'text/x-two' } },
          )
        },
      },
      {
        // Has nothing to say.
        method: 'get',
        path: '/silent/:name',
        handler: (req) =>
          new Response(
            new ReadableStream({
              cancel: () => at(seen, String(req.routeParams?.name)).happen(),
            }),
            { headers: { 'Content-Type': 'text/event-stream' } },
          ),
      },
      {
        method: 'get',
        path: '/endless/:name',
        handler: (req) =>
          new Response(
            new ReadableStream({
              pull: (controller) => controller.enqueue(new Uint8Array(100_000)),
              cancel: () => at(seen, String(req.routeParams?.name)).happen(),
            }),
          ),
      },
      {
        method: 'get',
        path: '/breaks/:when',
        handler: (req) => {
          const isLate = req.routeParams?.when === 'late'
          let sent = 0
          return new Response(
            new ReadableStream({
              pull(controller) {
                if (isLate && sent++ < 2) controller.enqueue(new TextEncoder().encode('part'))
                else controller.error(new Error('the disk is gone'))
              },
            }),
            { headers: { 'Content-Type': 'image/png', 'Content-Length': '1000' } },
          )
        },
      },
      {
        // Answers when the client has gone.
        method: 'post',
        path: '/waits/:name',
        handler: async (req) => {
          at(next, String(req.routeParams?.name)).happen()
          await aborted(req.signal)
          at(seen, String(req.routeParams?.name)).happen()
          return new Response(new ReadableStream({ cancel: () => at(seen, 'answer').happen() }))
        },
      },
      {
        method: 'post',
        path: '/echo',
        handler: (req) => new Response(req.body as ReadableStream),
      },
      { method: 'get', path: '/empty', handler: () => new Response(null, { status: 204 }) },
      { method: 'get', path: '/nothing', handler: () => new Response('') },
    ],
  })
})
afterAll(() => service.stop())

async function open(path: string): Promise<IncomingMessage> {
  const asked = get(`${service.url}/rest${path}`, { agent: false })
  onTestFinished(() => void asked.destroy())
  const [response] = await once(asked, 'response')
  return response
}

test('what a source says arrives when it says it', async () => {
  const response = await open('/two/arrives')
  expect([response.statusCode, response.statusMessage]).toEqual([201, 'Streaming'])
  expect(response.headers['content-type']).toBe('text/x-two')
  expect(response.headers['content-length']).toBeUndefined()
  const chunks = response[Symbol.asyncIterator]()
  expect(String((await chunks.next()).value)).toBe('first')
  at(next, 'arrives').happen()
  expect(String((await chunks.next()).value)).toBe('second')
  expect((await chunks.next()).done).toBe(true)
})

test('the headers of a stream arrive before it has said anything', async () => {
  const response = await open('/silent/headers')
  expect(response.headers['content-type']).toBe('text/event-stream')
})

test.each(['/two/gone', '/silent/gone', '/endless/gone'])(
  'a client that goes away ends %s',
  async (path) => {
    seen.clear()
    const response = await open(path)
    if (path !== '/silent/gone') await once(response, 'data')
    response.destroy()
    await at(seen, 'gone').happened
  },
)

test('a client that reads slowly is waited for', async () => {
  const response = await open('/endless/slow')
  response.pause()
  const before = process.memoryUsage().arrayBuffers
  for (let i = 0; i < 100; i++) await new Promise((resolve) => setImmediate(resolve))
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000)
})

test('a request learns that its client has gone, and its answer is dropped', async () => {
  const asked = request(`${service.url}/rest/waits/here`, { method: 'POST', agent: false })
  asked.on('error', () => {})
  asked.end()
  await at(next, 'here').happened
  asked.destroy()
  await at(seen, 'here').happened
  await at(seen, 'answer').happened
})

test('HEAD of a stream ends it', async () => {
  seen.clear()
  const { status, header, body } = await send(`${service.url}/rest/endless/head`, {
    method: 'HEAD',
  })
  expect([status, header('content-length'), body.length]).toEqual([200, undefined, 0])
  await at(seen, 'head').happened
})

test('a source that fails before its first word is a failure without detail', async () => {
  const { status, header, body } = await send(`${service.url}/rest/breaks/early`)
  expect([status, header('content-type')]).toEqual([500, 'application/json; charset=utf-8'])
  expect(JSON.parse(String(body))).toEqual({ errors: [{ message: 'Something went wrong.' }] })
})

test('a source that fails later cuts the answer off, so that it is not taken for whole', async () => {
  await expect(send(`${service.url}/rest/breaks/late`)).rejects.toThrow()
  expect((await send(`${service.url}/rest/nothing`)).status).toBe(200)
})

test('a body goes through as it comes, in both directions', async () => {
  const body = Buffer.alloc(1_900_000, 'handbill ')
  const answer = await send(`${service.url}/rest/echo`, { method: 'POST', body })
  expect(answer.body.equals(body)).toBe(true)
})

test('an empty answer is empty', async () => {
  const none = await send(`${service.url}/rest/empty`)
  expect([none.status, none.header('content-length'), none.header('transfer-encoding')]).toEqual([
    204,
    undefined,
    undefined,
  ])
  const nothing = await send(`${service.url}/rest/nothing`)
  expect([nothing.status, nothing.header('content-length')]).toEqual([200, '0'])
})
