import { createHmac } from 'node:crypto'
import type { Logger } from '../logger.ts'
import type { Bucket } from './counts.ts'

/** What this server adds to a count that all share. */
export type Addition = { id: string; count: number; until: Date }

/** Adds to the shared counts, and tells what they are then. */
export type ShareCounts = (additions: readonly Addition[]) => Promise<ReadonlyMap<string, number>>

/** How long other servers may not know of what one has counted. */
const interval = 250

export type SharingOptions = {
  share: ShareCounts
  /** The same on all servers: what is stored of a client is a digest under it, another in each window. */
  secret: string
  /** How many requests of a client are kept to oneself. */
  toOneself: (bucket: Bucket) => number
  logger: Logger
  now?: () => number
}

/**
 * Has servers count together. Each counts for itself and tells the others now and then; where nothing
 * can be told, each goes on counting for itself.
 */
export function createSharing({
  share,
  secret,
  toOneself,
  logger,
  now = Date.now,
}: SharingOptions) {
  let waiting: Bucket[] = []
  let isFailing = false

  async function exchange(): Promise<void> {
    const time = now()
    const due = waiting.splice(0).filter((bucket) => {
      bucket.isWaiting = false
      return time < bucket.endsAt && bucket.used > toOneself(bucket)
    })
    if (due.length === 0) return
    const told = due.map((bucket) => ({ bucket, endsAt: bucket.endsAt, used: bucket.used }))
    const totals = await share(
      told.map(({ bucket, endsAt, used }) => ({
        id: nameOf(bucket.id, endsAt),
        count: used - bucket.told,
        until: new Date(endsAt),
      })),
    )
    for (const { bucket, endsAt, used } of told) {
      if (bucket.endsAt !== endsAt) continue
      bucket.told = used
      bucket.elsewhere = Math.max(0, (totals.get(nameOf(bucket.id, endsAt)) ?? used) - used)
    }
  }

  const nameOf = (id: string, endsAt: number): string =>
    createHmac('sha256', secret).update(`${endsAt} ${id}`).digest('base64url')

  let under = Promise.resolve()
  let isUnder = false
  const timer = setInterval(() => {
    if (isUnder || waiting.length === 0) return
    isUnder = true
    under = exchange()
      .then(() => {
        isFailing = false
      })
      .catch((error: unknown) => {
        if (!isFailing) logger.warn({ err: error }, 'Requests are counted by this server alone.')
        isFailing = true
      })
      .finally(() => {
        isUnder = false
      })
  }, interval)
  timer.unref()

  return {
    add: (bucket: Bucket): void => void waiting.push(bucket),
    async stop(): Promise<void> {
      clearInterval(timer)
      waiting = []
      await under
    },
  }
}
