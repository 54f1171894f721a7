import type { IncomingHttpHeaders } from 'node:http'

export type Validators = { etag: string | undefined; lastModified: string | undefined }

/**
 * Whether the client has the answer already: If-None-Match by weak comparison, and If-Modified-Since
 * only without it (RFC 9110, 13.1.2 and 13.1.3).
 *
 * A date counts only when it is exactly the one that was sent. A later date, which a client may take
 * from its clock, can lie after a change that it has not seen.
 */
export function isUnchanged(headers: IncomingHttpHeaders, { etag, lastModified }: Validators) {
  const tags = headers['if-none-match']
  if (tags !== undefined) return etag !== undefined && names(tags, etag)
  const date = headers['if-modified-since']
  return date !== undefined && date === lastModified
}

const names = (tags: string, etag: string): boolean =>
  tags === etag || tags.trim() === '*' || (tags.match(/"[^"]*"/g)?.includes(etag) ?? false)
