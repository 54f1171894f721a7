import type { Question } from './rendering.ts'

/** What a path may be made of; anything else has several spellings. */
const plainPath = /^(\/[\w.~-]+)+$/
const longest = 4096
const mostParameters = 1000

/**
 * Reads what a GET of REST asks for. Parameters in another order, or percent-encoded in another way, are
 * the same question.
 *
 * @param url as the client sent it: path and query
 * @returns undefined for what only the source itself can judge
 */
export function restQuestion(url: string, origin: string): Question | undefined {
  if (url.length > longest) return undefined
  const path = pathOf(url)
  if (!isPlain(path)) return undefined
  const query = canonicalQuery(url.slice(path.length + 1))
  if (query === undefined) return undefined
  const address = query ? `${path}?${query}` : path
  return { key: address, request: () => new Request(origin + address) }
}

export function pathOf(url: string): string {
  const end = url.indexOf('?')
  return end < 0 ? url : url.slice(0, end)
}

/** `.` and `..` would be resolved on the way to the source. */
const isPlain = (path: string): boolean => plainPath.test(path) && !/\/\.\.?(\/|$)/.test(path)

function canonicalQuery(query: string): string | undefined {
  const pairs = query.split('&').filter(Boolean).map(decodedPair)
  if (pairs.length > mostParameters) return undefined
  const known = pairs.filter((pair) => pair !== undefined)
  if (known.length < pairs.length) return undefined
  // `a[]=1&b[]=2` builds one list from several names, in the order given.
  if (!known.some(([name]) => name.includes('[]'))) {
    known.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  }
  return known.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')
}

function decodedPair(pair: string): [name: string, value: string] | undefined {
  const end = pair.indexOf('=')
  const name = end < 0 ? pair : pair.slice(0, end)
  const value = end < 0 ? '' : pair.slice(end + 1)
  try {
    return [decoded(name), decoded(value)]
  } catch {
    return undefined
  }
}

const decoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '))
