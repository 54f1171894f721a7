import { createHash } from 'node:crypto'

export const windowSeconds = 60
const windowLength = windowSeconds * 1000

/** As many clients as are remembered at once, each about 200 bytes. */
const mostBuckets = 100_000

/** How often somebody has asked in the present window. */
export type Bucket = {
  readonly id: string
  /** Windows of different clients begin at different times, so that not all come back at once. */
  readonly offset: number
  /** When the window ends that the counts are of; in milliseconds since 1970, and the same on every server. */
  endsAt: number
  /** Requests let through by this server. */
  used: number
  /** Requests let through by other servers, as far as is known. */
  elsewhere: number
  /** How many of `used` the other servers have been told of. */
  told: number
  /** Whether it waits to be told to other servers. */
  isWaiting: boolean
  /** It is in no list any more; who still holds it has to look anew. */
  isForgotten: boolean
}

/**
 * Counts requests by client in windows of a minute, in memory and synchronously.
 *
 * @param onCount told the first time that a bucket has changed since it stopped waiting
 */
export function createCounts(onCount?: (bucket: Bucket) => void) {
  const buckets = new Map<string, Bucket>()

  return {
    bucket(id: string): Bucket {
      const known = buckets.get(id)
      if (known) return known
      const made = makeBucket(id)
      buckets.set(id, made)
      const [oldest] = buckets.size > mostBuckets ? buckets.values() : []
      if (oldest) forget(oldest)
      return made
    },

    /** Counts a request, unless the limit is reached. */
    take(bucket: Bucket, limit: number, now: number): boolean {
      if (!hasRoom(bucket, limit, now)) return false
      bucket.used += 1
      if (onCount && !bucket.isWaiting) {
        bucket.isWaiting = true
        onCount(bucket)
      }
      return true
    },

    hasRoom,

    /** Forgets whoever has not asked in this window or the one before. */
    sweep(now: number): void {
      for (const bucket of buckets.values()) {
        if (bucket.endsAt + windowLength <= now) forget(bucket)
      }
    },

    get size(): number {
      return buckets.size
    },
  }

  function forget(bucket: Bucket): void {
    bucket.isForgotten = true
    buckets.delete(bucket.id)
  }
}

export type Counts = ReturnType<typeof createCounts>

/** When the bucket's window ends, in whole seconds from now; at least one. */
export const secondsLeft = ({ endsAt }: Bucket, now: number): number =>
  Math.max(1, Math.ceil((endsAt - now) / 1000))

function hasRoom(bucket: Bucket, limit: number, now: number): boolean {
  // A clock may be set back, too.
  if (now >= bucket.endsAt || now < bucket.endsAt - windowLength) {
    bucket.endsAt = now - ((now + bucket.offset) % windowLength) + windowLength
    bucket.used = 0
    bucket.elsewhere = 0
    bucket.told = 0
  }
  return bucket.used + bucket.elsewhere < limit
}

const makeBucket = (id: string): Bucket => ({
  id,
  // The same on every server, for they count together.
  offset: createHash('sha256').update(id).digest().readUInt32BE() % windowLength,
  endsAt: 0,
  used: 0,
  elsewhere: 0,
  told: 0,
  isWaiting: false,
  isForgotten: false,
})
