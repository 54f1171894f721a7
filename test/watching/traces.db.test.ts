import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLogger } from '../../src/logger.ts'
import { type Collector, startCollector } from '../support/collector.ts'
import { databaseKind } from '../support/databases.ts'
import { startService, type TestService } from '../support/service.ts'
import { listen, quick } from '../support/webhooks.ts'

let collector: Collector
let service: TestService
let logged = ''
beforeAll(async () => {
  collector = await startCollector()
  // Read by OpenTelemetry itself: milliseconds between two sendings.
  process.env.OTEL_BSP_SCHEDULE_DELAY = '100'
  const destination = {
    write(line: string) {
      logged += line
    },
  }
  service = await startService(
    { OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.endpoint}/`, HANDBILL_ALLOWED_HOSTS: 'localhost' },
    {
      logger: createLogger({ logLevel: 'info' }, destination),
      webhooks: { timings: quick },
    },
  )
  delete process.env.OTEL_BSP_SCHEDULE_DELAY
})
afterAll(async () => {
  await service.stop()
  collector.stop()
})

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const spanId = '00f067aa0ba902b7'
const named = (name: string) => collector.spans.filter((span) => span.name === name)

/** What is collected is sent every few seconds. */
const collected = (name: string) =>
  expect.poll(() => named(name).length, { timeout: 20_000 }).toBeGreaterThan(0)

test('a request is a span of the client’s trace, with what it asked the database below it', async () => {
  const headers = { traceparent: `00-${traceId}-${spanId}-01` }
  const made = await service.reader.get('/api/claims?limit=2&where[slug][equals]=canary', {
    headers,
  })
  expect(made.status).toBe(200)
  expect(made.headers.get('X-Request-Id')).toBe(`${traceId}-${spanId}`)
  await collected('GET /api/claims')

  const [request] = named('GET /api/claims')
  expect(request).toMatchObject({
    traceId,
    parentSpanId: spanId,
    kind: 2,
    service: 'handbill',
    attributes: {
      'http.request.method': 'GET',
      'http.route': '/api/claims',
      'http.response.status_code': 200,
      'handbill.outcome': 'miss',
    },
  })
  const system = databaseKind === 'sqlite' ? 'sqlite' : 'mongodb'
  expect(named('find claims')[0]).toMatchObject({
    traceId,
    parentSpanId: request?.spanId,
    kind: 3,
    attributes: { 'db.system.name': system, 'db.collection.name': 'claims' },
  })
  expect(collector.requests[0]?.path).toBe('/v1/traces')
  // A query can hold anything.
  expect(collector.text()).not.toContain('canary')
})

test('the log names the trace', () => {
  const line = logged.split('\n').find((one) => one.includes('"route":"/api/claims"')) ?? '{}'
  expect(JSON.parse(line)).toMatchObject({
    requestId: `${traceId}-${spanId}`,
    trace_id: traceId,
    span_id: named('GET /api/claims')[0]?.spanId,
  })
})

test('a job is a trace of its own, with the request to a receiver below it', async () => {
  const { ask, receiver } = await listen(service)
  expect((await ask('ping')).status).toBeLessThan(300)
  await expect.poll(() => receiver.received.length).toBe(1)
  await collected('POST')
  const [outgoing] = named('POST')
  expect(outgoing).toMatchObject({
    kind: 3,
    attributes: {
      'http.request.method': 'POST',
      'http.response.status_code': 200,
      'server.address': 'localhost',
    },
  })
  await expect
    .poll(() => named('job deliver-webhooks').map((job) => job.spanId), { timeout: 20_000 })
    .toContain(outgoing?.parentSpanId)
  // The path of a receiver can be its secret.
  expect(collector.text()).not.toContain('/hook')
})

test('a hit makes none, and what the server does by itself makes none', async () => {
  await service.reader.get('/api/campaigns')
  await service.reader.get('/api/campaigns')
  await service.reader.get('/api/campaigns')
  await collected('GET /api/campaigns')
  expect(named('GET /api/campaigns')).toHaveLength(1)
  const roots = collector.spans.filter(({ parentSpanId }) => !parentSpanId)
  for (const { name } of roots) expect(name).toMatch(/^(GET|POST|PATCH|DELETE|job) /)
})
