import { contentSecurityPolicy } from './render/style.ts'

/** Anybody may read what is public, from any page; and a browser is to take it for nothing else. */
const forAll = {
  'Access-Control-Allow-Origin': '*',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** Until a cache that is told of changes says better: ask each time. */
const unlessKept = { 'Cache-Control': 'no-cache' }

export type AnswerInit = { status?: number; headers?: Record<string, string> }

export const answerWith = (type: string, body: string | null, init: AnswerInit = {}): Response =>
  new Response(body, {
    status: init.status ?? 200,
    headers: { ...forAll, ...unlessKept, 'Content-Type': type, ...init.headers },
  })

export const jsonAnswer = (body: unknown, init?: AnswerInit): Response =>
  answerWith('application/json', JSON.stringify(body), init)

export const pageAnswer = (page: string, init: AnswerInit = {}): Response =>
  answerWith('text/html; charset=utf-8', page, {
    ...init,
    headers: { 'Content-Security-Policy': contentSecurityPolicy, ...init.headers },
  })

export const redirect = (location: string, status = 308, headers: Record<string, string> = {}) =>
  new Response(null, {
    status,
    headers: { ...forAll, ...unlessKept, Location: location, ...headers },
  })

/** @returns the answer to a method that reads nothing; undefined for GET and HEAD */
export function methodAnswer({ method }: Request): Response | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined
  const allow = 'GET, HEAD, OPTIONS'
  if (method !== 'OPTIONS') {
    const errors = [{ message: `${method} is not a method here; accepted: ${allow}.` }]
    return jsonAnswer({ errors }, { status: 405, headers: { Allow: allow } })
  }
  const headers = {
    ...forAll,
    Allow: allow,
    'Access-Control-Allow-Methods': allow,
    'Access-Control-Allow-Headers': '*',
    'Access-Control-Max-Age': '86400',
  }
  return new Response(null, { status: 204, headers })
}
