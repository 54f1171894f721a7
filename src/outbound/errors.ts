/** Why an outgoing request has no answer. */
export type Reason = 'refused' | 'unresolved' | 'unreachable' | 'late'

/** An outgoing request that has no answer: it may not be made, or nobody answered in time. */
export class OutboundError extends Error {
  override name = 'OutboundError'
  constructor(
    readonly reason: Reason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
