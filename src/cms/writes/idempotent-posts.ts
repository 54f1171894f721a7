import { createHmac } from 'node:crypto'
import {
  type CollectionSlug,
  type Endpoint,
  headersWithCors,
  type Payload,
  type PayloadHandler,
  type PayloadRequest,
  type SanitizedConfig,
} from 'payload'
import { isConflict } from '../in-transaction.ts'
import { inRequestTransaction } from '../request-transaction.ts'
import { digestOf } from './asked-again.ts'
import { keysSlug, type StoredKey } from './idempotency-collection.ts'

const collection = keysSlug as CollectionSlug

const hour = 60 * 60 * 1000
/** For how long an answer is kept. */
const lifetime = 24 * hour
/** After which a request that has not ended is taken to have died with its server. */
const patience = 10 * 60 * 1000
/** Characters of an answer that are kept; of a longer one only what it made. */
const mostKept = 1_000_000

/**
 * `joining` do what they do in the transaction of the request, so that it and the key are written together
 * or not at all. `reserving` have transactions of their own, and the key is written before and after.
 */
export type IdempotentPaths = { joining: readonly string[]; reserving: readonly string[] }

type Given = { key: string; request: string }

/**
 * Has a POST that is repeated with the same Idempotency-Key answered as the first was, for a day
 * (draft-ietf-httpapi-idempotency-key-header). What was refused or failed has written nothing, is not kept,
 * and may be tried again with the same key.
 */
export function idempotentPosts(config: SanitizedConfig, paths: IdempotentPaths): SanitizedConfig {
  const underWay = new Set<string>()
  for (const owner of [config, ...config.collections]) {
    if (!owner.endpoints) continue
    const base = 'slug' in owner ? `/${owner.slug}` : ''
    if (base.startsWith('/payload-')) continue
    owner.endpoints = owner.endpoints.map((endpoint) => ({
      ...endpoint,
      handler: idempotent(endpoint, paths, underWay),
    }))
  }
  return config
}

function idempotent(
  { handler, method, path }: Endpoint,
  { joining, reserving }: IdempotentPaths,
  underWay: Set<string>,
): PayloadHandler {
  if (method !== 'post') return handler
  const isJoining = joining.includes(path)
  return async (req) => {
    const header = req.headers.get('Idempotency-Key')
    // Whoever is not signed in writes nothing, and is told so.
    if (header === null || !req.user) return handler(req)
    if (!isJoining && !reserving.includes(path)) {
      return refuse(req, 400, 'Idempotency-Key: not taken here', 'idempotency_key_not_taken')
    }
    const name = /^(?:"([\x20\x21\x23-\x7e]{1,200})"|([\w.~:/+=-]{1,200}))$/.exec(header.trim())
    if (!name) {
      const accepted = 'Idempotency-Key: accepted: 1 to 200 printable characters in "quotes"'
      return refuse(req, 400, accepted, 'idempotency_key_malformed')
    }
    const given = {
      key: keyOf(req, name[1] ?? name[2] ?? ''),
      request: await digestOf(req),
    }
    if (underWay.has(given.key)) return busy(req)
    underWay.add(given.key)
    try {
      return await (isJoining ? joined(req, given, handler) : reserved(req, given, handler))
    } finally {
      underWay.delete(given.key)
      sweepNowAndThen(req.payload)
    }
  }
}

/** One user's key is nobody else's, and not told by the database. */
const keyOf = ({ payload, user }: PayloadRequest, key: string): string =>
  createHmac('sha256', payload.secret)
    .update(`${user?.collection} ${user?.id} ${key}`)
    .digest('base64url')

async function joined(req: PayloadRequest, given: Given, handler: PayloadHandler) {
  let isTakenBack = false
  try {
    return await inRequestTransaction(req, async () => {
      isTakenBack = Boolean(await req.transactionID)
      const answered = await answeredBefore(req, given)
      if (answered) return answered
      const id = await reserve(req, given)
      const response = await handler(req)
      if (!response.ok) throw new NotDone(response)
      return await keep(req, id, response)
    })
  } catch (error) {
    if (!isTakenBack) await release(req, given)
    if (error instanceof NotDone) return error.response
    if (error instanceof Taken) return busy(req)
    throw error
  }
}

