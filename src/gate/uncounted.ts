import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

export type UncountedOptions = {
  /** Paths whose pages and files are not counted, with all below them. */
  paths: readonly string[]
  /** Below which the accounts are, as in `/api/users`. */
  accounts: string
  /** Whether somebody is signed in who works here. */
  isEditor(headers: IncomingHttpHeaders): boolean
}

/**
 * Tells which requests are not counted by address: editors', who may be many behind one address, those of
 * the admin's pages, log-ins, which have limits of their own, and the questions that browsers ask before.
 */
export function uncounted({ paths, accounts, isEditor }: UncountedOptions) {
  const logIn = new RegExp(
    `^${accounts}/(?:login|logout|refresh-token|first-register|forgot-password|reset-password|unlock)(?:\\?|$)`,
  )
  return ({ headers, method, url = '' }: IncomingMessage): boolean => {
    for (const path of paths) if (isBelow(path, url)) return true
    if (method !== 'GET' && isAsideOf(method, url)) return true
    const { authorization, cookie } = headers
    return (cookie !== undefined || authorization !== undefined) && isEditor(headers)
  }

  function isAsideOf(method: string | undefined, url: string): boolean {
    return method === 'OPTIONS' || (method === 'POST' && logIn.test(url))
  }
}

const isBelow = (path: string, url: string): boolean => {
  if (!url.startsWith(path)) return false
  const next = url[path.length]
  return next === undefined || next === '/' || next === '?'
}
