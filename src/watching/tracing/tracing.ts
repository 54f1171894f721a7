import type { Attributes, Span } from '@opentelemetry/api'
import type { Logger } from '../../logger.ts'
import { current } from '../current-request.ts'
import type { TraceParent } from '../requests/request-id.ts'

export type Tracing = {
  beginRequest(method: string, route: string, parent: TraceParent | undefined): Span
  endRequest(span: Span, status: number, outcome: string): void
  /** A span below what is being worked on; none where nothing is. */
  begin(name: string, attributes: Attributes): Span | undefined
  /** A span that belongs to no request. */
  beginJob(name: string): Span
  /** Runs something in a span below what is being worked on. */
  inSpan<T>(name: string, attributes: Attributes, run: () => Promise<T>): Promise<T>
  end(span: Span, error?: unknown): void
  /** Sends what has not been sent yet, unless that takes too long. */
  stop(): Promise<void>
}

/** Milliseconds that a server which closes gives to whoever collects traces. */
const patience = 2000

/**
 * Sends traces by OTLP over HTTP, as JSON. What does that is loaded only here, so that without the setting it
 * takes neither time nor memory.
 *
 * It is not made the process's own tracer: Next would add spans with whole addresses, and these hold the
 * tokens of links.
 *
 * @param endpoint of the collector, without the path for traces
 */
export async function startTracing(endpoint: string, logger: Logger): Promise<Tracing> {
  const [api, { BasicTracerProvider, BatchSpanProcessor }, exporting, resources] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace-base'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ])
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, diag, trace } = api
  const failed = (message: string) =>
    logger.warn({ reason: message.slice(0, 500) }, 'Traces could not be sent.')
  const nothing = () => {}
  diag.setLogger(
    { error: failed, warn: nothing, info: nothing, debug: nothing, verbose: nothing },
    { logLevel: api.DiagLogLevel.ERROR, suppressOverrideMessage: true },
  )
  const { detectResources, envDetector, resourceFromAttributes } = resources
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'handbill' }).merge(
      // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES.
      detectResources({ detectors: [envDetector] }),
    ),
    spanProcessors: [
      new BatchSpanProcessor(
        new exporting.OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` }),
      ),
    ],
  })
  const tracer = provider.getTracer('handbill')

  const end = (span: Span, error?: unknown) => {
    if (error !== undefined) {
      // An error's message can hold anything.
      const type = error instanceof Error ? error.name : typeof error
      span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', type)
    }
    span.end()
  }

  const begin = (name: string, attributes: Attributes) => {
    const parent = current()?.span
    return (
      parent &&
      tracer.startSpan(
        name,
        { kind: SpanKind.CLIENT, attributes },
        trace.setSpan(ROOT_CONTEXT, parent),
      )
    )
  }

  return {
    begin,
    end,
    beginRequest(method, route, parent) {
      const context = parent
        ? trace.setSpanContext(ROOT_CONTEXT, {
            ...{ traceId: parent.traceId, spanId: parent.spanId, isRemote: true },
            traceFlags: parent.flags & TraceFlags.SAMPLED,
          })
        : ROOT_CONTEXT
      const attributes = { 'http.request.method': method, 'http.route': route }
      return tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, context)
    },
    endRequest(span, status, outcome) {
      span.setAttributes({ 'http.response.status_code': status, 'handbill.outcome': outcome })
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    },
    beginJob: (name) => tracer.startSpan(`job ${name}`, { kind: SpanKind.CONSUMER }, ROOT_CONTEXT),
    async inSpan(name, attributes, run) {
      const span = begin(name, attributes)
      if (!span) return run()
      try {
        const result = await run()
        end(span)
        return result
      } catch (error) {
        end(span, error)
        throw error
      }
    },
    async stop() {
      const late = new Promise<void>((resolve) => setTimeout(resolve, patience).unref())
      await Promise.race([provider.shutdown().catch(() => {}), late])
      diag.disable()
    },
  }
}
