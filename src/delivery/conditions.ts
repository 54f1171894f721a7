import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether the client has what it would be sent (RFC 9110, 13.2.2): by If-None-Match when there is one, and
 * only otherwise by If-Modified-Since.
 *
 * @param etag of the representation that would be sent
 * @param lastModified in milliseconds
 */
export function isNotModified(
  headers: IncomingHttpHeaders,
  etag: string | undefined,
  lastModified: number | undefined,
): boolean {
  const known = headers['if-none-match']
  if (known !== undefined) return etag !== undefined && matches(known, etag)
  const since = headers['if-modified-since']
  if (since === undefined || lastModified === undefined) return false
  const time = httpDate(since)
  return time !== undefined && time >= lastModified
}

function matches(known: string, etag: string): boolean {
  if (known === etag || known === '*') return true
  // A cache in front may have made it weak, and may know several.
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

const imfFixdate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/

/** Dates of another form are ignored, as the RFC asks for of what is no date (13.1.3). */
function httpDate(text: string): number | undefined {
  if (!imfFixdate.test(text)) return undefined
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : time
}
