import type { IncomingMessage } from 'node:http'

const arrivals = new WeakMap<object, IncomingMessage>()

/** Notes how a request has arrived that is handed on with these headers. */
export const noteArrival = (headers: Headers, req: IncomingMessage): void =>
  void arrivals.set(headers, req)

/** The request as it arrived. */
export const arrivalOf = (headers: object): IncomingMessage | undefined => arrivals.get(headers)
