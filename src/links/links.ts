import { setTimeout as sleep } from 'node:timers/promises'
import type { Plugin } from 'payload'
import { checkNow } from './check-now.ts'
import { keepLink } from './keep-link.ts'
import { type Clock, defaultTimings, type Parts, partsKey, type Timings } from './parts.ts'

export type LinkOptions = Pick<Parts, 'outbound' | 'publicUrl' | 'isScheduled'> & {
  timings?: Partial<Timings>
  clock?: Clock
}

const realClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => sleep(milliseconds, undefined, { ref: false }),
}

/**
 * Checks the addresses of resources and the archived copies of evidence, politely, and says of a resource
 * what became of its address. start.ts follows the change log.
 */
export const links =
  ({ timings, clock = realClock, ...options }: LinkOptions): Plugin =>
  (config) => {
    const parts: Parts = {
      ...options,
      clock,
      timings: { ...defaultTimings, ...timings },
      closing: new AbortController(),
    }
    return {
      ...config,
      collections: (config.collections ?? []).map((collection) =>
        collection.slug === 'resources'
          ? {
              ...collection,
              endpoints: [...(collection.endpoints || []), checkNow(parts)],
              hooks: {
                ...collection.hooks,
                beforeChange: [...(collection.hooks?.beforeChange ?? []), keepLink],
              },
            }
          : collection,
      ),
      custom: { ...config.custom, [partsKey]: parts },
    }
  }
