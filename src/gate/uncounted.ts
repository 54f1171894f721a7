import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

export type UncountedOptions = {
  /** Paths whose pages and files are not counted, with all below them. */
  paths: readonly string[]
  /** Whether a POST to that address is a log-in, which has a limit of its own. */
  isLogIn(url: string): boolean
  /** Whether somebody is signed in who works here. */
  isEditor(headers: IncomingHttpHeaders): boolean
}

/**
 * Tells which requests are not counted by address: editors', who may be many behind one address, those of
 * the admin's pages, log-ins, and the questions that browsers ask before.
 */
export function uncounted({ paths, isLogIn, isEditor }: UncountedOptions) {
  return ({ headers, method, url = '' }: IncomingMessage): boolean => {
    for (const path of paths) if (isBelow(path, url)) return true
    if (method === 'OPTIONS' || (method === 'POST' && isLogIn(url))) return true
    const { authorization, cookie } = headers
    return (cookie !== undefined || authorization !== undefined) && isEditor(headers)
  }
}

const isBelow = (path: string, url: string): boolean => {
  if (!url.startsWith(path)) return false
  const next = url[path.length]
  return next === undefined || next === '/' || next === '?'
}
