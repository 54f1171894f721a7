import { timingSafeEqual } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'
import type { Partner } from '../../collections/payload-types.ts'
import { forNobody } from '../cms/dependencies/track.ts'
import type { Client, Judge, Refusal, Verdict } from '../gate/verdict.ts'
import { inTime } from '../in-time.ts'
import { keysSlug, type StoredKey } from './collections.ts'
import { readKey } from './key.ts'

/**
 * Milliseconds since a key was looked up. It is good for less than a second, so that a revoked one ends
 * everywhere by then; one in use is looked up anew before that, and nobody has to wait.
 */
const fresh = 400
const good = 900
/** Milliseconds after which the database has not answered. */
const patience = 2000
/** Requests a minute, of a partner for whom no number is given. */
const usualLimit = 600

export type PartnerClient = Client & {
  keyId: string
  lastUsedOn: string | undefined
  readsDrafts: boolean
  /** As Payload takes it for `req.user`. */
  user: Partner & { collection: 'partners'; _strategy: string }
}

/** `since` is by the clock that nobody sets. */
type Entry = { verdict: Verdict<PartnerClient>; since: number; endsAt: number }

export type KeyRing = Judge<PartnerClient> & {
  /** Forgets what it knows, because keys or partners have changed here. */
  forget(): void
}

const rings = new WeakMap<Payload, KeyRing>()

/** The keys of a Payload instance. */
export function keyRingOf(payload: Payload): KeyRing {
  const ring = rings.get(payload) ?? createKeyRing(payload)
  rings.set(payload, ring)
  return ring
}

function createKeyRing(payload: Payload): KeyRing {
  // By the hash, so that no key stays in memory.
  const entries = new LRUCache<string, Entry>({ max: 10_000 })
  const asking = new Map<string, Promise<Verdict<PartnerClient>>>()
  let generation = 0

  function known(key: string): Verdict<PartnerClient> | undefined {
    const read = readKey(key)
    if (!read) return { refusal: malformed }
    const entry = entries.get(read.hash)
    if (!entry) return undefined
    const age = performance.now() - entry.since
    if (age > good) return undefined
    if (Date.now() >= entry.endsAt) return { refusal: expired(entry.endsAt) }
    if (age > fresh) void lookUp(read.id, read.hash)
    return entry.verdict
  }

  async function ask(key: string): Promise<Verdict<PartnerClient>> {
    const read = readKey(key)
    return read ? lookUp(read.id, read.hash) : { refusal: malformed }
  }

  /** One look-up a key at a time. */
  function lookUp(id: string, hash: string): Promise<Verdict<PartnerClient>> {
    const under = asking.get(hash)
    if (under) return under
    const since = performance.now()
    const began = generation
    const asked = inTime(patience, find(payload, id, hash), late)
      .then(({ verdict, endsAt }) => {
        if (began === generation) entries.set(hash, { verdict, since, endsAt })
        return verdict
      })
      .catch((error: unknown) => {
        payload.logger.error({ err: error }, 'A key could not be looked up.')
        return { refusal: unavailable }
      })
      .finally(() => {
        if (asking.get(hash) === asked) asking.delete(hash)
      })
    asking.set(hash, asked)
    return asked
  }

  return {
    known,
    ask,
    forget() {
      generation += 1
      entries.clear()
      asking.clear()
    },
  }
}

type Found = { verdict: Verdict<PartnerClient>; endsAt: number }

async function find({ db }: Payload, keyId: string, hash: string): Promise<Found> {
  const key = await db.findOne<StoredKey>({
    collection: keysSlug,
    req: forNobody({}),
    where: { keyId: { equals: keyId } },
  })
  if (!key || !isSame(key.hash, hash)) return refused(unknown)
  const endsAt = key.expiresAt ? Date.parse(key.expiresAt) : Number.POSITIVE_INFINITY
  if (key.revokedAt) return refused(revoked(key.revokedAt))
  if (endsAt <= Date.now()) return refused(expired(endsAt))
  const partner = await db.findOne<Partner>({
    collection: 'partners',
    req: forNobody({}),
    where: { id: { equals: key.partner } },
  })
  if (!partner) return refused(unknown)
  if (!partner.active) return refused(switchedOff)
  return { verdict: { client: clientOf(partner, key) }, endsAt }
}

const clientOf = (partner: Partner, key: StoredKey): PartnerClient => ({
  partner: partner.id,
  keyId: key.keyId,
  lastUsedOn: key.lastUsedOn ?? undefined,
  requestsPerMinute: partner.requestsPerMinute ?? usualLimit,
  origins: partner.origins ?? [],
  readsDrafts: partner.scopes?.includes('drafts') ?? false,
  user: { ...partner, collection: 'partners', _strategy: 'partner-key' },
})

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

const late = () => new Error(`The database did not answer within ${patience} ms.`)

const refused = (refusal: Refusal): Found => ({
  verdict: { refusal },
  endsAt: Number.POSITIVE_INFINITY,
})

const refusal = (code: string, message: string): Refusal => ({ status: 401, code, message })

const malformed = refusal(
  'key_malformed',
  'Authorization: this is not a whole key. Accepted: "Bearer KEY" or "partners API-Key KEY", with a key of 65 characters that begins with hb_.',
)
/** Also what an id with another's secret is told: nobody learns which ids there are. */
const unknown = refusal('key_unknown', 'Authorization: there is no such key.')
const switchedOff = refusal(
  'partner_inactive',
  "Authorization: this partner's access is switched off.",
)
const revoked = (at: string) =>
  refusal('key_revoked', `Authorization: this key was revoked on ${at.slice(0, 10)}.`)
const expired = (at: number) =>
  refusal('key_expired', `Authorization: this key expired at ${new Date(at).toISOString()}.`)

const unavailable: Refusal = {
  status: 503,
  code: 'keys_unavailable',
  message:
    'Keys cannot be checked at present. Ask again in a moment; what is public can be read without a key.',
  retryAfter: 2,
}
