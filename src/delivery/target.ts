/** What a request line asks for: the path, and the query without its question mark. */
export type Target = { path: string; query: string }

/** A longer URL is nobody's usual question. */
const longest = 4096

/** Segments of unreserved characters (RFC 3986, 2.3); `.` and `..` would be another path to a URL parser. */
const plainPath = /^(?:\/|(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)+\/?)$/

/**
 * Reads `req.url`, when it is an origin-form (RFC 9112, 3.2.1) that everybody reads alike.
 *
 * @returns nothing for any other: absolute, longer than 4 kB, with escapes in the path or a fragment
 */
export function readTarget(url: string): Target | undefined {
  if (url.length > longest) return undefined
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  const query = mark < 0 ? '' : url.slice(mark + 1)
  // Node lets through in a query what no URI may hold.
  if (!plainPath.test(path) || !/^[\x21\x22\x24-\x7e]*$/.test(query)) return undefined
  return { path, query }
}
