import { handleEndpoints, type SanitizedConfig } from 'payload'
import type { Source } from '../http/source.ts'

/**
 * Payload's REST API as a function from Request to Response.
 *
 * @param key of the Payload instance in this process
 */
export const restSource =
  (config: SanitizedConfig, key: string): Source =>
  (request) =>
    handleEndpoints({ config, request: asGet(request), payloadInstanceCacheKey: key })

/** HEAD is GET without the body (RFC 9110, 9.3.2); Payload knows no HEAD. The bridge drops the body. */
function asGet(request: Request): Request {
  if (request.method !== 'HEAD') return request
  return new Request(request.url, {
    headers: request.headers,
    method: 'GET',
    signal: request.signal,
  })
}
