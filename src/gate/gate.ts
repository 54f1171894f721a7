import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Front } from '../http/server.ts'
import { type Bucket, type Counts, secondsLeft } from './counts.ts'
import { keyIn } from './key-in.ts'
import {
  fieldsOf,
  linesOf,
  type Policy,
  policyOf,
  type RateLimit,
  rateLimitOf,
} from './rate-limit-headers.ts'
import { refuse as answerRefusal } from './refuse.ts'
import type { Client, Judge, Refusal, Verdict } from './verdict.ts'

export type GateOptions<C extends Client> = {
  /** Who knows the keys; nobody where there are none. */
  judge?: Judge<C> | undefined
  /** Whether a request is not counted: an editor's, or for the admin's files. */
  isFree(req: IncomingMessage): boolean
  /** Who a request without a key comes from. */
  addressOf(req: IncomingMessage): string
  /** Whether all requests of a connection come from one address. */
  isDirect: boolean
  /** Of an address without a key; 0 is no limit. */
  requestsPerMinute: number
  /** Our own pages may always use a key. */
  origin: string
  counts: Counts
  /** Told of every request with a good key: let through, or stopped by the limit. */
  onRequest?(client: C, kind: 'requests' | 'throttled'): void
  /** Runs what asks the database for a request. */
  runFor?<T>(req: IncomingMessage, work: () => Promise<T>): Promise<T>
  /** Told of every request that is refused, before it is. */
  onRefusal?(req: IncomingMessage, res: ServerResponse, status: number): void
  now?: () => number
}

export type Gate<C extends Client> = {
  /** Puts the gate before somebody who answers requests. */
  before(inner: Front): Front
  /** What an answer to this request says of the client's limit, as lines of its head. */
  linesFor(req: IncomingMessage): string
  /** Whose key came with the request; undefined when it came without. */
  clientOf(req: IncomingMessage): C | undefined
}

const passed = Symbol('passed the gate')
const visitor = Symbol('counted as')
type Passed<C> = { limit: RateLimit | undefined; client: C | undefined }
type Marked<C> = IncomingMessage & { [passed]?: Passed<C> }
type Connection = Socket & { [visitor]?: Bucket }
type Exchange = {
  req: IncomingMessage
  res: ServerResponse
  next: Parameters<Front>[2]
  inner: Front
}

/**
 * Stands before everything that answers: refuses keys that are not good, and whoever asks too often. It
 * may cost a request without a key about a microsecond, for most are answered from memory.
 */
