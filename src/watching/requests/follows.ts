import type { IncomingMessage } from 'node:http'
import { isContextCostly } from '../../async-context.ts'
import { isPublicRead } from '../../public-read.ts'

export type Follows = {
  /** Whether what is done for a request is to know which request that is. */
  wants(req: IncomingMessage): boolean
  /** Notes that a request has failed. */
  failed(): void
}

/** Milliseconds for which every request is followed after one has failed. */
const alertness = 60_000

/**
 * Judges which requests are followed. Where that is costly it takes a quarter of the speed of what no cache
 * answers, so what the public reads is not followed, until something fails: from then on for a minute, so
 * that what goes wrong again says for whom.
 */
export function createFollows(): Follows {
  let until = isContextCostly ? 0 : Number.POSITIVE_INFINITY
  return {
    wants: (req) => performance.now() < until || !isPublicRead(req),
    failed() {
      until = Math.max(until, performance.now() + alertness)
    },
  }
}
