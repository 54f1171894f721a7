/** On which `node:diagnostics_channel` tells of requests, as a TracingChannel does. */
export const outboundChannel = 'handbill.outbound'

/** What is told of a request; of the address no more than where it leads. */
export type OutboundEvent = {
  method: string
  host: string
  result?: { status: number }
  error?: unknown
}