export function createGate<C extends Client>(options: GateOptions<C>): Gate<C> {
  const { judge, isFree, addressOf, isDirect, counts, onRequest, onRefusal } = options
  const { now = Date.now, runFor = (_, work) => work() } = options
  const ofAddress = policyOf('address', options.requestsPerMinute, 'from one address without a key')
  const ofWrongKeys = policyOf('address', options.requestsPerMinute, 'with keys that are not good')
  const ofPartners = new Map<number, Policy>()

  function arrive(exchange: Exchange) {
    const { authorization } = exchange.req.headers
    const key = judge && authorization !== undefined ? keyIn(authorization) : undefined
    if (judge && key !== undefined) withKey(judge, key, exchange)
    else withoutKey(exchange)
  }

  function withoutKey(exchange: Exchange) {
    const { req, res } = exchange
    if (ofAddress.limit === 0 || isFree(req)) return letIn(undefined, undefined, exchange)
    const time = now()
    const bucket = bucketOf(req)
    if (!counts.take(bucket, ofAddress.limit, time)) return tooMany(ofAddress, bucket, time, res)
    letIn(undefined, rateLimitOf(ofAddress, bucket, time), exchange)
  }

  function withKey(judges: Judge<C>, key: string, exchange: Exchange) {
    const known = judges.known(key)
    if (known) return settle(known, exchange)
    const { req, res } = exchange
    const time = now()
    const wrong = wrongKeysOf(req)
    if (ofWrongKeys.limit > 0 && !counts.hasRoom(wrong, ofWrongKeys.limit, time)) {
      return tooMany(ofWrongKeys, wrong, time, res)
    }
    void runFor(req, () => judges.ask(key)).then((verdict) => {
      if (!res.destroyed) settle(verdict, exchange)
    })
  }

  function settle(verdict: Verdict<C>, exchange: Exchange) {
    if ('refusal' in verdict) refuseKey(verdict.refusal, exchange)
    else admit(verdict.client, exchange)
  }

  /** Wrong keys are counted, so that nobody has the database asked for one after the other without end. */
  function refuseKey(refusal: Refusal, { req, res }: Exchange) {
    if (ofWrongKeys.limit === 0 || refusal.status === 503) return refuse(res, refusal)
    const time = now()
    const wrong = wrongKeysOf(req)
    if (counts.take(wrong, ofWrongKeys.limit, time)) refuse(res, refusal)
    else tooMany(ofWrongKeys, wrong, time, res)
  }

  function admit(client: C, exchange: Exchange) {
    const { req, res } = exchange
    const { origin } = req.headers
    if (origin !== undefined && origin !== options.origin && !client.origins.includes(origin)) {
      return refuse(res, foreign(origin))
    }
    const policy = policyOfPartner(client.requestsPerMinute)
    if (policy.limit === 0) {
      onRequest?.(client, 'requests')
      return letIn(client, undefined, exchange)
    }
    const time = now()
    const bucket = counts.bucket(`partner ${client.partner}`)
    const isAdmitted = counts.take(bucket, policy.limit, time)
    onRequest?.(client, isAdmitted ? 'requests' : 'throttled')
    if (!isAdmitted) return tooMany(policy, bucket, time, res)
    letIn(client, rateLimitOf(policy, bucket, time), exchange)
  }

  function letIn(client: C | undefined, limit: RateLimit | undefined, exchange: Exchange) {
    const { req, res, next, inner } = exchange
    if (!client && !limit) return inner(req, res, next)
    ;(req as Marked<C>)[passed] = { limit, client }
    inner(req, res, (body) => {
      if (limit) setFields(res, fieldsOf(limit))
      next(body)
    })
  }

  function bucketOf(req: IncomingMessage): Bucket {
    if (!isDirect) return counts.bucket(addressOf(req))
    const connection = req.socket as Connection
    const known = connection[visitor]
    if (known && !known.isForgotten) return known
    const bucket = counts.bucket(addressOf(req))
    connection[visitor] = bucket
    return bucket
  }

  function refuse(res: ServerResponse, refusal: Refusal, limit?: RateLimit) {
    if (!res.destroyed) onRefusal?.(res.req, res, refusal.status)
    answerRefusal(res, refusal, limit)
  }

  function tooMany(policy: Policy, bucket: Bucket, time: number, res: ServerResponse) {
    const retryAfter = secondsLeft(bucket, time)
    const message = `Too many requests; accepted ${policy.whose}: ${policy.limit} a minute. Ask again in ${retryAfter} s.`
    const refusal: Refusal = { status: 429, code: 'too_many_requests', message, retryAfter }
    refuse(res, refusal, rateLimitOf(policy, bucket, time))
  }

  const wrongKeysOf = (req: IncomingMessage) => counts.bucket(`wrong keys ${addressOf(req)}`)

  function policyOfPartner(limit: number): Policy {
    const policy =
      ofPartners.get(limit) ?? policyOf('partner', limit, 'with the keys of one partner')
    ofPartners.set(limit, policy)
    return policy
  }

  return {
    before: (inner) => (req, res, next) => arrive({ req, res, next, inner }),
    linesFor(req) {
      const limit = (req as Marked<C>)[passed]?.limit
      return limit ? linesOf(limit) : ''
    },
    clientOf: (req) => (req as Marked<C>)[passed]?.client,
  }
}

function setFields(res: ServerResponse, fields: string[]) {
  for (let i = 0; i < fields.length; i += 2) res.setHeader(fields[i] ?? '', fields[i + 1] ?? '')
}

const foreign = (origin: string): Refusal => ({
  status: 403,
  code: 'origin_not_allowed',
  message: `Origin: this key may not be used on pages of ${origin.slice(0, 200)}; an administrator can add it to the partner's origins. What is public can be read without a key.`,
})
