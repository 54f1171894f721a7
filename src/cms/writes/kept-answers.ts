import { type CollectionSlug, headersWithCors, type Payload, type PayloadRequest } from 'payload'
import { isConflict } from '../in-transaction.ts'
import { keysSlug, type StoredKey } from './idempotency-collection.ts'
import { busy, refuseKey } from './refused-key.ts'

const collection = keysSlug as CollectionSlug

const hour = 60 * 60 * 1000
/** For how long an answer is kept. */
const lifetime = 24 * hour
/** After which a request that has not ended is taken to have died with its server. */
const patience = 10 * 60 * 1000
/** Characters of an answer that are kept; of a longer one only what it made. */
const mostKept = 1_000_000

/** The key that a request brings, and what it asks, as digests. */
export type Given = { key: string; request: string }

/** Another request with the same key is under way. */
export class Taken extends Error {}

/** What a request is answered whose key has been brought before; undefined when it has not. */
export async function answeredBefore(req: PayloadRequest, { key, request }: Given) {
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
    return refuseKey(req, 422, message, 'idempotency_key_reused')
  }
  if (known.status) return replay(req, known)
  if (age < patience) return busy(req)
  const message =
    'Idempotency-Key: the server ended while it did this, so it may be done or not. See which, and use a new key.'
  return refuseKey(req, 409, message, 'idempotency_outcome_unknown')
}

/**
 * Writes a key down, before what is asked is done.
 *
 * @returns the id of what is written
 * @throws Taken
 */
export async function reserve(req: PayloadRequest, { key, request }: Given): Promise<string> {
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

/** Forgets a key whose request has done nothing. */
export const release = (req: PayloadRequest, { key, request }: Given) =>
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

/** Keeps the answer with the key, and gives it back to be sent. */
export async function keep(req: PayloadRequest, id: string, response: Response): Promise<Response> {
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
export function sweepNowAndThen(payload: Payload): void {
  if (Date.now() - (swept.get(payload) ?? 0) < hour) return
  swept.set(payload, Date.now())
  const before = new Date(Date.now() - lifetime).toISOString()
  void payload.db
    .deleteMany({ collection, where: { at: { less_than: before } } })
    .catch((err: unknown) => payload.logger.warn({ err }, 'Old idempotency keys were not deleted.'))
}
