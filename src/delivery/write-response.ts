import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { FlatHeaders } from './source-headers.ts'

/** Header fields as they go over the wire, each line ended; what Node has checked once need not be checked again. */
export type HeadLines = string

/**
 * Where Node keeps what it is going to send. They are no documented API; where they are not as they have
 * been since Node 8, everything is written by `writeHead`.
 */
type Outgoing = { _header?: string | null; _keepAliveTimeout?: number; shouldKeepAlive?: boolean }

/**
 * Sends a whole response whose head is ready as text.
 *
 * `writeHead` checks and joins every field for each response, which takes as long as everything else that
 * is done for an answer from memory. This puts the text in its place, and a body that is a string behind
 * it; all else, the connection and pipelining included, stays Node's.
 *
 * @param lines of fields that Node would accept, `Date` and those of the connection left out
 */
export function writeResponse(
  res: ServerResponse,
  status: number,
  lines: HeadLines,
  body?: Buffer | string,
): void {
  const outgoing = res as unknown as Outgoing
  const isUsual =
    outgoing._header === null &&
    outgoing.shouldKeepAlive === true &&
    // Of HTTP/1.0 Node says other things of the connection.
    res.req.httpVersionMinor === 1
  if (isUsual) {
    res.statusCode = status
    const head = statusLine(status) + lines + connectionLines(outgoing._keepAliveTimeout)
    // Node sends a head of its own in one write; a head and a body in two, which it has to gather.
    const isOne = typeof body === 'string' && res.req.method !== 'HEAD'
    outgoing._header = isOne ? head + body : head
    if (isOne) return void res.end()
  } else {
    res.writeHead(status, fieldsOf(lines))
  }
  if (body === undefined) res.end()
  else res.end(body, 'latin1')
}

export const linesOf = (headers: FlatHeaders): HeadLines =>
  headers.map((text, i) => (i % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join('')

function fieldsOf(lines: HeadLines): FlatHeaders {
  return lines
    .split('\r\n')
    .filter(Boolean)
    .flatMap((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)])
}

const statusLines = new Map<number, string>()

function statusLine(status: number): string {
  const found = statusLines.get(status)
  if (found !== undefined) return found
  const made = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'unknown'}\r\n`
  statusLines.set(status, made)
  return made
}

let dated = ''
let second = 0
let promised: number | undefined

/** The date, which changes with the second, and how long the connection is kept, in milliseconds. */
function connectionLines(keepAlive = 0): string {
  const now = Math.floor(Date.now() / 1000)
  if (now !== second || keepAlive !== promised) {
    second = now
    promised = keepAlive
    const hint = keepAlive ? `Keep-Alive: timeout=${Math.floor(keepAlive / 1000)}\r\n` : ''
    dated = `Date: ${new Date(now * 1000).toUTCString()}\r\nConnection: keep-alive\r\n${hint}\r\n`
  }
  return dated
}