async function reserved(req: PayloadRequest, given: Given, handler: PayloadHandler) {
  const answered = await answeredBefore(req, given)
  if (answered) return answered
  let id: string
  try {
    id = await reserve(req, given)
  } catch (error) {
    if (error instanceof Taken) return busy(req)
    throw error
  }
  try {
    const response = await handler(req)
    if (response.ok) return await keep(req, id, response)
    await release(req, given)
    return response
  } catch (error) {
    await release(req, given)
    throw error
  }
}

async function answeredBefore(req: PayloadRequest, { key, request }: Given) {
  const known = await req.payload.db.findOne<StoredKey>({
    ...{ collection, req, where: { key: { equals: key } } },
  })
  if (!known) return undefined
  const age = Date.now() - Date.parse(known.at)
  if (age > lifetime) {
    await req.payload.db.deleteOne({ collection, req, where: { key: { equals: key } } })
    return undefined
  }
  if (known.request !== request) {
    const message =
      'Idempotency-Key: it came with another request before; a new one needs a new key'
    return refuse(req, 422, message, 'idempotency_key_reused')
  }
  if (known.status) return replay(req, known)
  if (age < patience) return busy(req)
  const message =
    'Idempotency-Key: the server ended while it did this, so it may be done or not. See which, and use a new key.'
  return refuse(req, 409, message, 'idempotency_outcome_unknown')
}

async function reserve(req: PayloadRequest, { key, request }: Given): Promise<string> {
  const data = { key, request, at: new Date().toISOString() }
  try {
    const { id } = await req.payload.db.create({ collection, data, req, returning: true })
    return String(id)
  } catch (error) {
    // Another server has written it meanwhile, or is about to.
    if (isConflict(error)) throw new Taken()
    throw error
  }
}

const release = (req: PayloadRequest, { key, request }: Given) =>
  req.payload.db.deleteMany({
    collection,
    where: {
      and: [
        { key: { equals: key } },
        { request: { equals: request } },
        { status: { exists: false } },
      ],
    },
  })

async function keep(req: PayloadRequest, id: string, response: Response): Promise<Response> {
  const text = await response.text()
  const { headers, status } = response
  const etag = req.responseHeaders?.get('ETag') ?? null
  const body = text.length > mostKept ? shortened(text) : text
  await req.payload.db.updateOne({ collection, id, data: { status, etag, body }, req })
  return new Response(text, { status, headers })
}

/** What was made, without what it refers to. */
function shortened(text: string): string {
  const { doc, message } = JSON.parse(text)
  return JSON.stringify({ ...(doc ? { doc: { id: doc.id } } : {}), message })
}

function replay(req: PayloadRequest, { body, etag, status }: StoredKey): Response {
  const headers = new Headers({ 'Content-Type': 'application/json' })
  headers.set('Idempotency-Replayed', 'true')
  if (etag) headers.set('ETag', etag)
  return new Response(body, {
    status: status ?? 200,
    headers: headersWithCors({ headers, req }),
  })
}

const swept = new WeakMap<Payload, number>()

/** Deletes what is kept no longer, at most once an hour. */
function sweepNowAndThen(payload: Payload): void {
  if (Date.now() - (swept.get(payload) ?? 0) < hour) return
  swept.set(payload, Date.now())
  const before = new Date(Date.now() - lifetime).toISOString()
  void payload.db
    .deleteMany({ collection, where: { at: { less_than: before } } })
    .catch((err: unknown) => payload.logger.warn({ err }, 'Old idempotency keys were not deleted.'))
}

/** Takes the transaction back, with an answer that is one all the same. */
class NotDone extends Error {
  constructor(readonly response: Response) {
    super('not done')
  }
}

class Taken extends Error {}

const busy = (req: PayloadRequest): Response =>
  refuse(
    req,
    409,
    'Idempotency-Key: the first request with this key is still under way. Ask again in 1 s.',
    'idempotency_key_under_way',
    { 'Retry-After': '1' },
  )

function refuse(
  req: PayloadRequest,
  status: number,
  message: string,
  code: string,
  more: Record<string, string> = {},
): Response {
  const headers = headersWithCors({ headers: new Headers(more), req })
  return Response.json({ errors: [{ message, data: { code } }] }, { status, headers })
}
