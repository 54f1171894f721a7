import type { IncomingMessage } from 'node:http'

/**
 * Whether a request can only read, and says nothing of who asks: what a readers' site sends. What GraphQL is
 * sent without credentials changes no content.
 */
export function isPublicRead({
  headers,
  method,
  url,
}: Pick<IncomingMessage, 'headers' | 'method' | 'url'>): boolean {
  if (headers.authorization !== undefined || headers.cookie !== undefined) return false
  return method === 'GET' || method === 'HEAD' || url?.startsWith('/api/graphql') === true
}
