import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

type Value = { stringValue?: string; intValue?: number }
type Attribute = { key: string; value: Value }
type Sent = {
  resourceSpans: {
    resource: { attributes: Attribute[] }
    scopeSpans: {
      spans: {
        traceId: string
        spanId: string
        parentSpanId?: string
        name: string
        kind: number
        attributes: Attribute[]
        status: { code?: number }
      }[]
    }[]
  }[]
}

type CollectedSpan = {
  traceId: string
  spanId: string
  parentSpanId: string | undefined
  name: string
  kind: number
  status: number
  attributes: Record<string, unknown>
  service: unknown
}

export type Collector = {
  endpoint: string
  spans: CollectedSpan[]
  /** Everything that came, as it came. */
  text(): string
  requests: { path: string; headers: IncomingHttpHeaders }[]
  stop(): void
}

/** A collector of traces, by the OpenTelemetry protocol over HTTP with JSON. */
export async function startCollector(): Promise<Collector> {
  const spans: CollectedSpan[] = []
  const requests: Collector['requests'] = []
  let text = ''
  const server = createServer(async (req, res) => {
    let body = ''
    for await (const chunk of req.setEncoding('utf8')) body += chunk
    requests.push({ path: req.url ?? '', headers: req.headers })
    text += body
    spans.push(...spansIn(JSON.parse(body)))
    res.setHeader('Content-Type', 'application/json').end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    spans,
    text: () => text,
    requests,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

const spansIn = ({ resourceSpans }: Sent): CollectedSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map(({ attributes, parentSpanId, status, ...span }) => ({
        ...span,
        parentSpanId: parentSpanId || undefined,
        status: status.code ?? 0,
        attributes: valuesOf(attributes),
        service: valuesOf(resource.attributes)['service.name'],
      })),
    ),
  )

const valuesOf = (attributes: Attribute[]): Record<string, unknown> =>
  Object.fromEntries(
    attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]),
  )
