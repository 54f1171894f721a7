import { tracingChannel } from 'node:diagnostics_channel'
import type { Span } from '@opentelemetry/api'
import { type OutboundEvent, outboundChannel } from '../../outbound/channel.ts'
import type { Tracing } from './tracing.ts'

/**
 * Has each request to an address of others be a span. Of the address it says the host: the path can be a
 * secret, as those of many receivers of webhooks are.
 *
 * @returns a function that ends it
 */
export function traceOutbound(tracing: Tracing): () => void {
  const channel = tracingChannel<unknown, OutboundEvent>(outboundChannel)
  const spans = new WeakMap<object, Span>()
  const subscribers = {
    start(event: OutboundEvent) {
      const { method, host } = event
      const attributes = { 'http.request.method': method, 'server.address': host }
      const span = tracing.begin(method, attributes)
      if (span) spans.set(event, span)
    },
    end() {},
    asyncStart() {},
    asyncEnd(event: OutboundEvent) {
      const span = spans.get(event)
      if (!span) return
      if (event.result) span.setAttribute('http.response.status_code', event.result.status)
      tracing.end(span, event.error)
    },
    error() {},
  }
  channel.subscribe(subscribers as never)
  return () => channel.unsubscribe(subscribers as never)
}
