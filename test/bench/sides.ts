import { deepEqual } from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Answer, type Ask, answerTo } from './load/ask.ts'
import type { Group, Row, ServerName } from './rows.ts'
import { type Server, startServer } from './servers.ts'

export type Servers = Partial<Record<ServerName, Server>>

/** A row that can be measured: where to ask and what, beside the server that is its limit. */
export type Side = { row: Row; url: string; ask: Ask; limit: Server }

type Answered = { row: Row; url: string; ask: Ask; answer: Answer }

/**
 * Makes a group's rows ready: sees that they answer alike, and starts their limits.
 *
 * @throws Error when sides that have to answer alike do not
 */
export async function prepare(group: Group, servers: Servers): Promise<Side[]> {
  const answered: Answered[] = []
  for (const row of group.rows) {
    const server = servers[row.server]
    if (server) answered.push(await firstAnswer(row, server.url))
  }
  assertSameAnswer(group, answered)
  const limits = new Map<string, Server>()
  for (const { row, answer } of answered) {
    if (!limits.has(row.limit)) limits.set(row.limit, await startLimit(answer))
  }
  return answered.map(({ row, url, ask }) => ({
    row,
    url,
    ask,
    limit: limits.get(row.limit) as Server,
  }))
}

/** What the row is answered once the cache, if it has one, knows it. */
async function firstAnswer(row: Row, url: string): Promise<Answered> {
  const { headers } = await answerTo(row.ask, url)
  const ask = row.revalidates
    ? { ...row.ask, headers: { ...row.ask.headers, 'If-None-Match': headers.etag ?? '' } }
    : row.ask
  const answer = await answerTo(ask, url)
  assertAnswers(row, answer)
  return { row, url, ask, answer }
}

/** A hit has an ETag, but for a POST, whose answer no client may keep. */
function assertAnswers({ ask, how, limit, server }: Row, { headers, status }: Answer): void {
  const isRight =
    status === (limit === 'no body' ? 304 : 200) &&
    (server !== 'cached' || ask.body !== undefined || headers.etag !== undefined) &&
    headers['content-encoding'] === (limit === 'compressed body' ? 'br' : undefined)
  if (!isRight) throw new Error(`${how}: ${status} ${JSON.stringify(headers)}`)
}

/** Our own sides give the same bytes; stock Payload the same values, but for the fields that our plugins add. */
function assertSameAnswer({ what }: Group, answered: Answered[]): void {
  const [first, ...others] = answered.filter(({ row }) => row.limit === 'body')
  if (!first) return
  for (const { row, answer } of others) {
    if (row.server === 'stock') deepEqual(valuesOf(answer), valuesOf(first.answer))
    else if (!answer.body.equals(first.answer.body)) {
      throw new Error(`Our sides answer differently: ${what}.`)
    }
  }
}

const added = new Set(['contentLocale', 'locales'])

const valuesOf = ({ body }: Answer): unknown =>
  JSON.parse(body.toString(), (name, value) => (added.has(name) ? undefined : value))

/** A bare server that gives the same bytes as ours, its head included, and does nothing else. */
async function startLimit({ status, headers, body }: Answer): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'handbill-limit-'))
  const file = join(folder, 'answer.json')
  const same = Object.entries(headers).filter(([name]) => !itsOwn.has(name))
  const constant = { status, headers: Object.fromEntries(same), body: body.toString('base64') }
  writeFileSync(file, JSON.stringify(constant))
  try {
    return await startServer(() => [resolve('test/bench/limit.mjs'), file], {}, '/')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What Node says of a connection by itself. */
const itsOwn = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding'])
